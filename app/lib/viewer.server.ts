import type { Viewer } from '#app/components/frame/viewer.ts';
import { reachOf } from '#app/domain/access.ts';
import type { Account } from './session.server.ts';

export function viewerOf({ displayName, role, district, office }: Account): Viewer {
  return {
    displayName,
    role,
    reach: reachOf(role),
    district: district && { code: district.code, name: district.name, nameEn: district.nameEn },
    office: office && { code: office.code, name: office.name, nameEn: office.nameEn },
  };
}

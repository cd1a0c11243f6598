import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireDistrict, requireRole } from './guards.server.ts';

/** The reviewer of the district: nobody else takes a table of many offices. */
export async function requireTableReviewer(args: Pick<LoaderFunctionArgs, 'request' | 'context' | 'params'>) {
  const place = await requireDistrict(args);
  requireRole(place.account, 'district_reviewer');
  return place;
}

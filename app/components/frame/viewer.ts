import type { Reach, Role } from '#app/domain/access.ts';

/** What the frame shows of the account that reads: its own name, role and place. */
export interface Viewer {
  displayName: string;
  role: Role;
  reach: Reach;
  /** Absent for the platform operator. */
  district?: NamedPlace;
  /** Present for office roles only. */
  office?: NamedPlace;
}

export interface NamedPlace {
  /** Administrative code. */
  code: string;
  name: string;
  nameEn: string;
}

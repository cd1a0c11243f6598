import type { Role } from '#app/domain/access.ts';
import type { BoundaryChange } from '#app/domain/boundary-change.ts';
import { type Account, findAllAccounts } from '#db/queries/accounts.server.ts';
import { findAllBoundaryChanges } from '#db/queries/boundary-changes.server.ts';
import { type District, findAllDistricts } from '#db/queries/districts.server.ts';
import { findAllOffices, type Office } from '#db/queries/offices.server.ts';
import { findAllPeerGroups } from '#db/queries/peer-groups.server.ts';
import { findAllRounds } from '#db/queries/rounds.server.ts';
import { readScope, type Scope } from '#db/scope.server.ts';
import { seenOfAccount } from './manage-account.server.ts';
import { seenOfOffice } from './manage-office.server.ts';

export interface AccountView {
  id: string;
  loginName: string;
  displayName: string; // personal data
  role: Role;
  active: boolean;
  seen: string;
}

interface Group {
  position: number;
  name: string;
  nameEn: string;
}

export interface OfficeView extends Pick<Office, 'code' | 'name' | 'nameEn' | 'sortKey' | 'active'> {
  group?: Group;
  seen: string;
  accounts: AccountView[];
  boundaries: Omit<BoundaryChange, 'officeId'>[];
}

export interface OfficesView {
  district: Pick<District, 'code' | 'name' | 'nameEn'>;
  year: number;
  /** Years with a round, newest first. */
  years: number[];
  /** In pinyin order. */
  offices: OfficeView[];
  groups: (Group & { basis: string; basisEn: string; offices: number })[];
  /** Of the bureau, which the operator of the platform looks after. */
  bureau: AccountView[];
}

/** The district's offices, peer groups and accounts, as its reviewer looks after them. Undefined without a district. */
export function viewOffices(scope: Scope, year: number): Promise<OfficesView | undefined> {
  return readScope(scope, async (db) => {
    const [district] = await findAllDistricts(db);
    if (!district) return undefined;
    const accounts = await findAllAccounts(db);
    const groups = await findAllPeerGroups(db);
    const boundaries = await findAllBoundaryChanges(db, { from: 2000, to: 2100 });
    const { code, name, nameEn } = district;
    return {
      district: { code, name, nameEn },
      year,
      years: (await findAllRounds(db)).map((round) => round.year),
      offices: (await findAllOffices(db)).map((office) => {
        const group = groups.find(({ officeIds }) => officeIds.includes(office.id));
        const { id, invented: _, ...shown } = office;
        return {
          ...shown,
          ...(group && { group: { position: group.position, name: group.name, nameEn: group.nameEn } }),
          seen: seenOfOffice(office, group),
          accounts: accounts.filter(({ officeId }) => officeId === id).map(shownAccount),
          boundaries: boundaries.flatMap(({ officeId, ...change }) => (officeId === id ? [change] : [])),
        };
      }),
      groups: groups.map(({ officeIds, ...group }) => ({ ...group, offices: officeIds.length })),
      bureau: accounts.filter(({ officeId }) => officeId === null).map(shownAccount),
    };
  });
}

function shownAccount(account: Account): AccountView {
  const { id, loginName, displayName, role, active } = account;
  return { id, loginName, displayName, role, active, seen: seenOfAccount(account) };
}

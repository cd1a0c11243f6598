import { randomUUID } from 'node:crypto';
import type { Role } from '#app/domain/access.ts';
import type { Framework } from '#app/domain/framework.ts';
import { insertAccounts } from '#db/queries/accounts.server.ts';
import { insertDistrict } from '#db/queries/districts.server.ts';
import { insertFramework } from '#db/queries/frameworks.server.ts';
import { insertOffices } from '#db/queries/offices.server.ts';
import { insertRound } from '#db/queries/rounds.server.ts';
import { type Scope, scopeOf, withScope } from '#db/scope.server.ts';
import type { TestDatabase } from './database.ts';

export const filingYear = 2025;
/** A day in the middle of the round. */
export const filingNow = new Date('2026-02-10T02:00:00Z');

/** Accounts that file and review; each acts at any office of the district that the test names. */
const accounts = {
  preparer: 'office_preparer',
  approver: 'office_approver',
  deputy: 'office_approver',
  reviewer: 'district_reviewer',
  colleague: 'district_reviewer',
  leader: 'district_leader',
} as const satisfies Record<string, Role>;
export type Person = keyof typeof accounts;

export interface FilingDistrict {
  id: string;
  offices: { id: string; code: string; name: string }[];
  accountIds: Record<Person, string>;
  /** The person at this office; people of the district see all of it. */
  at(person: Person, office?: number): Scope;
  /** Somebody who was the office's approver and is a reviewer now. */
  turncoat: Scope;
}

/** A district with a small framework, an open round of `filingYear` and a closed one of the year before; nothing is filed. */
export async function insertFilingDistrict(
  { database }: TestDatabase,
  { code = '990501', offices: count = 1, tree = framework } = {},
): Promise<FilingDistrict> {
  const id = randomUUID();
  const offices = Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    code: `${code.slice(0, 4)}${String(10_001 + index)}`,
    name: `测试${index + 1}街道`,
  }));
  const accountIds = Object.fromEntries(
    Object.keys(accounts).map((person) => [person, randomUUID()]),
  ) as Record<Person, string>;
  const officeOf = (role: Role, index: number) =>
    role.startsWith('office') ? (offices[index]?.id ?? null) : null;
  const scope = (role: Role, accountId: string, index = 0) =>
    scopeOf(database, { id: accountId, role, districtId: id, officeId: officeOf(role, index) });
  const operator = scopeOf(database, {
    id: null,
    role: 'platform_operator',
    districtId: null,
    officeId: null,
  });
  await withScope(operator, async (db) => {
    await insertDistrict(db, { id, code, name: '填报试验区', nameEn: 'Filing District' });
    const names = { nameEn: '', sortKey: 'a', invented: true, active: true };
    await insertOffices(db, { districtId: id, offices: offices.map((office) => ({ ...office, ...names })) });
    await insertAccounts(
      db,
      Object.entries(accounts).map(([person, role]) => ({
        id: accountIds[person as Person],
        districtId: id,
        officeId: officeOf(role, 0),
        role,
        loginName: `${code}-${person}`,
        displayName: `${person} of ${code}`,
        locale: null,
        active: true,
        demo: false,
        passwordHash: '$argon2id$test',
      })),
    );
  });
  await withScope(scope('district_reviewer', accountIds.reviewer), async (db) => {
    for (const year of [filingYear - 1, filingYear]) {
      const frameworkId = await insertFramework(db, { ...tree, year });
      const status = year === filingYear ? 'open' : 'closed';
      const [opensOn, deadline] = [`${year + 1}-01-05`, `${year + 1}-03-31`];
      await insertRound(db, {
        year,
        frameworkId,
        opensOn,
        deadline,
        status,
        peerView: 'aggregate',
        executionTarget: null,
      });
    }
  });
  return {
    id,
    offices,
    accountIds,
    at: (person, office = 0) => scope(accounts[person], accountIds[person], office),
    turncoat: scope('district_reviewer', accountIds.approver),
  };
}

const node = (code: string, parent: string | null, level: 1 | 2 | 3, weight: string) => ({
  code,
  parent,
  level,
  name: `指标${code}`,
  nameEn: `Indicator ${code}`,
  weight,
  verified: true,
});

export const framework: Framework = {
  name: '试验指标体系',
  nameEn: 'Test framework',
  year: filingYear,
  version: 1,
  totalWeight: '100.00',
  nodes: [
    node('a', null, 1, '60.00'),
    node('a.p', 'a', 2, '60.00'),
    node('a.p.1', 'a.p', 3, '45.00'),
    node('a.p.2', 'a.p', 3, '15.00'),
    node('b', null, 1, '40.00'),
  ],
};

/** A form without anything to find fault with. */
export const soundValues: Readonly<Record<string, string>> = {
  'amounts.budget_total': '1000',
  'amounts.executed_total': '950',
  'rates.execution_rate': '95',
  'scores.total.score': '98',
  'scores.a.score': '59',
  'scores.a.p.score': '59',
  'scores.a.p.1.score': '45',
  'scores.a.p.2.score': '14',
  'scores.a.p.2.reason': '一项任务跨年完成',
  'scores.a.p.2.measure': '列入下年度计划',
  'scores.b.score': '39',
  'scores.b.reason': '公开晚了两天',
  'scores.b.measure': '提前一周准备',
  'problems.1.text': '部分项目进度偏慢',
  'measures.1.text': '按月通报进度',
  'measures.1.problem': '1',
  goal: '完成年度重点工作',
  preparer_name: '测试填报人',
  preparer_phone: '000-00000000',
};

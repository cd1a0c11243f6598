import { randomUUID } from 'node:crypto';
import type { Role } from '#app/domain/access.ts';
import type { Framework } from '#app/domain/framework.ts';
import type { SubmissionContent } from '#app/domain/submission.ts';
import type { DatabaseHandle } from '#db/client.server.ts';
import { insertAccounts } from '#db/queries/accounts.server.ts';
import { insertDistrict } from '#db/queries/districts.server.ts';
import { insertFramework } from '#db/queries/frameworks.server.ts';
import { insertOffices } from '#db/queries/offices.server.ts';
import { insertRound } from '#db/queries/rounds.server.ts';
import { type Scope, scopeOf, withScope } from '#db/scope.server.ts';

/** A district of the fixture. Every name in it carries its canary, so that a leak shows in any output. */
export interface TestDistrict {
  canary: string;
  id: string;
  code: string;
  frameworkId: string;
  offices: { id: string; code: string; name: string; canary: string }[];
  leader: Scope;
  reviewer: Scope;
  /** Staff by office, in the order of `offices`. */
  preparers: Scope[];
  approvers: Scope[];
}

export interface TwoDistricts {
  operator: Scope;
  home: TestDistrict;
  foreign: TestDistrict;
}

export const testYears = [2024, 2025];

/** Two districts of `offices` offices each, with accounts, a framework and the rounds of `testYears`; no submissions. */
export async function insertTwoDistricts(
  database: DatabaseHandle,
  { offices = 3 }: { offices?: number } = {},
): Promise<TwoDistricts> {
  const operator = scopeOf(database, {
    id: randomUUID(),
    role: 'platform_operator',
    districtId: null,
    officeId: null,
  });
  await withScope(operator, (db) =>
    insertAccounts(db, [accountOf(operator, 'operator', operator.accountId ?? '')]),
  );
  const home = await insertTestDistrict(database, operator, { code: '990101', canary: '鹤鸣', offices });
  const foreign = await insertTestDistrict(database, operator, { code: '990202', canary: '鲸歌', offices });
  return { operator, home, foreign };
}

async function insertTestDistrict(
  database: DatabaseHandle,
  operator: Scope,
  { code, canary, offices: count }: { code: string; canary: string; offices: number },
): Promise<TestDistrict> {
  const id = randomUUID();
  const offices = Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    code: `${code}${String(index + 1).padStart(3, '0')}`,
    name: `${canary}${index + 1}号街道办`,
    canary: `${canary}${index + 1}号`,
  }));
  const scope = (role: Role, officeId: string | null = null) =>
    scopeOf(database, { id: randomUUID(), role, districtId: id, officeId });
  const district = {
    canary,
    id,
    code,
    frameworkId: randomUUID(),
    offices,
    leader: scope('district_leader'),
    reviewer: scope('district_reviewer'),
    preparers: offices.map((office) => scope('office_preparer', office.id)),
    approvers: offices.map((office) => scope('office_approver', office.id)),
  };
  await withScope(operator, async (db) => {
    await insertDistrict(db, { id, code, name: `${canary}区`, nameEn: `District ${code}` });
    await insertOffices(db, {
      districtId: id,
      offices: offices.map(({ canary: _, ...office }) => ({
        ...office,
        nameEn: `Office ${office.code}`,
        sortKey: office.code,
        invented: true,
        active: true,
      })),
    });
    const scopes = [district.leader, district.reviewer, ...district.preparers, ...district.approvers];
    await insertAccounts(
      db,
      scopes.map((each, index) => accountOf(each, `${code}-${index}-${each.role}`, canary)),
    );
  });
  await withScope(district.reviewer, async (db) => {
    await insertFramework(db, { ...frameworkOf(canary), id: district.frameworkId });
    for (const year of testYears) {
      await insertRound(db, {
        year,
        frameworkId: district.frameworkId,
        opensOn: `${year + 1}-01-05`,
        deadline: `${year + 1}-03-31`,
        status: 'open',
        peerView: 'aggregate',
        executionTarget: '95',
      });
    }
  });
  return district;
}

/** Content with something in every field, each text carrying the canary. */
export function fullContent(canary: string): SubmissionContent {
  return {
    functions: `${canary}职能`,
    innerDepartments: [`${canary}办公室`, '党建办，"引号"'],
    subUnitsStated: 2,
    subUnits: [`${canary}服务中心`],
    staffing: 86,
    filedOn: '2026-03-28',
    goal: `${canary}目标`,
    keyTasks: `${canary}重点工作`,
    changeReason: `${canary}变动原因`,
    amounts: { budget_total: '101583600.00', executed_total: '98765432109876.54', revenue_change: '-0.01' },
    rates: { execution_rate: '97.23', spending_progress: '95.1234' },
    monthlyExecution: [
      { month: 1, rate: '8.5' },
      { month: 12, rate: '100' },
    ],
    scores: [
      {
        node: 'a',
        score: '38.50',
        statedMax: '40.00',
        target: `${canary}目标值`,
        completion: `${canary}完成值`,
        reason: `${canary}扣分原因`,
        measure: `${canary}整改`,
        evidence: `${canary}佐证`,
      },
      { node: 'total', score: '93.50' },
    ],
    outcomeIndicators: [
      { class: '数量指标', name: `${canary}指标`, target: '≥10', completion: '12' },
      { class: '质量指标', name: '合格率' },
    ],
    keyProjects: [
      {
        name: `${canary}项目`,
        amount: '1234567.89',
        score: '95.00',
        grade: '优',
        outputs: `${canary}产出`,
      },
      { name: '无数据项目' },
    ],
    problems: [
      { text: `${canary}问题一`, themes: ['budget_execution', 'target_setting'] },
      { text: `${canary}问题二`, themes: [] },
    ],
    measures: [{ text: `${canary}措施一`, problem: 1 }, { text: `${canary}措施二` }],
    followUps: [
      { problem: `${canary}去年问题`, state: 'solved', note: `${canary}已办` },
      { problem: `${canary}去年问题二`, state: 'open' },
    ],
  };
}

function accountOf(scope: Scope, loginName: string, canary: string) {
  return {
    id: scope.accountId ?? randomUUID(),
    districtId: scope.districtId,
    officeId: scope.officeId,
    loginName,
    displayName: `${canary}${scope.role}`,
    role: scope.role,
    locale: null,
    active: true,
    demo: false,
    passwordHash: '$argon2id$test',
  };
}

function frameworkOf(canary: string): Framework {
  const node = (code: string, parent: string | null, level: 1 | 2 | 3, weight: string) => ({
    code,
    parent,
    level,
    name: `${canary}${code}`,
    nameEn: code,
    weight,
    verified: level === 1,
  });
  return {
    name: `${canary}指标体系`,
    nameEn: 'Framework',
    year: 2024,
    version: 1,
    totalWeight: '100.00',
    nodes: [
      node('a', null, 1, '60.00'),
      node('a1', 'a', 2, '60.00'),
      node('a11', 'a1', 3, '60.00'),
      node('b', null, 1, '40.00'),
    ],
  };
}

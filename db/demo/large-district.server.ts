import { hash } from '@node-rs/argon2';
import { type Framework, totalCode } from '#app/domain/framework.ts';
import { guangdong2023 } from '#app/domain/frameworks/guangdong-2023.ts';
import { moneyItems, rateItems, type SubmissionContent } from '#app/domain/submission.ts';
import { type DatabaseHandle, refreshStatistics } from '../client.server.ts';
import { type Account, insertAccounts } from '../queries/accounts.server.ts';
import { insertDistrict } from '../queries/districts.server.ts';
import { insertFramework } from '../queries/frameworks.server.ts';
import { insertOffices } from '../queries/offices.server.ts';
import { insertRound } from '../queries/rounds.server.ts';
import { insertHistories, type SubmissionHistory } from '../queries/submission-history.server.ts';
import { type Scope, scopeOf, withScopesInTurn } from '../scope.server.ts';
import { demoPassword } from './accounts.server.ts';
import { demoId } from './ids.server.ts';
import { type Random, randomOf } from './random.ts';

/** A district of any size for measuring, every figure of it invented, and who may read it. */
export interface LargeDistrict {
  /** Administrative code of its own, 6 digits. */
  code: string;
  /** Oldest first. */
  years: number[];
  /** In the order of their codes: the district's code and three digits. */
  offices: { id: string; code: string }[];
  /** Accounts with the demo password. The preparer is of the first office. */
  leader: Account;
  preparer: Account;
  /** What the leader reads with. */
  scope: Scope;
}

interface Size {
  offices: number;
  years: number;
}

const lastYear = 2023;
const themes = ['capacity', 'slow_execution', 'target_setting', 'budget_prep', 'assets', 'awareness'];

/**
 * Stores a district of up to 999 offices over up to 20 years up to 2023: every office files every year with all money items,
 * rates, months, scores and three problems; one of 20 awaits approval in the last year. The same on every run. Throws
 * ConstraintError when a district of that size is there.
 */
export async function insertLargeDistrict(database: DatabaseHandle, size: Size): Promise<LargeDistrict> {
  const name = `large ${size.offices} ${size.years}`;
  const districtId = demoId(name);
  const code = `98${String(randomOf(name).int(0, 9_999)).padStart(4, '0')}`;
  const years = Array.from({ length: size.years }, (_, index) => lastYear - size.years + 1 + index);
  const offices = Array.from({ length: size.offices }, (_, index) => {
    const number = String(index + 1).padStart(3, '0');
    return { id: demoId(`${name} ${number}`), code: code + number, number };
  });
  const account = accountsOf(code, districtId, offices[0]?.id ?? null, await hash(demoPassword));
  const leader = account('leader', 'district_leader');
  const preparer = account('preparer', 'office_preparer');
  const platform = { id: null, role: 'platform_operator' as const, districtId: null, officeId: null };
  const reviewer = { id: null, role: 'district_reviewer' as const, districtId, officeId: null };
  await withScopesInTurn([
    {
      scope: scopeOf(database, platform),
      run: async (db) => {
        await insertDistrict(db, { id: districtId, code, name: `测算区${code}`, nameEn: `District ${code}` });
        await insertOffices(db, {
          districtId,
          offices: offices.map(({ number, ...office }) => ({
            ...office,
            name: `测算${number}街道`,
            nameEn: `Office ${number}`,
            sortKey: `ce suan ${number}`,
            invented: true,
            active: true,
          })),
        });
        await insertAccounts(db, [leader, preparer]);
      },
    },
    {
      scope: scopeOf(database, reviewer),
      run: async (db) => {
        for (const year of years) {
          const frameworkId = await insertFramework(db, { ...guangdong2023, year });
          await insertRound(db, { ...roundOf(year), frameworkId });
          await insertHistories(
            db,
            offices.map((office, index) => historyOf(office, index, year)),
          );
        }
      },
    },
  ]);
  await refreshStatistics(database);
  return {
    code,
    years,
    offices: offices.map(({ id, code: officeCode }) => ({ id, code: officeCode })),
    leader,
    preparer,
    scope: scopeOf(database, leader),
  };
}

function accountsOf(code: string, districtId: string, firstOffice: string | null, passwordHash: string) {
  return (name: string, role: 'district_leader' | 'office_preparer') => ({
    id: demoId(`large ${code} ${name}`),
    districtId,
    officeId: role === 'office_preparer' ? firstOffice : null,
    loginName: `${name}-${code}`,
    displayName: `测算·${name}`,
    role,
    locale: null,
    active: true,
    demo: true,
    passwordHash,
  });
}

function roundOf(year: number) {
  return {
    year,
    opensOn: `${year + 1}-08-01`,
    deadline: `${year + 1}-10-31`,
    status: year === lastYear ? ('open' as const) : ('closed' as const),
    peerView: 'aggregate' as const,
    executionTarget: '95',
  };
}

function historyOf(office: { id: string; code: string }, index: number, year: number): SubmissionHistory {
  const random = randomOf(`${office.code} ${year}`);
  const waiting = year === lastYear && index % 20 === 19;
  const submittedAt = `${year + 1}-10-${String(random.int(1, 31)).padStart(2, '0')}T02:30:00.000Z`;
  return {
    officeId: office.id,
    year,
    status: waiting ? 'submitted' : 'approved',
    origin: 'invented',
    submittedAt,
    approvedAt: waiting ? null : `${year + 1}-12-05T02:30:00.000Z`,
    returnReason: null,
    revisions: [{ content: contentOf(guangdong2023, year, random), findings: [], createdAt: submittedAt }],
  };
}

function contentOf(framework: Framework, year: number, random: Random): SubmissionContent {
  const budget = random.int(20_000_000, 400_000_000);
  const executed = Math.round((budget * random.int(700, 1_000)) / 1_000);
  const totals: Record<string, number> = {
    budget_total: budget,
    executed_total: executed,
    revenue_total: executed + random.int(0, 900_000),
  };
  const lost = framework.nodes.map((node) => ({ node, lost: random.int(0, Number(node.weight) * 4) / 20 }));
  return {
    filedOn: `${year + 1}-10-20`,
    goal: '依法履行职责，提高财政资金使用效益。',
    amounts: Object.fromEntries(
      moneyItems.map((item) => [item, `${totals[item] ?? random.int(0, executed)}.00`]),
    ),
    rates: Object.fromEntries(rateItems.map((item) => [item, (random.int(0, 10_000) / 100).toFixed(2)])),
    monthlyExecution: Array.from({ length: 12 }, (_, index) => ({
      month: index + 1,
      rate: (random.int(6_000, 10_000) / 100).toFixed(2),
    })),
    scores: [
      { node: totalCode, score: (random.int(8_000, 10_000) / 100).toFixed(2) },
      ...lost.map(({ node, lost }) => ({
        node: node.code,
        score: (Number(node.weight) - lost).toFixed(2),
        statedMax: node.weight,
        ...(lost > 0 && { reason: '个别项目进度滞后', measure: '按月通报进度' }),
      })),
    ],
    outcomeIndicators: [],
    keyProjects: [],
    problems: [0, 1, 2].map((index) => ({ text: `存在问题${index + 1}`, themes: random.sample(themes, 2) })),
    measures: [0, 1, 2].map((problem) => ({ text: `改进措施${problem + 1}`, problem })),
  };
}

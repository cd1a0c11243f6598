import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Framework } from '#app/domain/framework.ts';
import type { Finding, SubmissionContent, SubmissionStatus } from '#app/domain/submission.ts';
import type { DatabaseHandle } from '#db/client.server.ts';
import { insertDistrict } from '#db/queries/districts.server.ts';
import { insertFramework } from '#db/queries/frameworks.server.ts';
import { insertOffices } from '#db/queries/offices.server.ts';
import { insertRound } from '#db/queries/rounds.server.ts';
import { insertHistories } from '#db/queries/submission-history.server.ts';
import { type Scope, scopeOf, withScopesInTurn } from '#db/scope.server.ts';

/**
 * A district as raw rows, for recomputing by plain means what the pages show. Values come from few, so that ties, zeros,
 * negative and missing figures, late, returned and absent submissions all occur often.
 */
export interface RawDistrict {
  offices: RawOffice[];
  /** Oldest first: `randomYears`. */
  rounds: RawRound[];
  /** At most one an office and year. */
  submissions: RawSubmission[];
}

export interface RawOffice {
  id: string;
  code: string;
  name: string;
  active: boolean;
}

export interface RawRound {
  year: number;
  deadline: string;
  executionTarget: string | null;
  framework: Framework;
}

export interface RawSubmission {
  officeId: string;
  year: number;
  status: SubmissionStatus;
  submittedAt: string | null;
  approvedAt: string | null;
  content: SubmissionContent;
  /** Reviewed scores, only at nodes that `content` claims a score for. */
  reviewed: Record<string, string>;
  findings: Finding[];
}

export const randomYears = [2021, 2022, 2023];
export const randomThemes = ['capacity', 'slow_execution', 'target_setting', 'budget_prep'];
const weights = {
  plain: { a: '60', 'a.p': '35', 'a.q': '25', b: '40', 'b.r': '40', 'b.r.1': '25', 'b.r.2': '15' },
  /** The same tree with other weights: another framework. */
  changed: { a: '50', 'a.p': '30', 'a.q': '20', b: '50', 'b.r': '50', 'b.r.1': '30', 'b.r.2': '20' },
};
const nodes = ['total', ...Object.keys(weights.plain)];
const amounts = ['0.00', '-500000.00', '1000000.00', '1000000.00', '2500000.55', '9999999.99'];
const rates = ['0', '88.5', '88.5', '95', '100', '-3.25'];
const scores = ['0', '5', '12.5', '12.5', '20', '33.33'];

/** Up to `offices` offices, at least one, each with or without a submission in every year. */
export function rawDistrict({ offices: most = 6 } = {}): fc.Arbitrary<RawDistrict> {
  const ids = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: most });
  const target = fc.constantFrom(null, '90', '95.5');
  const changed = fc.tuple(...randomYears.map(() => fc.boolean()));
  return fc
    .tuple(ids, fc.infiniteStream(fc.nat(9)), target, changed)
    .chain(([officeIds, draws, goal, change]) => {
      const offices = officeIds.map((id, index) => ({
        id,
        code: `9901${String(index + 1).padStart(5, '0')}`,
        name: `随机${index + 1}街道`,
        active: draws.next().value !== 0,
      }));
      const rounds = randomYears.map((year, index) => ({
        year,
        deadline: `${year + 1}-03-31`,
        executionTarget: goal,
        framework: frameworkOf(year, change[index] ?? false),
      }));
      const slots = offices.flatMap(({ id }) => randomYears.map((year) => rawSubmission(id, year)));
      return fc
        .oneof(fc.tuple(...slots), equalSubmissions(officeIds))
        .map((drawn) => ({ offices, rounds, submissions: drawn.filter((each) => each !== undefined) }));
    });
}

/** Stores the district as one of its own and returns the scopes to read it with; `id` is new on every call. */
export async function insertRawDistrict(
  database: DatabaseHandle,
  { offices, rounds, submissions }: RawDistrict,
): Promise<RawDistrictScopes> {
  const districtId = randomUUID();
  const fresh = new Map(offices.map(({ id }) => [id, randomUUID()]));
  const officeIdOf = (id: string) => fresh.get(id) ?? '';
  const operator = scopeOf(database, {
    id: null,
    role: 'platform_operator',
    districtId: null,
    officeId: null,
  });
  const leader = scopeOf(database, { id: null, role: 'district_leader', districtId, officeId: null });
  const reviewer = scopeOf(database, { id: null, role: 'district_reviewer', districtId, officeId: null });
  await withScopesInTurn([
    {
      scope: operator,
      run: async (db) => {
        await insertDistrict(db, {
          id: districtId,
          code: nextCode(),
          name: '随机区',
          nameEn: 'Random District',
        });
        await insertOffices(db, {
          districtId,
          offices: offices.map(({ id, code, name, active }) => {
            return { id: officeIdOf(id), code, name, nameEn: code, sortKey: code, invented: true, active };
          }),
        });
      },
    },
    {
      scope: reviewer,
      run: async (db) => {
        for (const { year, deadline, executionTarget, framework } of rounds) {
          const frameworkId = await insertFramework(db, framework);
          const opensOn = `${year + 1}-01-05`;
          await insertRound(db, {
            year,
            frameworkId,
            opensOn,
            deadline,
            status: 'open',
            peerView: 'aggregate',
            executionTarget,
          });
        }
        await insertHistories(
          db,
          submissions.map(({ officeId, content, reviewed, findings, ...state }) => ({
            ...state,
            officeId: officeIdOf(officeId),
            origin: 'filed' as const,
            returnReason: null,
            revisions: [
              { content, reviewed, findings, createdAt: state.submittedAt ?? '2024-03-01T02:00:00.000Z' },
            ],
          })),
        );
      },
    },
  ]);
  return { leader, reviewer, districtId, officeIdOf };
}

export interface RawDistrictScopes {
  leader: Scope;
  reviewer: Scope;
  districtId: string;
  /** The stored id of an office; the same raw district may be stored more than once. */
  officeIdOf(rawId: string): string;
}

let districts = 0;

function nextCode(): string {
  districts += 1;
  return String(100_000 + districts);
}

function frameworkOf(year: number, changed: boolean): Framework {
  const chosen = changed ? weights.changed : weights.plain;
  return {
    name: `随机指标体系${changed ? '二' : '一'}`,
    nameEn: `Random framework ${changed ? 'two' : 'one'}`,
    year,
    version: 1,
    totalWeight: '100',
    nodes: Object.entries(chosen).map(([code, weight]) => {
      const parent = code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : null;
      const level = code.split('.').length as 1 | 2 | 3;
      return { code, parent, level, name: `指标${code}`, nameEn: `Node ${code}`, weight, verified: true };
    }),
  };
}

function rawSubmission(officeId: string, year: number): fc.Arbitrary<RawSubmission | undefined> {
  return fc
    .record({
      status: fc.constantFrom<SubmissionStatus>(
        'approved',
        'approved',
        'approved',
        'submitted',
        'returned',
        'draft',
      ),
      late: fc.boolean(),
      content: rawContent(year),
      reviewed: fc.dictionary(fc.constantFrom(...nodes), fc.constantFrom(...scores), { maxKeys: 3 }),
      errors: fc.nat(2),
    })
    .map(({ status, late, content, reviewed, errors }): RawSubmission => {
      const claimed = new Set(content.scores.map(({ node }) => node));
      return {
        officeId,
        year,
        status,
        submittedAt: status === 'draft' ? null : `${year + 1}-${late ? '04-15' : '03-15'}T02:30:00.000Z`,
        approvedAt: status === 'approved' ? `${year + 1}-05-06T02:30:00.000Z` : null,
        content,
        reviewed: Object.fromEntries(Object.entries(reviewed).filter(([node]) => claimed.has(node))),
        findings: Array.from({ length: errors }, () => ({
          check: 'source_sum',
          severity: 'error',
          fields: ['executed_total'],
        })),
      };
    })
    .chain((submission) => fc.option(fc.constant(submission), { nil: undefined, freq: 6 }));
}

/** Every office the same in every figure: one long tie. */
function equalSubmissions(officeIds: string[]): fc.Arbitrary<(RawSubmission | undefined)[]> {
  return fc
    .tuple(...randomYears.map((year) => rawSubmission('', year)))
    .map((drawn) =>
      officeIds.flatMap((officeId) => drawn.map((submission) => submission && { ...submission, officeId })),
    );
}

function rawContent(year: number): fc.Arbitrary<SubmissionContent> {
  const few = <const K extends string>(keys: readonly K[], values: string[]) =>
    fc.record(
      Object.fromEntries(keys.map((key) => [key, fc.constantFrom(...values)])) as Record<
        K,
        fc.Arbitrary<string>
      >,
      { requiredKeys: [] },
    );
  return fc
    .record({
      amounts: few(
        [
          'budget_total',
          'executed_total',
          'revenue_total',
          'expenditure_general',
          'expenditure_gov_fund',
          'expenditure_basic',
          'expenditure_project',
          'sme_reserved',
          'sme_actual',
        ],
        amounts,
      ),
      rates: few(['execution_rate', 'spending_progress', 'sme_share'], rates),
      claims: fc.dictionary(fc.constantFrom(...nodes), fc.constantFrom(...scores), { maxKeys: nodes.length }),
      reasons: fc.boolean(),
      months: fc.subarray([1, 2, 3, 6, 9, 12]),
      problems: fc.array(fc.subarray(randomThemes, { maxLength: 2 }), { maxLength: 3 }),
      measures: fc.nat(3),
    })
    .map(
      ({ amounts, rates, claims, reasons, months, problems, measures }): SubmissionContent => ({
        filedOn: `${year + 1}-03-10`,
        amounts,
        rates,
        monthlyExecution: months.map((month) => ({ month, rate: String(month * 8) })),
        scores: Object.entries(claims).map(([node, score]) => ({
          node,
          score,
          ...(reasons && { reason: `${node}扣分原因`, measure: `${node}改进措施` }),
        })),
        outcomeIndicators: [],
        keyProjects: [],
        problems: problems.map((themes, index) => ({ text: `问题${index + 1}（${year}）`, themes })),
        measures: Array.from({ length: measures }, (_, index) => ({
          text: `措施${index + 1}`,
          ...(index < problems.length && { problem: index }),
        })),
      }),
    );
}

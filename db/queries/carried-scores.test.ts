import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { carryReviewUp } from '#app/domain/scoring.ts';
import type { ScoreClaim, SubmissionContent } from '#app/domain/submission.ts';
import { type Scope, withScope } from '#db/scope.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import {
  type FilingDistrict,
  framework,
  insertFilingDistrict,
  filingYear as year,
} from '#test/helpers/filing-district.ts';
import { insertRevision, upsertReviewedScores } from './revisions.server.ts';
import { findSubmission } from './submission-content.server.ts';

let databases: TestDatabase;
let district: FilingDistrict;
const runs = 80;

beforeAll(async () => {
  databases = await testDatabase();
  district = await insertFilingDistrict(databases, { offices: runs + 3 });
});
afterAll(() => databases.close());

const nodes = ['total', ...framework.nodes.map(({ code }) => code)];
const points = fc.constantFrom(undefined, '10.00', '12.50', '12.50');
const scores = fc.tuple(...nodes.map(() => points));
const leaves = ['a.p.1', 'a.p.2', 'b'];
const review = fc.tuple(...leaves.map(() => fc.constantFrom(undefined, '9.00', '11.00')));

test('of a report sent again, what the reviewer set stays where nothing changed, carried up as the domain does', async () => {
  let index = 0;
  await fc.assert(
    fc.asyncProperty(scores, scores, review, async (first, second, set) => {
      const officeId = district.offices[index++]?.id ?? '';
      const before = claimsOf(first);
      const after = claimsOf(second);
      const given = Object.fromEntries(
        leaves.flatMap((node, at) => (set[at] === undefined ? [] : [[node, set[at]]])),
      );
      const carried = reviewedOf(before, given);
      await file(officeId, before);
      await withScope(district.at('reviewer'), (db) =>
        upsertReviewedScores(db, {
          officeId,
          year,
          revision: 1,
          scores: Object.fromEntries(
            Object.entries(carried).map(([node, score]) => [
              node,
              { score, reason: node in given ? '复核' : null },
            ]),
          ),
        }),
      );
      await file(officeId, after, 1);
      const kept = Object.entries(given).filter(([node]) => claimAt(before, node) === claimAt(after, node));
      const stored = await withScope(district.at('reviewer'), (db) => findSubmission(db, { officeId, year }));
      expect(numbers(stored?.reviewed ?? {})).toEqual(numbers(reviewedOf(after, Object.fromEntries(kept))));
      expect(Object.keys(stored?.reviewedReasons ?? {}).toSorted()).toEqual(
        kept.map(([node]) => node).toSorted(),
      );
    }),
    { numRuns: runs, endOnFailure: true },
  );
});

test('what the reviewer takes off the parts leaves a whole that is stated below them at 0', async () => {
  const officeId = district.offices[runs + 2]?.id ?? '';
  const low = claimsOf(['10.00', '10.00', '12.50', '12.50', '12.50', '12.50']);
  const high = claimsOf(['10.00', '12.50', '12.50', '12.50', '12.50', '12.50']);
  const given = { 'a.p.1': '0.00', 'a.p.2': '0.00', b: '0.00' };
  await file(officeId, low);
  await withScope(district.at('reviewer'), (db) =>
    upsertReviewedScores(db, {
      ...{ officeId, year, revision: 1 },
      scores: Object.fromEntries(
        Object.entries(given).map(([node, score]) => [node, { score, reason: '复核' }]),
      ),
    }),
  );
  await file(officeId, high, 1);
  const stored = await withScope(district.at('reviewer'), (db) => findSubmission(db, { officeId, year }));
  expect(numbers(stored?.reviewed ?? {})).toEqual(numbers(reviewedOf(high, given)));
  expect(Number(stored?.reviewed.total)).toBe(0);
});

test('an office can write no score with it, neither its own nor another’s', async () => {
  const [officeId, other] = [district.offices[runs]?.id ?? '', district.offices[runs + 1]?.id ?? ''];
  await file(officeId, [{ node: 'b', score: '39' }]);
  const call = (scope: Scope, id: string) =>
    withScope(scope, (db) => sql`select carry_reviewed_scores(${id}, ${year})`.execute(db));
  await call(district.at('approver', runs), officeId);
  await call(district.at('approver', runs + 1), officeId);
  await call(district.at('leader'), other);
  const stored = await withScope(district.at('reviewer'), (db) => findSubmission(db, { officeId, year }));
  expect(stored?.reviewed).toEqual({});
});

function claimsOf(drawn: (string | undefined)[]): ScoreClaim[] {
  return nodes.flatMap((node, at) => {
    const score = drawn[at];
    return score === undefined ? [] : [{ node, score }];
  });
}

function claimAt(claims: ScoreClaim[], node: string): string | undefined {
  return claims.find((claim) => claim.node === node)?.score;
}

function reviewedOf(claims: ScoreClaim[], given: Record<string, string>): Record<string, string> {
  const all = Object.fromEntries(
    nodes.map((node) => [node, { self: claimAt(claims, node), reviewed: given[node] }]),
  );
  const carried = Object.entries(carryReviewUp(framework, all));
  return Object.fromEntries(
    carried.flatMap(([node, { reviewed }]) => (reviewed === undefined ? [] : [[node, reviewed]])),
  );
}

function numbers(values: Record<string, string>): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([node, value]) => [node, Number(value)]));
}

async function file(officeId: string, claims: ScoreClaim[], version?: number): Promise<void> {
  const content: SubmissionContent = {
    amounts: {},
    rates: {},
    monthlyExecution: [],
    scores: claims,
    outcomeIndicators: [],
    keyProjects: [],
    problems: [],
    measures: [],
  };
  const stored = await withScope(district.at('reviewer'), (db) =>
    insertRevision(db, {
      officeId,
      year,
      status: 'submitted',
      origin: 'filed',
      content,
      findings: [],
      version,
    }),
  );
  expect(stored).toBeDefined();
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SubmissionContent, SubmissionStatus } from '#app/domain/submission.ts';
import { insertAudit } from '#db/queries/audit.server.ts';
import { insertComment } from '#db/queries/comments.server.ts';
import { upsertRoundOffice } from '#db/queries/round-offices.server.ts';
import { findSubmission } from '#db/queries/submission-content.server.ts';
import { insertHistories } from '#db/queries/submission-history.server.ts';
import { readScope, withScope } from '#db/scope.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { fullContent, insertTwoDistricts, type TwoDistricts } from '#test/helpers/two-districts.ts';
import { viewReview } from './view-review.server.ts';

let db: TestDatabase;
let world: TwoDistricts;
const now = new Date('2026-03-20T02:00:00.000Z');

/** By place: returned once and filed again, approved and changed, a draft, nothing, a submission of a left-out office. */
beforeAll(async () => {
  db = await testDatabase();
  world = await insertTwoDistricts(db.database, { offices: 5 });
  const { home } = world;
  await withScope(home.reviewer, async (scoped) => {
    await insertHistories(scoped, [
      history(0, 2025, 'submitted', ['10', '20', '30']),
      history(0, 2024, 'approved', ['5']),
      history(1, 2025, 'submitted', ['1', '2']),
      history(1, 2024, 'returned', ['5']),
      history(2, 2025, 'draft', ['9']),
      history(4, 2025, 'submitted', ['9']),
    ]);
    await insertComment(scoped, {
      ...{ officeId: home.offices[0]?.id ?? '', year: 2025, revision: 2, field: 'goal' },
      ...{ text: '请细化', at: '2026-03-15T02:00:00.000Z' },
    });
    await upsertRoundOffice(scoped, {
      ...{
        year: 2025,
        officeId: home.offices[4]?.id ?? '',
        takesPart: false,
        deadline: null,
        reason: '撤并',
      },
    });
    await decide(0, 'approve', 1, '2026-03-02T02:00:00.000Z');
    await decide(0, 'return', 1, '2026-03-03T02:00:00.000Z');
    await decide(0, 'return', 2, '2026-03-10T02:00:00.000Z');
    await decide(1, 'return', 1, '2026-03-11T02:00:00.000Z');

    async function decide(index: number, step: string, revision: number, at: string) {
      const office = home.offices[index];
      const of = { officeId: office?.id, subject: `${office?.code}/2025`, at };
      await insertAudit(scoped, {
        ...of,
        action: `submission.${step}`,
        detail: { revision, reason: '理由' },
      });
    }
  });
});
afterAll(() => db.close());

describe('what a submission is set beside', () => {
  test('the last approved revision and last year, with the difference of each figure', async () => {
    const { submission } = await seen(0);
    expect(submission).toMatchObject({
      revision: 3,
      former: [
        { revision: 2, decided: 'returned' },
        { revision: 1, decided: 'approved' },
      ],
      against: 1,
      formerShown: { revision: 1 },
      hasLastYear: true,
      changes: 1,
    });
    const budget = submission?.lines.money.find(({ item }) => item === 'budget_total');
    expect(budget).toMatchObject({ now: '30.00', lastYear: { by: '25' }, former: { by: '20' } });
    expect(submission?.steps.map(({ action }) => action)).toEqual([
      'submission.approve',
      'submission.return',
      'submission.return',
    ]);
    expect(submission?.comments.map(({ text, revision }) => [text, revision])).toEqual([['请细化', 2]]);
  });

  test('another former revision, or last year, where the address asks for it', async () => {
    const second = await seen(0, '2');
    expect(second.submission?.formerShown?.revision).toBe(2);
    expect(second.submission?.lines.money[0]).toMatchObject({ former: { by: '10' } });
    const year = await seen(0, 'year');
    expect(year.submission).toMatchObject({ against: 'year', formerShown: { revision: 1 } });
    expect((await seen(0, '17')).submission?.against).toBe(1);
  });

  test('the last returned revision where none was approved; a returned last year is held back', async () => {
    const { submission } = await seen(1, 'year');
    expect(submission).toMatchObject({
      against: 1,
      formerShown: { decided: 'returned' },
      hasLastYear: false,
    });
    expect(submission?.lines.money[0]?.lastYear).toBeUndefined();
  });
});

test('a draft and an office without a submission show nothing but their place', async () => {
  for (const [index, state] of [
    [2, 'draft'],
    [3, 'not_begun'],
  ] as const) {
    const view = await seen(index);
    expect([view.filing.state, view.submission]).toEqual([state, undefined]);
  }
});

test('the queue leads on, without who takes no part', async () => {
  expect((await seen(0)).queue).toMatchObject({ place: 1, size: 2, next: { id: world.home.offices[1]?.id } });
  expect((await seen(4)).filing.state).toBe('left_out');
});

test('the reviewer may act on what waits, the leader on nothing', async () => {
  expect((await seen(0)).submission?.commands).toEqual(['return', 'approve', 'comment', 'score']);
  const read = await viewReview(world.home.leader, asked(0), now);
  expect(read?.submission?.commands).toEqual([]);
});

test('an office of another district and a year without a round are not there', async () => {
  const { home, foreign } = world;
  expect(
    await viewReview(home.reviewer, { ...asked(0), officeCode: foreign.offices[0]?.code ?? '' }, now),
  ).toBeUndefined();
  expect(await viewReview(home.reviewer, { ...asked(0), year: 2011 }, now)).toBeUndefined();
});

test('any revision can be read in full', async () => {
  const key = { officeId: world.home.offices[0]?.id ?? '', year: 2025 };
  const read = (revision?: number) =>
    readScope(world.home.leader, (scoped) => findSubmission(scoped, { ...key, revision }));
  expect((await read(2))?.content).toEqual(contentOf('20'));
  expect((await read())?.content).toEqual(contentOf('30'));
  expect(await read(9)).toBeUndefined();
});

function history(index: number, year: number, status: SubmissionStatus, budgets: string[]) {
  const instant = `2026-03-1${index}T02:00:00.000Z`;
  return {
    officeId: world.home.offices[index]?.id ?? '',
    ...{ year, status, origin: 'filed' as const, returnReason: null },
    submittedAt: status === 'draft' ? null : instant,
    approvedAt: status === 'approved' ? instant : null,
    revisions: budgets.map((budget) => ({ content: contentOf(budget), findings: [], createdAt: instant })),
  };
}

function contentOf(budget: string): SubmissionContent {
  return { ...fullContent('鹤鸣'), amounts: { budget_total: `${budget}.00` } };
}

function asked(index: number, against?: string) {
  const officeCode = world.home.offices[index]?.code ?? '';
  return { year: 2025, officeCode, search: { order: 'waiting' as const, against } };
}

async function seen(index: number, against?: string) {
  const view = await viewReview(world.home.reviewer, asked(index, against), now);
  if (!view) throw new Error('no such office or round');
  return view;
}

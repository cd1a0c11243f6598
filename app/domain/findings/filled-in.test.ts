import { describe, expect, test } from 'vitest';
import { framework } from '#test/helpers/filing-district.ts';
import type { ScoreClaim } from '../submission.ts';
import { outcomesOf, statusOf } from './check.fixture.ts';
import type { Check } from './check.ts';
import { scoresAreFilledIn, somethingIsScored, stillMissing, totalsAreFilledIn } from './filled-in.ts';
import { findingKey } from './finding-key.ts';
import { missingReasons } from './missing-reasons.ts';
import { nothingStated } from './published-reports.fixture.ts';

const context = { framework, phase: 'submitting' } as const;
const scored = (...nodes: string[]): ScoreClaim[] => nodes.map((node) => ({ node, score: '1' }));
const amounts = { budget_total: '1000', executed_total: '950' };

describe('budget, executed total and goal', () => {
  test('hold where all are filled in, an amount of 0 being one', () => {
    const stated = { amounts: { ...amounts, executed_total: '0' }, goal: '完成' };
    expect(statusOf(totalsAreFilledIn, stated, context)).toBe('holds');
  });

  test('fail each by itself, so that each has a reason of its own; blanks are no goal', () => {
    const outcomes = outcomesOf(totalsAreFilledIn, { amounts: { budget_total: '1000' }, goal: ' ' }, context);
    expect(outcomes.map(({ status, fields }) => [fields, status])).toEqual([
      [['budget_total'], 'holds'],
      [['executed_total'], 'fails'],
      [['goal'], 'fails'],
    ]);
  });

  test('not checkable while it is being filled in', () => {
    expect(statusOf(totalsAreFilledIn, {}, { framework, phase: 'filling' })).toBe('not_checkable');
  });
});

describe('scores', () => {
  test('hold where the total and every leaf have one; what lies between need not', () => {
    const scores = scored('total', 'a.p.1', 'a.p.2', 'b');
    expect(statusOf(scoresAreFilledIn, { scores }, context)).toBe('holds');
  });

  test('fail in one finding that names every field, and keeps its answer while some are filled in', () => {
    const missing = (...nodes: string[]) =>
      outcomesOf(scoresAreFilledIn, { scores: scored('a', ...nodes) }, context);
    expect(missing('a.p.2')).toEqual([
      { status: 'fails', fields: ['scores.total', 'scores.a.p.1', 'scores.b'] },
    ]);
    const keys = [missing('a.p.2'), missing('total')].map(([outcome]) =>
      findingKey({ check: scoresAreFilledIn.name, fields: outcome?.fields ?? [] }),
    );
    expect(keys[0]).toBe(keys[1]);
  });

  test('not checkable where nothing is scored, which is another finding, nor while it is being filled in', () => {
    expect(statusOf(scoresAreFilledIn, {}, context)).toBe('not_checkable');
    const typed = { framework, phase: 'filling' } as const;
    expect(statusOf(scoresAreFilledIn, { scores: scored('a') }, typed)).toBe('not_checkable');
  });
});

describe('something is scored', () => {
  test('holds with one score, wherever it is', () => {
    expect(statusOf(somethingIsScored, { scores: scored('a.p.2') }, context)).toBe('holds');
  });

  test('fails without any', () => {
    expect(statusOf(somethingIsScored, { amounts }, context)).toBe('fails');
  });

  test('not checkable where the framework scores nothing, nor while it is being filled in', () => {
    const empty = { ...framework, nodes: [] };
    expect(statusOf(somethingIsScored, {}, { framework: empty, phase: 'submitting' })).toBe('not_checkable');
    expect(statusOf(somethingIsScored, {}, { framework, phase: 'filling' })).toBe('not_checkable');
  });
});

test('what is still missing is what sending would ask about', () => {
  expect(stillMissing({ ...nothingStated, amounts, scores: scored('total', 'b') }, framework)).toEqual([
    'goal',
    'scores.a.p.1',
    'scores.a.p.2',
  ]);
});

test('a reason stands at each field that it was given for, and no reason of another check does', () => {
  const finding = (check: Check, fields: string[], answer?: string) =>
    ({ check: check.name, severity: check.severity, fields, answer }) as const;
  expect(
    missingReasons(
      [
        finding(totalsAreFilledIn, ['budget_total'], '批复未下达'),
        finding(totalsAreFilledIn, ['goal']),
        finding(scoresAreFilledIn, ['scores.a', 'scores.b'], '待审计'),
        finding(somethingIsScored, ['scores.total'], '不应出现'),
      ],
      framework,
    ),
  ).toEqual({
    'amounts.budget_total': '批复未下达',
    'scores.a.score': '待审计',
    'scores.b.score': '待审计',
  });
});

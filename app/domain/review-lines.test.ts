import { describe, expect, test } from 'vitest';
import { figureChange, pairEntries, textChange } from './field-change.ts';
import type { Framework } from './framework.ts';
import { countChanges, reviewLines } from './review-lines.ts';
import { countScoreChanges, reviewScoreLines } from './review-score-lines.ts';
import type { SubmissionContent } from './submission.ts';

const empty: SubmissionContent = {
  amounts: {},
  rates: {},
  monthlyExecution: [],
  scores: [],
  outcomeIndicators: [],
  keyProjects: [],
  problems: [],
  measures: [],
};

describe('what became of a field', () => {
  test('a figure by value, with the difference where both are stated', () => {
    expect(figureChange('9.50', '9.5')).toEqual({ before: '9.5', by: '0', change: 'same' });
    expect(figureChange('12', '9.5')).toEqual({ before: '9.5', by: '2.5', change: 'changed' });
    expect(figureChange('0', undefined)).toEqual({ by: undefined, change: 'new' });
    expect(figureChange(undefined, '0')).toEqual({ before: '0', by: undefined, change: 'gone' });
    expect(figureChange(undefined, undefined).change).toBe('same');
  });

  test('a date as a whole, words by words', () => {
    expect(textChange('2024-10-27', '2023-10-19', { isWhole: true }).parts).toEqual([
      { kind: 'removed', text: '2023-10-19' },
      { kind: 'added', text: '2024-10-27' },
    ]);
    expect(textChange('改造12个', '改造12个').change).toBe('same');
  });
});

test('entries are paired by name, then by likeness, each once; unlike ones are new and gone', () => {
  const now = ['老旧小区微改造项目', '环卫保洁', '排水单元'];
  const before = ['环卫保洁', '社区文体设施', '老旧小区改造项目', '环卫保洁'];
  const pairs = pairEntries(
    now.map((name) => ({ name })),
    before.map((name) => ({ name })),
    ({ name }) => name,
  );
  expect(pairs.map((pair) => [pair.row, pair.now?.name, pair.before?.name])).toEqual([
    [1, '老旧小区微改造项目', '老旧小区改造项目'],
    [2, '环卫保洁', '环卫保洁'],
    [3, '排水单元', undefined],
    [undefined, undefined, '社区文体设施'],
    [undefined, undefined, '环卫保洁'],
  ]);
});

const now: SubmissionContent = {
  ...empty,
  goal: '2024年目标',
  staffing: 44,
  filedOn: '2024-10-27',
  amounts: { budget_total: '100', executed_total: '97.5' },
  monthlyExecution: [{ month: 3, rate: '25' }],
  keyProjects: [{ name: '环卫保洁', amount: '500', grade: '优' }],
  problems: [{ text: '进度偏慢', themes: [] }],
  measures: [{ text: '按月调度', problem: 0 }],
};
const former: SubmissionContent = {
  ...now,
  amounts: { budget_total: '100.00', executed_total: '90' },
  keyProjects: [{ name: '环卫保洁', amount: '400', grade: '优' }],
};
const lastYear: SubmissionContent = { ...empty, goal: '2023年目标', amounts: { revenue_total: '7' } };

test('every field any content states has a line, named as the form names it', () => {
  const { money, months, counts, texts, lists } = reviewLines({ now, former, lastYear, against: 'former' });
  expect(money.map(({ field, former: since, lastYear: on }) => [field, since?.change, on?.change])).toEqual([
    ['amounts.budget_total', 'same', 'new'],
    ['amounts.revenue_total', 'same', 'gone'],
    ['amounts.executed_total', 'changed', 'new'],
  ]);
  expect(months.map(({ field, now: rate }) => [field, rate])).toEqual([['months.3', '25']]);
  expect(counts.map(({ field }) => field)).toEqual(['staffing']);
  expect(texts.map(({ field, marked }) => [field, marked?.change])).toEqual([
    ['goal', 'same'],
    ['filed_on', 'same'],
  ]);
  expect(lists.projects).toMatchObject([
    {
      row: 1,
      change: 'changed',
      texts: [{ field: 'projects.1.name' }, { field: 'projects.1.grade' }],
      figures: [{ field: 'projects.1.amount', former: { by: '100' } }],
    },
  ]);
  expect(lists.measures[0]?.figures[0]).toMatchObject({ field: 'measures.1.problem', now: '1' });
});

test('changes are counted against what is marked: a list’s entry once', () => {
  const count = (against: 'year' | 'former') =>
    countChanges(reviewLines({ now, former, lastYear, against }), against);
  expect(count('former')).toBe(2);
  // three amounts, a month, staffing, goal, day, project, problem, measure
  expect(count('year')).toBe(10);
  expect(countChanges(reviewLines({ now, against: 'year' }), 'year')).toBe(0);
});

test('scores stand in the framework’s order with the total last; only the lowest take the reviewer’s', () => {
  const node = (code: string, parent: string | null, level: 1 | 2, weight: string) => ({
    ...{ code, parent, level, weight, name: code, nameEn: code, verified: true },
  });
  const framework: Framework = {
    ...{ name: '', nameEn: '', year: 2024, version: 1, totalWeight: '100' },
    nodes: [node('a', null, 1, '60'), node('b', null, 1, '40'), node('a.p', 'a', 2, '60')],
  };
  const claimed = { ...now, scores: [{ node: 'a.p', score: '55', reason: '进度慢' }] };
  const before = { ...former, scores: [{ node: 'a.p', score: '50', reason: '进度偏慢' }] };
  const compared = { now: claimed, former: before, against: 'former' as const };
  const lines = reviewScoreLines(framework, compared, {
    scores: { 'a.p': '54' },
    reasons: { 'a.p': '核减' },
  });
  expect(lines.map(({ code, isIndicator }) => [code, isIndicator])).toEqual([
    ['a', false],
    ['a.p', true],
    ['b', true],
    ['total', false],
  ]);
  expect(lines[1]).toMatchObject({
    weight: '60',
    reviewed: '54',
    reviewedReason: '核减',
    self: { field: 'scores.a.p.score', now: '55', former: { by: '5' } },
    texts: [{ field: 'scores.a.p.reason', marked: { change: 'changed' } }],
  });
  expect(countScoreChanges(lines, 'former')).toBe(2);
});

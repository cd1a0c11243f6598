import { expect, test } from 'vitest';
import { figureOutOfRange } from './figure-range.ts';
import type { SubmissionContent } from './submission.ts';

const content: SubmissionContent = {
  subUnitsStated: 3,
  staffing: 1_999_999_999,
  amounts: { budget_total: '999999999999999.99', revenue_change: '-0.01' },
  rates: { execution_rate: '96.12' },
  monthlyExecution: [{ month: 1, rate: '8.5' }],
  scores: [{ node: 'total', score: '95.97', statedMax: '100' }],
  outcomeIndicators: [],
  keyProjects: [{ name: '绿化' }],
  problems: [],
  measures: [],
};

test('figures that somebody might state are kept', () => {
  expect(figureOutOfRange(content)).toBeUndefined();
});

test.each<[string, Partial<SubmissionContent>, ReturnType<typeof figureOutOfRange>]>([
  ['an amount', { amounts: { budget_total: '1e15' } }, { kind: 'money', value: '1e15' }],
  [
    'a negative amount',
    { amounts: { revenue_change: '-1000000000000000' } },
    { kind: 'money', value: '-1000000000000000' },
  ],
  [
    'a project’s amount',
    { keyProjects: [{ name: 'x', amount: '9'.repeat(20) }] },
    { kind: 'money', value: '9'.repeat(20) },
  ],
  ['a rate', { rates: { sme_share: '99999.1' } }, { kind: 'rate', value: '99999.1' }],
  ['a score', { scores: [{ node: 'total', score: '100000' }] }, { kind: 'score', value: '100000' }],
  [
    'full marks',
    { scores: [{ node: 'a', score: '1', statedMax: '99999' }] },
    { kind: 'score', value: '99999' },
  ],
  ['a count', { staffing: 1e21 }, { kind: 'count', value: '1e+21' }],
])('%s beyond all measure is named', (_, changes, found) => {
  expect(figureOutOfRange({ ...content, ...changes })).toEqual(found);
});

import { expect, test } from 'vitest';
import { contentDifferences } from './content-difference.ts';
import { guangdong2023 } from './frameworks/guangdong-2023.ts';
import type { SubmissionContent } from './submission.ts';

const content: SubmissionContent = {
  goal: '目标',
  innerDepartments: ['党政办'],
  amounts: { budget_total: '100.00', executed_total: '90' },
  rates: { execution_rate: '90' },
  monthlyExecution: [{ month: 1, rate: '8' }],
  scores: [
    { node: 'total', score: '95.5' },
    { node: 'management', score: '48' },
  ],
  outcomeIndicators: [],
  keyProjects: [{ name: '绿化', amount: '5' }],
  problems: [{ text: '问题一', themes: ['budget_execution'] }],
  measures: [],
};
const differences = (changes: Partial<SubmissionContent>) =>
  contentDifferences(content, { ...content, ...changes }, guangdong2023);

test('nothing differs from itself, nor from the same figures written otherwise', () => {
  expect(differences({})).toEqual([]);
  expect(
    differences({
      amounts: { executed_total: '90.00', budget_total: '100' },
      scores: [
        { node: 'management', score: '48.0' },
        { node: 'total', score: '95.50' },
      ],
      keyProjects: [{ amount: '5', name: '绿化', grade: undefined }],
      staffing: undefined,
    }),
  ).toEqual([]);
});

test('a figure that is changed, added or gone', () => {
  expect(
    differences({ amounts: { budget_total: '101', revenue_total: '7' }, rates: { execution_rate: '91' } }),
  ).toEqual([
    { kind: 'money', field: 'budget_total', before: '100.00', after: '101' },
    { kind: 'money', field: 'executed_total', before: '90', after: undefined },
    { kind: 'money', field: 'revenue_total', before: undefined, after: '7' },
    { kind: 'rate', field: 'execution_rate', before: '90', after: '91' },
  ]);
});

test('a score with its node, the total without one', () => {
  const found = differences({ scores: [{ node: 'management', score: '47' }] });
  expect(found).toMatchObject([
    { kind: 'score', field: 'total', before: '95.5', node: undefined },
    { kind: 'score', field: 'management', before: '48', after: '47', node: { name: '管理效率' } },
  ]);
});

test('lists by number and words, texts by words', () => {
  expect(
    differences({
      monthlyExecution: [],
      problems: [{ text: '问题二', themes: ['budget_execution'] }],
      goal: '新目标',
      staffing: 12,
      innerDepartments: undefined,
    }),
  ).toEqual([
    { kind: 'list', field: 'monthlyExecution', before: 1, after: 0 },
    { kind: 'list', field: 'problems', before: 1, after: 1 },
    { kind: 'text', field: 'innerDepartments', before: true, after: false },
    { kind: 'text', field: 'staffing', before: false, after: true },
    { kind: 'text', field: 'goal', before: true, after: true },
  ]);
});

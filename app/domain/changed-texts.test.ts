import { expect, test } from 'vitest';
import { changedTexts } from './changed-texts.ts';
import type { Framework } from './framework.ts';
import type { SubmissionContent } from './submission.ts';

const framework: Framework = { nodes: [], totalWeight: '100', grades: [] } as never;
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

test('texts that are new, changed or gone are told, those that read the same are not', () => {
  const now = { ...empty, goal: '新目标', keyTasks: '照旧', changeReason: '项目增加' };
  const before = { ...empty, goal: '旧目标', keyTasks: '照旧', functions: '职能' };
  expect(changedTexts(framework, now, before)).toEqual([
    { field: 'goal', change: 'changed', text: '新目标' },
    { field: 'change_reason', change: 'new', text: '项目增加' },
    { field: 'functions', change: 'gone', text: '职能' },
  ]);
});

test('an entry that is gone is told by its list, for it has no field any more', () => {
  const before = { ...empty, goal: '目标', followUps: [{ problem: '执行偏慢', state: 'open' as const }] };
  const now = { ...empty, goal: '目标' };
  expect(changedTexts(framework, now, before)).toEqual([
    { list: 'followups', change: 'gone', text: '执行偏慢' },
  ]);
});

test('without a last year nothing is new', () => {
  expect(changedTexts(framework, { ...empty, goal: '目标' }, undefined)).toEqual([]);
});

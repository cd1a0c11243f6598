import { describe, expect, test } from 'vitest';
import { listRows, reviewLists, rowKey } from './review-lists.ts';
import type { SubmissionContent } from './submission.ts';

const nothing: SubmissionContent = {
  ...{ basics: {}, amounts: {}, rates: {}, months: [], keyTasks: [], scores: [] },
  ...{ keyProjects: [], outcomeIndicators: [], problems: [], measures: [], findings: [], quotes: [] },
} as unknown as SubmissionContent;
const said = (texts: string[]) => texts.map((text) => ({ text, themes: [] }));
const full = (names: string[]): SubmissionContent =>
  ({
    ...nothing,
    keyProjects: names.map((name) => ({ name })),
    outcomeIndicators: names.map((name) => ({ name, class: '数量' })),
    problems: said(names),
    measures: names.map((text) => ({ text, problem: 0 })),
    followUps: names.map((problem) => ({ problem, state: 'solved' })),
  }) as unknown as SubmissionContent;

describe.each(reviewLists)('rows of %s', (list) => {
  test.each([
    ['all gone', [], ['甲', '乙', '丙']],
    ['some gone, others new', ['甲', '丁'], ['甲', '乙', '丙']],
    ['the same words twice, then gone', ['甲', '甲'], ['乙', '乙', '甲', '甲']],
    ['all new', ['甲', '甲', '乙'], []],
  ])('%s: each has a key of its own', (_what, now, before) => {
    const keys = listRows({ now: full(now), lastYear: full(before) }, list).map(rowKey);
    expect(keys.length).toBeGreaterThan(0);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

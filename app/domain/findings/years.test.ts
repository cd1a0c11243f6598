import { describe, expect, test } from 'vitest';
import { outcomesOf, statusOf } from './check.fixture.ts';
import { baihedongText, jiaheText, nothingStated } from './published-reports.fixture.ts';
import { headingYearIsBodyYear, ownYearThroughout, wordsAreNew } from './years.ts';

describe('heading and body name one year', () => {
  const report = (heading: string, body: string) =>
    `附件 2\n\n${heading}\n\n一、基本情况\n\n${body}。根据通知，2022年度决算已公开。`;
  const body = '2023年预算数100万元，2023 年度执行数90万元，2023\n年完成90%';

  test('holds, also with a line break in the title and last year mentioned', () => {
    const title = '白鹤洞街道 2023 年部门整体支出\n绩效自评报告';
    expect(statusOf(headingYearIsBodyYear, {}, { reportText: report(title, body) })).toBe('holds');
  });

  test('fails where the heading is last year’s', () => {
    const reportText = report('某街道2022年度整体支出绩效自评报告', body);
    expect(outcomesOf(headingYearIsBodyYear, {}, { reportText })).toEqual([
      { status: 'fails', fields: ['text'], evidence: '2022 / 2023' },
    ]);
  });

  test('fails where the body is', () => {
    const reportText = report('某街道2023年度绩效自评报告', body.replaceAll('2023', '2022'));
    expect(statusOf(headingYearIsBodyYear, {}, { reportText })).toBe('fails');
  });

  test('not checkable without a year in the heading', () => {
    const reportText = report('某街道整体支出绩效自评报告', body);
    expect(statusOf(headingYearIsBodyYear, {}, { reportText })).toBe('not_checkable');
    expect(statusOf(headingYearIsBodyYear, {})).toBe('not_checkable');
    for (const text of [baihedongText, jiaheText])
      expect(statusOf(headingYearIsBodyYear, {}, { reportText: text })).not.toBe('fails');
  });
});

describe('own year in goal and tasks', () => {
  test('holds where the year itself is named, earlier ones beside it', () => {
    expect(statusOf(ownYearThroughout, { goal: '在2022年基础上，2023年完成微改造' })).toBe('holds');
  });

  test('fails where only an earlier year is named', () => {
    expect(outcomesOf(ownYearThroughout, { keyTasks: '2022 年完成微改造三处' })).toEqual([
      { status: 'fails', fields: ['key_tasks'], evidence: '2022年' },
    ]);
  });

  test('not checkable without a year', () => {
    expect(statusOf(ownYearThroughout, { goal: '完成微改造' })).toBe('not_checkable');
    expect(statusOf(ownYearThroughout, {})).toBe('not_checkable');
  });
});

describe('words not taken from last year', () => {
  const goal = '持续推进公园建设、小区微改造、更新改造等重点民生工程建设。';
  const lastYear = { ...nothingStated, goal, changeReason: goal };

  test('holds with other words', () => {
    expect(statusOf(wordsAreNew, { goal: `${goal}完成社区服务中心建设。` }, { lastYear })).toBe('holds');
  });

  test('fails with the same, spaces and stops aside', () => {
    const same = goal.replaceAll('、', ' ');
    expect(outcomesOf(wordsAreNew, { goal: same, changeReason: '政策性增支' }, { lastYear })).toEqual([
      { status: 'fails', fields: ['goal'] },
      { status: 'not_checkable', fields: ['change_reason'] },
    ]);
  });

  test('not checkable without last year, and with words that may well be the same', () => {
    expect(statusOf(wordsAreNew, { goal })).toBe('not_checkable');
    const short = { ...nothingStated, goal: '保障运转' };
    expect(statusOf(wordsAreNew, { goal: '保障运转' }, { lastYear: short })).toBe('not_checkable');
  });
});

import { describe, expect, test } from 'vitest';
import { outcomesOf, statusOf } from './check.fixture.ts';
import { countIsListed, ownNameThroughout, periodIsWholeYear } from './text.ts';

describe('stated count = listed items', () => {
  const subUnits = ['综合服务中心', '综合保障中心'];

  test('holds', () => {
    expect(statusOf(countIsListed, { subUnits, subUnitsStated: 2 })).toBe('holds');
  });

  test('fails, also against an empty list', () => {
    expect(statusOf(countIsListed, { subUnits, subUnitsStated: 3 })).toBe('fails');
    expect(statusOf(countIsListed, { subUnits: [], subUnitsStated: 3 })).toBe('fails');
  });

  test('not checkable without a list or a count', () => {
    expect(statusOf(countIsListed, { subUnits })).toBe('not_checkable');
    expect(statusOf(countIsListed, { subUnitsStated: 2 })).toBe('not_checkable');
  });
});

describe('period is the whole year', () => {
  const status = (reportText: string) => statusOf(periodIsWholeYear, {}, { reportText });

  test.each([
    '今年 1-11 月，累计发放低保金 11.34 万元。',
    '2023年1—10月受理业务 4197 人次。',
    '1月至9月完成 31 场。',
    '2023年1月1日至11月30日完成投资。',
    '截至 2023 年 11 月，已完成 5 项。',
    '前三季度累计服务 200 人次。',
  ])('fails: %s', (text) => {
    expect(status(text)).toBe('fails');
  });

  test.each([
    '2023年1-12月累计发放 100 万元。',
    '2023年1月1日至12月31日。',
    '2022年1-11月为旧数据。',
    '对 1-7 月绩效目标运行情况开展双监控。',
    '截至12月底全部完成。',
    '宣传活动共 48 场，培训 1-3 次，2021-11 月刊。',
    '完成率 0.1-11 月',
  ])('holds: %s', (text) => {
    expect(status(text)).toBe('holds');
  });

  test('gives the words', () => {
    const reportText = '做好服务。今年 1-11 月受理业务；截至 10 月完成。';
    expect(outcomesOf(periodIsWholeYear, {}, { reportText })[0]?.evidence).toBe('今年 1-11 月');
  });

  test('of several in one sentence, the first', () => {
    const reportText = '截至 10 月完成，今年 1-11 月受理。';
    expect(outcomesOf(periodIsWholeYear, {}, { reportText })[0]?.evidence).toBe('截至 10 月');
  });

  test('reads the typed narrative where there is no report', () => {
    expect(statusOf(periodIsWholeYear, { keyTasks: '今年 1-11 月完成。' })).toBe('fails');
  });

  test('not checkable without words', () => {
    expect(statusOf(periodIsWholeYear, {})).toBe('not_checkable');
  });
});

describe('own name throughout', () => {
  const status = (reportText: string, officeName = '嘉禾街道') =>
    statusOf(ownNameThroughout, {}, { reportText, officeName });

  test('holds: its own name, broken over lines, and street offices in general', () => {
    const text = '广州市白云区人民政府嘉\n禾街道办事处是派出机关。区内各街道办事处、区所属街道办事处。';
    expect(status(text)).toBe('holds');
    expect(status(text, '广州市白云区人民政府嘉禾街道办事处')).toBe('holds');
  });

  test('fails, giving the other name', () => {
    const reportText = '广州市白云区人民政府嘉禾街道办事处。荔湾区人民政府白鹤洞街道办事处部门预算。';
    const [outcome] = outcomesOf(ownNameThroughout, {}, { reportText, officeName: '嘉禾街道' });
    expect(outcome).toMatchObject({ status: 'fails', evidence: '人民政府白鹤洞街道办事处' });
  });

  test('not checkable without the office’s name or without words', () => {
    expect(statusOf(ownNameThroughout, {}, { reportText: '白云区嘉禾街道办事处' })).toBe('not_checkable');
    expect(statusOf(ownNameThroughout, {}, { officeName: '嘉禾街道' })).toBe('not_checkable');
  });
});

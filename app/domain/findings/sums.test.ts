import { describe, expect, test } from 'vitest';
import { outcomesOf, statusOf } from './check.fixture.ts';
import { naturesMakeTotal, personnelAndPublicMakeBasic, sourcesMakeTotal } from './sums.ts';

describe('by source = total', () => {
  const sources = {
    expenditure_general: '62363700',
    expenditure_gov_fund: '33496700',
    expenditure_other: '1779300',
  };

  test('holds with the sources that are listed: 6236.37 + 3349.67 + 177.93 = 9763.97 万元', () => {
    expect(statusOf(sourcesMakeTotal, { amounts: { ...sources, executed_total: '97639700' } })).toBe('holds');
  });

  test('tolerates 0.01 万元 a part and no more', () => {
    const total = (executed_total: string) =>
      statusOf(sourcesMakeTotal, { amounts: { ...sources, executed_total } });
    expect(total('97640000')).toBe('holds');
    expect(total('97640000.01')).toBe('fails');
    expect(total('97639399.99')).toBe('fails');
  });

  test('fails, naming what was added', () => {
    const outcomes = outcomesOf(sourcesMakeTotal, { amounts: { ...sources, executed_total: '99999900' } });
    expect(outcomes[1]).toEqual({
      status: 'fails',
      fields: ['executed_total', 'expenditure_general', 'expenditure_gov_fund', 'expenditure_other'],
      computed: '97639700',
      stated: '99999900',
    });
  });

  test('a single source below the total is not checkable, at it holds, above it fails', () => {
    const one = (revenue_general: string) =>
      statusOf(sourcesMakeTotal, { amounts: { revenue_general, revenue_total: '5000000' } });
    expect(one('4000000')).toBe('not_checkable');
    expect(one('5000000')).toBe('holds');
    expect(one('6000000')).toBe('fails');
  });

  test('not checkable without the total', () => {
    expect(statusOf(sourcesMakeTotal, { amounts: sources })).toBe('not_checkable');
  });
});

describe('by nature = total', () => {
  const natures = { expenditure_basic: '25157500', expenditure_project: '72482200' };

  test('holds: 2515.75 + 7248.22 = 9763.97 万元', () => {
    expect(statusOf(naturesMakeTotal, { amounts: { ...natures, executed_total: '97639700' } })).toBe('holds');
  });

  test('fails, also where a total of 0 stands above details', () => {
    expect(statusOf(naturesMakeTotal, { amounts: { ...natures, executed_total: '97000000' } })).toBe('fails');
    expect(statusOf(naturesMakeTotal, { amounts: { ...natures, executed_total: '0' } })).toBe('fails');
  });

  test('not checkable while project spending is missing', () => {
    const amounts = { expenditure_basic: '25157500', executed_total: '97639700' };
    expect(statusOf(naturesMakeTotal, { amounts })).toBe('not_checkable');
  });
});

describe('personnel + public = basic', () => {
  const parts = { expenditure_personnel: '29876900', expenditure_public: '1832500' };

  test('holds: 2987.69 + 183.25 = 3170.94 万元', () => {
    const amounts = { ...parts, expenditure_basic: '31709400' };
    expect(statusOf(personnelAndPublicMakeBasic, { amounts })).toBe('holds');
  });

  test('fails', () => {
    const amounts = { ...parts, expenditure_basic: '31000000' };
    expect(statusOf(personnelAndPublicMakeBasic, { amounts })).toBe('fails');
  });

  test('not checkable while either is missing', () => {
    const amounts = { expenditure_personnel: '29876900', expenditure_basic: '31709400' };
    expect(statusOf(personnelAndPublicMakeBasic, { amounts })).toBe('not_checkable');
  });
});

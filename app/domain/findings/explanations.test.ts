import { describe, expect, test } from 'vitest';
import { outcomesOf, statusOf } from './check.fixture.ts';
import { executionIsUsual, inLineWithOwnYears, largeChangeIsExplained } from './explanations.ts';
import { nothingStated } from './published-reports.fixture.ts';

const yearOf = (amounts: Record<string, string>) => ({ ...nothingStated, amounts });

describe('execution between 50 and 120 %', () => {
  const at = (executed_total: string, themes: string[] = []) =>
    statusOf(executionIsUsual, {
      amounts: { executed_total, budget_total: '100' },
      problems: [{ text: '问题', themes }],
    });

  test('holds within, both ends included', () => {
    expect([at('50'), at('96'), at('120')]).toEqual(['holds', 'holds', 'holds']);
  });

  test('fails outside', () => expect([at('49.99'), at('120.01')]).toEqual(['fails', 'fails']));

  test('holds outside where the problems say why', () => {
    expect(at('30', ['slow_execution'])).toBe('holds');
    expect(at('230', ['budget_change'])).toBe('holds');
    expect(at('230', ['slow_execution'])).toBe('fails');
  });

  test('not checkable without a budget, or with one of 0', () => {
    expect(statusOf(executionIsUsual, { amounts: { executed_total: '5' } })).toBe('not_checkable');
    expect(statusOf(executionIsUsual, { amounts: { executed_total: '5', budget_total: '0' } })).toBe(
      'not_checkable',
    );
  });
});

describe('large change explained', () => {
  const lastYear = yearOf({ executed_total: '100', budget_total: '100' });
  const now = (executed_total: string, changeReason?: string) =>
    statusOf(largeChangeIsExplained, { amounts: { executed_total }, changeReason }, { lastYear });

  test('holds up to 30 % either way, and beyond with a reason', () => {
    expect([now('130'), now('70'), now('200', '新增更新改造项目')]).toEqual(['holds', 'holds', 'holds']);
  });

  test('fails beyond without one', () => {
    const amounts = { executed_total: '130.01' };
    expect(outcomesOf(largeChangeIsExplained, { amounts }, { lastYear })[1]).toEqual({
      status: 'fails',
      fields: ['executed_total'],
      computed: '30.01',
    });
    expect(now('69.99', '  ')).toBe('fails');
  });

  test('without last year, the change that the office states counts', () => {
    expect(statusOf(largeChangeIsExplained, { rates: { expenditure_change: '45' } })).toBe('fails');
    const amounts = { revenue_total: '150', revenue_change: '50' };
    expect(statusOf(largeChangeIsExplained, { amounts })).toBe('fails');
    const context = { reportText: '比上年增加50，主要是新增项目。' };
    expect(statusOf(largeChangeIsExplained, { amounts }, context)).toBe('holds');
  });

  test('not checkable without last year and without a stated change, or from 0', () => {
    expect(statusOf(largeChangeIsExplained, { amounts: { executed_total: '5' } })).toBe('not_checkable');
    const fromNothing = { lastYear: yearOf({ executed_total: '0' }) };
    expect(statusOf(largeChangeIsExplained, { amounts: { executed_total: '5' } }, fromNothing)).toBe(
      'not_checkable',
    );
  });
});

describe('in line with own years', () => {
  const history = ['900000', '1000000', '1100000'].map((executed_total) => yearOf({ executed_total }));
  const now = (executed_total: string, earlier = history) =>
    outcomesOf(inLineWithOwnYears, { amounts: { executed_total } }, { history: earlier }).find(({ fields }) =>
      fields.includes('executed_total'),
    );

  test('holds from half to twice the median', () => {
    expect([now('500000')?.status, now('2000000')?.status]).toEqual(['holds', 'holds']);
  });

  test('fails outside, and offers the amount in the other unit where that is in line', () => {
    expect(now('499999')).toEqual({
      status: 'fails',
      fields: ['executed_total'],
      computed: '1000000',
      stated: '499999',
    });
    expect(now('103.5')).toMatchObject({
      status: 'fails',
      proposal: { field: 'executed_total', value: '1035000' },
    });
    expect(now('9800000000')).toMatchObject({ proposal: { value: '980000' } });
  });

  test('not checkable with fewer than three years', () => {
    expect(now('5', history.slice(1))?.status).toBe('not_checkable');
    expect(statusOf(inLineWithOwnYears, { amounts: { executed_total: '5' } })).toBe('not_checkable');
  });
});

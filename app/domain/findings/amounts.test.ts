import { describe, expect, test } from 'vitest';
import { actualWithinBudget, carryoverFollows } from './amounts.ts';
import { outcomesOf, statusOf } from './check.fixture.ts';
import { claims } from './published-reports.fixture.ts';

describe('carryover', () => {
  const amounts = { budget_total: '101583600', executed_total: '97639700' };

  test('holds, with an opening carry-over where there is one', () => {
    expect(statusOf(carryoverFollows, { amounts: { ...amounts, carryover_closing: '3943900' } })).toBe(
      'holds',
    );
    const opened = { ...amounts, carryover_opening: '64500', carryover_closing: '4008400' };
    expect(statusOf(carryoverFollows, { amounts: opened })).toBe('holds');
  });

  test('fails: a gap of 6.45 万元', () => {
    const [outcome] = outcomesOf(carryoverFollows, { amounts: { ...amounts, carryover_closing: '4008400' } });
    expect(outcome).toMatchObject({ status: 'fails', computed: '3943900', stated: '4008400' });
  });

  test('not checkable without a budget', () => {
    const without = { executed_total: '97639700', carryover_opening: '1', carryover_closing: '4008400' };
    expect(statusOf(carryoverFollows, { amounts: without })).toBe('not_checkable');
  });
});

describe('actual within budget', () => {
  const over = { public_funds_budget: '1247800', public_funds_actual: '1247900' };

  test('holds, also when they are equal', () => {
    const amounts = {
      ...over,
      public_funds_actual: '1243600',
      three_public_budget: '33400',
      three_public_actual: '33400',
    };
    expect(outcomesOf(actualWithinBudget, { amounts }).map((one) => one.status)).toEqual(['holds', 'holds']);
  });

  test('fails, also when full marks are claimed', () => {
    expect(statusOf(actualWithinBudget, { amounts: over })).toBe('fails');
    const scores = claims({ 'management.operating_cost': ['4'] });
    expect(statusOf(actualWithinBudget, { amounts: over, scores })).toBe('fails');
  });

  test('holds when the office gave up points for it, and only for it', () => {
    const gaveUp = (node: string) =>
      statusOf(actualWithinBudget, { amounts: over, scores: claims({ [node]: ['1'] }) });
    expect(gaveUp('management.operating_cost')).toBe('holds');
    expect(gaveUp('management.operating_cost.cost_control')).toBe('holds');
    expect(gaveUp('management.operating_cost.three_public')).toBe('fails');
    expect(gaveUp('management.assets')).toBe('fails');
  });

  test('not checkable without the budget', () => {
    expect(statusOf(actualWithinBudget, { amounts: { three_public_actual: '33400' } })).toBe('not_checkable');
  });
});

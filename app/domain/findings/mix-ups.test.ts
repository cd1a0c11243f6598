import { describe, expect, test } from 'vitest';
import { outcomesOf, statusOf } from './check.fixture.ts';
import {
  balancingTotalIsNoSpending,
  nothingOfNothing,
  rateIsByWholeYear,
  revenueRateIsNoExecution,
  twoRatesAreApart,
} from './mix-ups.ts';

describe('rate by the whole-year budget', () => {
  const initial = { executed_total: '250', budget_initial: '100' };

  test('holds where a usual rate fits the only budget stated', () => {
    const amounts = { executed_total: '95', budget_initial: '100' };
    expect(statusOf(rateIsByWholeYear, { amounts, rates: { execution_rate: '95' } })).toBe('holds');
  });

  test('fails where the initial budget gives more than 200 %', () => {
    expect(outcomesOf(rateIsByWholeYear, { amounts: initial, rates: { execution_rate: '250.00' } })).toEqual([
      { status: 'fails', fields: ['execution_rate', 'budget_total', 'budget_initial'], stated: '250.00' },
    ]);
  });

  test('not checkable where the whole-year budget is stated, or the rate fits neither', () => {
    const rates = { execution_rate: '250' };
    expect(statusOf(rateIsByWholeYear, { amounts: { ...initial, budget_total: '260' }, rates })).toBe(
      'not_checkable',
    );
    expect(
      statusOf(rateIsByWholeYear, { amounts: { executed_total: '90', budget_initial: '100' }, rates }),
    ).toBe('not_checkable');
  });
});

describe('two rates kept apart', () => {
  const amounts = { executed_total: '96', budget_total: '100' };
  const monthlyExecution = [
    { month: 3, rate: '90' },
    { month: 6, rate: '94' },
  ];
  const of = (rates: Record<string, string>) =>
    statusOf(twoRatesAreApart, { amounts, monthlyExecution, rates });

  test('holds where each agrees with its own figures, or with neither', () => {
    expect(of({ execution_rate: '96', spending_progress: '92' })).toBe('holds');
    expect(of({ execution_rate: '70', spending_progress: '60' })).toBe('holds');
  });

  test('fails where one stands in for the other', () => {
    expect(of({ spending_progress: '96.00' })).toBe('fails');
    expect(of({ execution_rate: '92' })).toBe('fails');
    const swapped = outcomesOf(twoRatesAreApart, {
      amounts,
      rates: { execution_rate: '92', spending_progress: '92' },
    });
    expect(swapped[1]).toMatchObject({ status: 'fails', fields: ['execution_rate'], computed: '96.00' });
  });

  test('not checkable without the figures of either', () => {
    expect(statusOf(twoRatesAreApart, { rates: { execution_rate: '92', spending_progress: '92' } })).toBe(
      'not_checkable',
    );
  });
});

describe('balancing total is no spending', () => {
  const parts = { expenditure_basic: '4000000', expenditure_project: '5000000', carryover_closing: '700000' };
  const of = (executed_total: string) =>
    outcomesOf(balancingTotalIsNoSpending, { amounts: { ...parts, executed_total } });

  test('holds where the total is that of the parts', () => expect(of('9000000')[0]?.status).toBe('holds'));

  test('fails where it holds the carry-over, and offers the spending', () => {
    expect(of('9700000')).toEqual([
      {
        status: 'fails',
        fields: ['executed_total', 'carryover_closing'],
        computed: '9000000',
        stated: '9700000',
        proposal: { field: 'executed_total', value: '9000000' },
      },
    ]);
  });

  test('by source where nothing is stated by nature', () => {
    const amounts = {
      expenditure_general: '8000000',
      expenditure_other: '1000000',
      carryover_closing: '700000',
      executed_total: '9700000',
    };
    expect(statusOf(balancingTotalIsNoSpending, { amounts })).toBe('fails');
  });

  test('not checkable without parts or without a carry-over', () => {
    const { carryover_closing: _, ...without } = parts;
    expect(statusOf(balancingTotalIsNoSpending, { amounts: { ...without, executed_total: '9700000' } })).toBe(
      'not_checkable',
    );
    const amounts = { executed_total: '9700000', carryover_closing: '700000' };
    expect(statusOf(balancingTotalIsNoSpending, { amounts })).toBe('not_checkable');
  });
});

describe('revenue rate is no execution rate', () => {
  const amounts = { revenue_total: '99', executed_total: '96', budget_total: '100' };
  const of = (execution_rate: string) =>
    statusOf(revenueRateIsNoExecution, { amounts, rates: { execution_rate } });

  test('holds by spending', () => expect(of('96')).toBe('holds'));
  test('fails by revenue', () => expect(of('99.00')).toBe('fails'));
  test('not checkable without revenue', () => {
    const { revenue_total: _, ...without } = amounts;
    expect(statusOf(revenueRateIsNoExecution, { amounts: without, rates: { execution_rate: '99' } })).toBe(
      'not_checkable',
    );
  });
});

describe('0 of 0 is not applicable', () => {
  const none = { sme_reserved: '0', sme_actual: '0' };

  test('holds with something to divide by', () => {
    const amounts = { sme_reserved: '5', sme_actual: '5' };
    expect(statusOf(nothingOfNothing, { amounts, rates: { sme_share: '100' } })).toBe('holds');
  });

  test('fails where a rate of nothing is stated', () => {
    expect(statusOf(nothingOfNothing, { amounts: none, rates: { sme_share: '100' } })).toBe('fails');
    const amounts = { revenue_total: '80', revenue_change: '80' };
    expect(statusOf(nothingOfNothing, { amounts, rates: { revenue_change: '100' } })).toBe('fails');
  });

  test('not checkable where no rate is stated', () => {
    expect(statusOf(nothingOfNothing, { amounts: none })).toBe('not_checkable');
  });
});

import { describe, expect, test } from 'vitest';
import { outcomesOf, statusOf } from './check.fixture.ts';
import {
  changesAreStated,
  executionRateIsStated,
  sharesAreStated,
  smeShareIsStated,
  spendingProgressIsStated,
} from './rates.ts';

describe('execution rate', () => {
  const amounts = { budget_total: '101583600', executed_total: '97639700' };

  test('holds to the decimals it was stated with: 96.1176 % as 96.12, 96.1 and 96', () => {
    for (const execution_rate of ['96.12', '96.1', '96']) {
      expect(statusOf(executionRateIsStated, { amounts, rates: { execution_rate } })).toBe('holds');
    }
  });

  test('fails beyond them', () => {
    const [outcome] = outcomesOf(executionRateIsStated, { amounts, rates: { execution_rate: '96.11' } });
    expect(outcome).toMatchObject({ status: 'fails', computed: '96.12', stated: '96.11' });
    expect(statusOf(executionRateIsStated, { amounts, rates: { execution_rate: '97' } })).toBe('fails');
  });

  test('not checkable without a budget; income and another budget are no stand-ins', () => {
    const rates = { execution_rate: '100' };
    const instead = { executed_total: '97639700', revenue_total: '97639700', budget_initial: '97639700' };
    expect(statusOf(executionRateIsStated, { amounts: instead, rates })).toBe('not_checkable');
    expect(statusOf(executionRateIsStated, { amounts: { ...amounts, budget_total: '0' }, rates })).toBe(
      'not_checkable',
    );
  });
});

describe('share of total', () => {
  const amounts = { revenue_total: '184958400', revenue_general: '181215900' };

  test('holds: 97.977 % as 97.98', () => {
    expect(statusOf(sharesAreStated, { amounts, rates: { revenue_general_share: '97.98' } })).toBe('holds');
  });

  test('fails', () => {
    expect(statusOf(sharesAreStated, { amounts, rates: { revenue_general_share: '79.98' } })).toBe('fails');
  });

  test('not checkable without the whole, or when the whole is 0', () => {
    const rates = { expenditure_basic_share: '17.14' };
    expect(statusOf(sharesAreStated, { amounts: { expenditure_basic: '1' }, rates })).toBe('not_checkable');
    const none = { expenditure_basic: '0', executed_total: '0' };
    expect(statusOf(sharesAreStated, { amounts: none, rates })).toBe('not_checkable');
  });
});

describe('change on last year', () => {
  const amounts = { executed_total: '184958400', expenditure_change: '29826200' };

  test('holds: 2982.62 ÷ 15513.22 = 19.226 %', () => {
    expect(statusOf(changesAreStated, { amounts, rates: { expenditure_change: '19.23' } })).toBe('holds');
  });

  test('holds for a fall', () => {
    const fall = { revenue_total: '90', revenue_change: '-10' };
    expect(statusOf(changesAreStated, { amounts: fall, rates: { revenue_change: '-10.00' } })).toBe('holds');
  });

  test('fails when divided by this year’s amount', () => {
    expect(statusOf(changesAreStated, { amounts, rates: { expenditure_change: '16.13' } })).toBe('fails');
  });

  test('not checkable without the change, and from a base of 0', () => {
    const rates = { expenditure_change: '100' };
    expect(statusOf(changesAreStated, { amounts: { executed_total: '10' }, rates })).toBe('not_checkable');
    const fromNothing = { executed_total: '10', expenditure_change: '10' };
    expect(statusOf(changesAreStated, { amounts: fromNothing, rates })).toBe('not_checkable');
  });
});

describe('SME share', () => {
  const amounts = { sme_actual: '30755900', sme_reserved: '39730600' };

  test('holds: 77.41 % as 77', () => {
    expect(statusOf(smeShareIsStated, { amounts, rates: { sme_share: '77' } })).toBe('holds');
  });

  test('fails as 78', () => {
    expect(statusOf(smeShareIsStated, { amounts, rates: { sme_share: '78' } })).toBe('fails');
  });

  test('not checkable when nothing was reserved', () => {
    const none = { sme_actual: '0', sme_reserved: '0' };
    expect(statusOf(smeShareIsStated, { amounts: none, rates: { sme_share: '100' } })).toBe('not_checkable');
  });
});

describe('spending progress', () => {
  const monthlyExecution = [
    { month: 4, rate: '91.2' },
    { month: 5, rate: '98.2' },
  ];

  test('holds: the mean of the notified months', () => {
    expect(
      statusOf(spendingProgressIsStated, { monthlyExecution, rates: { spending_progress: '94.7' } }),
    ).toBe('holds');
  });

  test('fails', () => {
    expect(
      statusOf(spendingProgressIsStated, { monthlyExecution, rates: { spending_progress: '98.2' } }),
    ).toBe('fails');
  });

  test('not checkable without months', () => {
    expect(statusOf(spendingProgressIsStated, { rates: { spending_progress: '94.7' } })).toBe(
      'not_checkable',
    );
  });
});

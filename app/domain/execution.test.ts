import { describe, expect, test } from 'vitest';
import { executionRate, meanMonthlyRate, spendingProgress } from './execution.ts';
import { baihedong, jiahe } from './findings/published-reports.fixture.ts';

describe('execution rate', () => {
  test('executed ÷ budget of the whole year', () => {
    expect(executionRate(baihedong.amounts)).toBe('96.12');
    expect(executionRate({ executed_total: '12', budget_total: '10' })).toBe('120');
  });

  test('is missing without a budget, whatever income equals', () => {
    expect(executionRate(jiahe.amounts)).toBeUndefined();
    expect(executionRate({ budget_total: '10' })).toBeUndefined();
    expect(executionRate({ executed_total: '0', budget_total: '0' })).toBeUndefined();
  });
});

describe('spending progress', () => {
  const monthlyExecution = [
    { month: 4, rate: '90' },
    { month: 5, rate: '95.5' },
    { month: 6, rate: '96' },
  ];

  test('is the mean of the notified months, before the stated rate', () => {
    expect(spendingProgress({ rates: { spending_progress: '99' }, monthlyExecution })).toBe('93.83');
    expect(meanMonthlyRate([])).toBeUndefined();
  });

  test('is the stated rate without months, and never the execution rate', () => {
    expect(spendingProgress(baihedong)).toBe('94.7');
    expect(spendingProgress({ rates: { execution_rate: '96.12' }, monthlyExecution: [] })).toBeUndefined();
  });
});

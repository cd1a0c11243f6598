import { expect, test } from 'vitest';
import { guangdong2023 } from '#app/domain/frameworks/guangdong-2023.ts';
import { evaluate, sameFindings } from './evaluation.ts';

const context = { framework: guangdong2023, year: 2023, phase: 'filling' as const };
const money = {
  'amounts.executed_total': '9763.97',
  'amounts.expenditure_general': '6236.37',
  'amounts.expenditure_gov_fund': '3349.67',
  'amounts.expenditure_other': '177.93',
};

test('a finding stands at form fields, the first in full, and offers its value as one would type it', () => {
  const slipped = evaluate({ ...money, 'amounts.expenditure_gov_fund': '3349.67元' }, context);
  const slip = slipped.all.find(({ finding }) => finding.check === 'unit');
  expect(slip?.proposal).toEqual({ field: 'amounts.expenditure_gov_fund', text: '3349.67' });
  expect(slipped.findings['amounts.expenditure_gov_fund']).toContain(slip);
  expect(slip?.effect).toBe('blocks');
  expect(evaluate(money, context).all.filter(({ finding }) => finding.severity === 'error')).toEqual([]);
});

test('what cannot be read is told by field', () => {
  expect(evaluate({ 'amounts.budget_total': 'abc' }, context).refused).toEqual({
    'amounts.budget_total': 'not_a_number',
  });
});

test('a parent’s parts are added up only when each has a claim', () => {
  const one = { 'scores.management.budget_execution.budget_discipline.score': '1.8' };
  const both = { ...one, 'scores.management.budget_execution.financial_compliance.score': '2' };
  expect(evaluate(one, context).sums['management.budget_execution']).toBeUndefined();
  expect(evaluate(both, context).sums['management.budget_execution']).toBe('3.80');
});

test('findings that read the same are the same objects, so that their fields are not drawn again', () => {
  const values = { ...money, 'amounts.expenditure_other': '178.93' };
  const before = evaluate(values, context);
  const after = sameFindings(before, evaluate({ ...values, goal: '目标' }, context));
  expect(after.findings['amounts.executed_total']).toBe(before.findings['amounts.executed_total']);
  expect(before.findings['amounts.executed_total']).toBeDefined();
});

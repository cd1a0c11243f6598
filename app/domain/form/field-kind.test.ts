import { expect, it } from 'vitest';
import { fieldKind, figureIn, saysTheSame, themesIn } from './field-kind.ts';

it.each([
  ['amounts.budget_total', 'amount'],
  ['rates.execution_rate', 'rate'],
  ['months.1', 'rate'],
  ['scores.total.score', 'score'],
  ['scores.total.reason', 'text'],
  ['projects.3.score', 'score'],
  ['problems.1.themes', 'themes'],
  ['measures.2.problem', 'whole'],
  ['followups.1.state', 'state'],
  ['filed_on', 'date'],
  ['inner_departments', 'lines'],
  ['goal', 'text'],
])('%s takes: %s', (field, kind) => expect(fieldKind(field)).toBe(kind));

it('a figure is what the form reads of it: amounts in 元', () => {
  expect(figureIn('amounts.budget_total', '1.2亿元')).toBe('120000000.00');
  expect(figureIn('rates.revenue_change', '-3.5%')).toBe('-3.5');
  expect(figureIn('rates.execution_rate', '-3.5')).toBeUndefined();
  expect(figureIn('goal', '5')).toBeUndefined();
});

it.each<[string, string, string, boolean]>([
  ['amounts.budget_total', '1,234.50', '1234.5', true],
  ['amounts.budget_total', '1.2亿元', '12000', true],
  ['amounts.budget_total', '一万', '一万元', false],
  ['scores.total.score', '98.00', '98', true],
  ['scores.total.score', '98.01', '98', false],
  ['rates.execution_rate', '96.10%', '96.1', true],
  ['filed_on', '2024年3月28日', '2024-03-28', true],
  ['filed_on', '20240328', '2024-03-29', false],
  ['problems.1.themes', 'assets，awareness', 'assets;awareness', true],
  ['goal', '甲\r\n乙 ', '甲\n乙', true],
  ['goal', '98.00', '98', false],
])('%s: “%s” and “%s” say the same: %s', (field, one, other, same) =>
  expect(saysTheSame(field, one, other)).toBe(same),
);

it('themes are known by name or slug; what is neither stays as it is', () => {
  expect(themesIn('资产管理；assets\n别的')).toEqual(['assets', 'assets', '别的']);
});

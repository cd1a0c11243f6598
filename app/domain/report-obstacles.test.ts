import { expect, test } from 'vitest';
import { framework } from '#test/helpers/filing-district.ts';
import { findingKey } from './findings.ts';
import { obstaclesOf } from './report-obstacles.ts';
import type { Finding } from './submission.ts';

const error: Finding = { check: 'execution rate', severity: 'error', fields: ['execution_rate'] };
const warning: Finding = { check: 'share of total', severity: 'warning', fields: ['revenue_general_share'] };
const note: Finding = { check: 'carry-over', severity: 'info', fields: ['carryover_closing'] };
const read = { refused: [], answers: {} };

test('errors block, warnings ask for an answer, notes ask for nothing; each at its field of the form', () => {
  expect(obstaclesOf(read, [error, warning, note], framework)).toEqual([
    { kind: 'blocking_finding', field: 'rates.execution_rate', detail: 'execution rate' },
    { kind: 'unanswered_finding', field: 'rates.revenue_general_share', detail: 'share of total' },
  ]);
});

test('an answer settles a warning and no error', () => {
  const answers = { [findingKey(error)]: '无误', [findingKey(warning)]: '口径不同' };
  expect(obstaclesOf({ ...read, answers }, [error, warning], framework).map(({ kind }) => kind)).toEqual([
    'blocking_finding',
  ]);
});

test('what could not be read is told as typed; words without a score once for each indicator', () => {
  const refused = [
    { field: 'amounts.budget_total', text: '约一千万', refusal: 'not_a_number' as const },
    { field: 'scores.b.reason', text: '晚了', refusal: 'incomplete_row' as const },
    { field: 'scores.b.measure', text: '提前', refusal: 'incomplete_row' as const },
    { field: 'problems.1.themes', text: 'capacity', refusal: 'incomplete_row' as const },
  ];
  expect(obstaclesOf({ ...read, refused }, [], framework)).toEqual([
    { kind: 'refused_entry', field: 'amounts.budget_total', detail: '约一千万' },
    { kind: 'refused_entry', field: 'problems.1.themes', detail: 'capacity' },
    { kind: 'score_missing', field: 'scores.b.score', detail: '' },
  ]);
});

test('a field that is told already is not asked about as missing, unless others are', () => {
  const refused = [{ field: 'amounts.budget_total', text: '约', refusal: 'not_a_number' as const }];
  const missing = (...fields: string[]): Finding => ({ ...warning, fields });
  const kinds = (...fields: string[]) =>
    obstaclesOf({ ...read, refused }, [missing(...fields)], framework).map(({ kind }) => kind);
  expect(kinds('budget_total')).toEqual(['refused_entry']);
  expect(kinds('budget_total', 'goal')).toEqual(['refused_entry', 'unanswered_finding']);
});

test('a finding about no field of the form has none', () => {
  expect(obstaclesOf(read, [{ ...warning, fields: ['text'] }], framework)).toMatchObject([{ field: '' }]);
});

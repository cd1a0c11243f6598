import { expect, test } from 'vitest';
import { roles } from './access.ts';
import { importBarrier, importedAs, tableBarrier } from './import-rule.ts';

test('only the office’s preparer and the district’s reviewer import', () => {
  expect(roles.filter(importedAs)).toEqual(['district_reviewer', 'office_preparer']);
});

test.each([
  ['office_preparer', 'not_filed', undefined],
  ['office_preparer', 'draft', undefined],
  ['office_preparer', 'returned', undefined],
  ['office_preparer', 'finished', 'finished'],
  ['office_preparer', 'submitted', 'submitted'],
  ['office_preparer', 'approved', 'approved'],
  ['district_reviewer', 'not_filed', undefined],
  ['district_reviewer', 'draft', 'office_draft'],
  ['district_reviewer', 'returned', undefined],
  ['district_reviewer', 'submitted', undefined],
  ['district_reviewer', 'approved', 'approved'],
] as const)('%s over what is %s: %s', (role, filed, barrier) => {
  const filing = importedAs(role);
  expect(filing && importBarrier(filing, filed)).toBe(barrier);
});

test.each([
  ['not_filed', true, undefined],
  ['submitted', true, undefined],
  ['draft', true, 'office_draft'],
  ['returned', true, 'returned'],
  ['approved', true, 'approved'],
  ['not_filed', false, 'not_taking_part'],
  ['approved', false, 'not_taking_part'],
] as const)('a district table over what is %s, taking part %s: %s', (filed, takesPart, barrier) => {
  expect(tableBarrier(filed, { takesPart })).toBe(barrier);
});

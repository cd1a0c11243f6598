import { expect, test } from 'vitest';
import { roles } from './access.ts';
import { importBarrier, importedAs } from './import-rule.ts';

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

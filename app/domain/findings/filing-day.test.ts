import { describe, expect, test } from 'vitest';
import { outcomesOf, statusOf } from './check.fixture.ts';
import { filedByDeadline } from './filing-day.ts';

describe('filed by the deadline', () => {
  const deadline = '2024-10-31';

  test('holds on the day itself', () => {
    expect(statusOf(filedByDeadline, {}, { deadline, submittedOn: '2024-10-31' })).toBe('holds');
  });

  test('fails a day later, by the day of submitting rather than the one stated', () => {
    expect(
      outcomesOf(filedByDeadline, { filedOn: '2024-10-10' }, { deadline, submittedOn: '2024-11-01' }),
    ).toEqual([{ status: 'fails', fields: ['filed_on'], evidence: '2024-11-01 > 2024-10-31' }]);
    expect(statusOf(filedByDeadline, { filedOn: '2024-11-01' }, { deadline })).toBe('fails');
  });

  test('not checkable without a deadline or a day', () => {
    expect(statusOf(filedByDeadline, { filedOn: '2024-10-10' })).toBe('not_checkable');
    expect(statusOf(filedByDeadline, {}, { deadline })).toBe('not_checkable');
  });
});

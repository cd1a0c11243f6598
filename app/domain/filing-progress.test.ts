import { describe, expect, test } from 'vitest';
import {
  daysBetween,
  type FiledSubmission,
  filingCounts,
  findingsBySeverity,
  officeFilings,
  remindersOf,
} from './filing-progress.ts';

const round = { opensOn: '2026-01-05', deadline: '2026-03-31' };
const names = ['甲', '乙', '丙', '丁', '戊', '己', '庚'];
const offices = names.map((name, index) => ({
  id: name,
  code: `99010100${index + 1}`,
  name,
  nameEn: name,
  sortKey: name,
  invented: true,
}));

function filed(officeId: string, changes: Partial<FiledSubmission>): FiledSubmission {
  return {
    officeId,
    status: 'submitted',
    origin: 'filed',
    revision: 1,
    version: 1,
    filedOn: null,
    submittedAt: '2026-03-31T15:59:00.000Z',
    firstSubmittedAt: null,
    approvedAt: null,
    returnReason: null,
    findings: [],
    trail: [],
    ...changes,
  };
}

const filings = officeFilings(
  offices,
  [
    filed('甲', {}),
    filed('乙', { status: 'approved', submittedAt: '2026-03-31T16:00:00.000Z' }),
    filed('丙', {
      status: 'returned',
      returnReason: '合计不符',
      trail: [{ step: 'return', at: '2026-04-01T16:30:00.000Z' }],
    }),
    filed('丁', { status: 'draft', submittedAt: null }),
    filed('己', { origin: 'public_report', submittedAt: null }),
  ],
  {
    round,
    exceptions: [
      { officeId: '丁', takesPart: true, deadline: '2026-04-30' },
      { officeId: '庚', takesPart: false, deadline: null },
    ],
  },
);

describe('where the offices stand', () => {
  test('the deadline’s last minute in China is in time, the next is late, an undated report neither', () => {
    expect(filings.map(({ office, state, timing }) => [office.name, state, timing])).toEqual([
      ['甲', 'submitted', 'on_time'],
      ['乙', 'approved', 'late'],
      ['丙', 'returned', undefined],
      ['丁', 'draft', undefined],
      ['戊', 'not_begun', undefined],
      ['己', 'submitted', 'unknown'],
      ['庚', 'left_out', undefined],
    ]);
  });

  test('whoever takes no part is neither due nor missing, and an own deadline decides what is overdue', () => {
    expect(filingCounts(filings, '2026-04-15')).toEqual({
      ...{ approved: 1, submitted: 2, returned: 1, draft: 1, not_begun: 1, left_out: 1 },
      ...{ takingPart: 6, filed: 3, missing: 3, onTime: 1, late: 1, undated: 1, overdue: 2 },
    });
    expect(filingCounts(filings, '2026-05-01').overdue).toBe(3);
    expect(filingCounts(filings, '2026-03-31').overdue).toBe(0);
  });

  test('one that came in time stays so, however late it comes back from being mended', () => {
    const mended = { firstSubmittedAt: '2026-03-31T15:59:00.000Z', submittedAt: '2026-05-01T00:00:00.000Z' };
    const [, again] = officeFilings(offices, [filed('乙', mended)], { round, exceptions: [] });
    expect(again?.timing).toBe('on_time');
  });

  test('an own deadline makes a late filing one in time', () => {
    const [, late] = officeFilings(offices, [filed('乙', { submittedAt: '2026-04-02T02:00:00.000Z' })], {
      round,
      exceptions: [{ officeId: '乙', takesPart: true, deadline: '2026-04-02' }],
    });
    expect(late).toMatchObject({ timing: 'on_time', deadline: '2026-04-02', extended: true });
  });
});

test('reminders start with the longest overdue and say why a submission came back', () => {
  expect(
    remindersOf(filings, '2026-04-15').map(({ office, daysLeft, ...rest }) => [office.name, daysLeft, rest]),
  ).toEqual([
    [
      '丙',
      -15,
      {
        state: 'returned',
        deadline: '2026-03-31',
        extended: false,
        returnReason: '合计不符',
        returnedOn: '2026-04-02',
      },
    ],
    ['戊', -15, { state: 'not_begun', deadline: '2026-03-31', extended: false }],
    ['丁', 15, { state: 'draft', deadline: '2026-04-30', extended: true }],
  ]);
});

test('findings count once each and offices once a severity, of what was filed alone', () => {
  const found = (check: string, count: number, answered: number) => ({
    ...{ check, severity: 'warning' as const, count, answered },
  });
  const some = officeFilings(
    offices,
    [
      filed('甲', { findings: [found('a', 2, 1), found('b', 1, 1)] }),
      filed('乙', { status: 'approved', findings: [found('a', 1, 0)] }),
      filed('丙', { status: 'returned', findings: [found('a', 5, 5)] }),
    ],
    { round, exceptions: [] },
  );
  expect(findingsBySeverity(some)).toEqual([
    { severity: 'error', findings: 0, offices: 0, answered: 0 },
    { severity: 'warning', findings: 4, offices: 2, answered: 2 },
    { severity: 'info', findings: 0, offices: 0, answered: 0 },
  ]);
});

test('days are counted over the end of a month and of a leap year', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysBetween('2026-01-01', '2025-12-31')).toBe(-1);
});

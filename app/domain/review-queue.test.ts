import { expect, test } from 'vitest';
import type { FindingCount, OfficeFiling, TrailEntry } from './filing-progress.ts';
import { isBlocked, neighbours, reviewQueue } from './review-queue.ts';

function waiting(
  name: string,
  submittedAt: string | null,
  {
    findings = [],
    trail = [],
    timing = 'on_time',
  }: { findings?: FindingCount[]; trail?: TrailEntry[]; timing?: OfficeFiling['timing'] } = {},
): OfficeFiling {
  return {
    office: { id: name, code: name, name, nameEn: name, sortKey: name, invented: true },
    state: 'submitted',
    deadline: '2026-03-31',
    extended: false,
    timing,
    submission: {
      ...{ officeId: name, status: 'submitted', origin: 'filed', revision: 2, version: 3, filedOn: null },
      ...{ submittedAt, firstSubmittedAt: null, approvedAt: null, returnReason: null, findings, trail },
    },
  };
}

const errors = { check: 'source_sum', severity: 'error' as const, count: 1, answered: 0 };
const warnings = { check: 'outlier', severity: 'warning' as const, count: 3, answered: 1 };
const filings = [
  waiting('a', '2026-03-30T02:00:00.000Z', { findings: [warnings] }),
  waiting('b', null),
  waiting('c', '2026-03-20T02:00:00.000Z', { timing: 'late' }),
  waiting('d', '2026-03-25T02:00:00.000Z', {
    findings: [errors],
    trail: [{ step: 'return', at: '2026-03-22T00:00:00.000Z' }],
  }),
  { ...waiting('e', '2026-03-01T00:00:00.000Z'), state: 'approved' as const },
];
const codes = (order: Parameters<typeof reviewQueue>[1]['order']) =>
  reviewQueue(filings, { today: '2026-04-01', order })
    .map(({ office }) => office.code)
    .join('');

test('each order puts what it names first, then who waited longest, who waits since nobody knows when last', () => {
  expect(codes('waiting')).toBe('cdab');
  expect(codes('office')).toBe('abcd');
  expect(codes('findings')).toBe('dacb');
  expect(codes('late')).toBe('cdab');
  expect(codes('again')).toBe('dcab');
});

test('an entry tells its age, findings, and warnings without a reason', () => {
  const queue = reviewQueue(filings, { today: '2026-04-01', order: 'office' });
  expect(queue[0]).toMatchObject({
    days: 2,
    submittedOn: '2026-03-30',
    unanswered: 2,
    again: false,
    version: 3,
  });
  expect(queue[1]?.days).toBeUndefined();
  expect(queue[3]).toMatchObject({ findings: { error: 1, warning: 0, info: 0 }, again: true });
  expect(queue.map(isBlocked)).toEqual([false, false, false, true]);
});

test('before and after one in the queue; somebody outside it is led to its start', () => {
  const queue = reviewQueue(filings, { today: '2026-04-01', order: 'office' });
  const around = ({ previous, next, place }: ReturnType<typeof neighbours>) => [
    previous?.code,
    next?.code,
    place,
  ];
  expect(around(neighbours(queue, 'b'))).toEqual(['a', 'c', 2]);
  expect(around(neighbours(queue, 'd'))).toEqual(['c', undefined, 4]);
  expect(around(neighbours(queue, 'e'))).toEqual([undefined, 'a', undefined]);
  expect(neighbours([], 'e').next).toBeUndefined();
});

import { expect, test } from 'vitest';
import type { FiledSubmission, OfficeFiling, TrailEntry } from './filing-progress.ts';
import { stepDurations, stepTimes } from './step-durations.ts';

const at = (day: string) => `2026-${day}T02:00:00.000Z`;
const entry = (step: TrailEntry['step'], day: string): TrailEntry => ({ step, at: at(day) });

function submission(trail: TrailEntry[], changes: Partial<FiledSubmission> = {}): FiledSubmission {
  return {
    officeId: 'a',
    status: 'submitted',
    origin: 'filed',
    revision: 1,
    version: 1,
    filedOn: null,
    firstSubmittedAt: null,
    submittedAt: null,
    approvedAt: null,
    returnReason: null,
    findings: [],
    trail,
    ...changes,
  };
}

const times = (trail: TrailEntry[], changes?: Partial<FiledSubmission>) =>
  stepTimes(submission(trail, changes), '2026-01-05').map(({ step, days }) => `${step} ${days}`);

test('a whole round: submitted, returned, submitted again, approved', () => {
  const trail = [
    entry('submit', '01-15'),
    entry('return', '01-20'),
    entry('submit', '01-20'),
    entry('approve', '02-01'),
  ];
  expect(times(trail)).toEqual(['to_submission 10', 'to_decision 5', 'to_resubmission 0', 'to_decision 12']);
});

test('a withdrawn submission waits for nobody; what follows counts from the next', () => {
  const trail = [
    entry('submit', '01-15'),
    entry('withdraw', '01-16'),
    entry('submit', '01-20'),
    entry('approve', '01-21'),
  ];
  expect(times(trail)).toEqual(['to_submission 10', 'to_decision 1']);
});

test('a return of what was approved ends no waiting', () => {
  const trail = [entry('submit', '01-15'), entry('approve', '01-16'), entry('return', '03-01')];
  expect(times(trail)).toEqual(['to_submission 10', 'to_decision 1']);
});

test('a trail without submissions takes the one on the submission, and never calls a later one the first', () => {
  expect(times([], { submittedAt: at('01-15'), approvedAt: at('01-18') })).toEqual([
    'to_submission 10',
    'to_decision 3',
  ]);
  const returned = [entry('return', '01-20')];
  expect(times(returned, { submittedAt: at('01-15') })).toEqual(['to_submission 10', 'to_decision 5']);
  expect(times(returned, { submittedAt: at('01-25') })).toEqual(['to_resubmission 5']);
});

test('nothing is told of an approval whose submission nobody wrote down, nor of a filing before the opening', () => {
  expect(times([entry('approve', '01-20')])).toEqual([]);
  expect(times([], { submittedAt: '2025-12-30T00:00:00.000Z' })).toEqual([]);
});

test('days are those of China', () => {
  const trail = [
    { step: 'submit' as const, at: '2026-01-15T15:59:00.000Z' },
    { step: 'approve' as const, at: '2026-01-15T16:00:00.000Z' },
  ];
  expect(times(trail)).toEqual(['to_submission 10', 'to_decision 1']);
});

test('the median, and everybody who was slowest, once', () => {
  const filing = (name: string, days: string[]): OfficeFiling => ({
    office: { id: name, code: name, name, nameEn: name, sortKey: name, invented: true },
    state: 'approved',
    deadline: '2026-03-31',
    extended: false,
    submission: submission([
      entry('submit', days[0] ?? ''),
      entry('return', days[1] ?? ''),
      entry('submit', days[2] ?? ''),
      entry('approve', days[3] ?? ''),
    ]),
  });
  const [opening, decision] = stepDurations(
    [filing('甲', ['01-06', '01-10', '01-11', '01-15']), filing('乙', ['01-09', '01-10', '01-10', '01-14'])],
    '2026-01-05',
  );
  expect([opening?.times, opening?.median, opening?.slowest?.days]).toEqual([2, 2.5, 4]);
  expect(opening?.slowest?.offices.map(({ name }) => name)).toEqual(['乙']);
  expect([decision?.times, decision?.median, decision?.slowest?.days]).toEqual([4, 4, 4]);
  expect(decision?.slowest?.offices.map(({ name }) => name)).toEqual(['甲', '乙']);
  expect(stepDurations([], '2026-01-05')[0]).toEqual({ step: 'to_submission', times: 0 });
});

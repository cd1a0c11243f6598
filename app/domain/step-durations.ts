import { daysBetween, type FiledSubmission, type OfficeFiling, type TrailEntry } from './filing-progress.ts';
import { chinaDay, type OfficeName } from './office-year.ts';

/** The steps whose length is told: opening → first submission, submission → decision, return → next submission. */
export const timedSteps = ['to_submission', 'to_decision', 'to_resubmission'] as const;
export type TimedStep = (typeof timedSteps)[number];

/** How long one office took for one step, in calendar days of China: 0 is the same day. */
export interface StepTime {
  step: TimedStep;
  days: number;
}

export interface StepDuration {
  step: TimedStep;
  /** How often the step was taken; an office may take one more than once. */
  times: number;
  /** Absent where the trail tells of none. */
  median?: number;
  slowest?: { days: number; offices: OfficeName[] };
}

/** Each step over all offices that take part. */
export function stepDurations(filings: readonly OfficeFiling[], opensOn: string): StepDuration[] {
  const taken = filings.flatMap(({ office, submission }) =>
    submission ? stepTimes(submission, opensOn).map((time) => ({ ...time, office })) : [],
  );
  return timedSteps.map((step) => {
    const times = taken.filter((time) => time.step === step);
    if (times.length === 0) return { step, times: 0 };
    const days = times.map((time) => time.days).sort((a, b) => a - b);
    const most = days.at(-1) ?? 0;
    const slowest = new Map(
      times.filter((time) => time.days === most).map(({ office }) => [office.id, office]),
    );
    return {
      step,
      times: times.length,
      median: medianOf(days),
      slowest: { days: most, offices: [...slowest.values()] },
    };
  });
}

/**
 * What the trail tells of one submission. A first submission counts only where no return came before it, and nothing is
 * worked out from an instant that nobody wrote down.
 */
export function stepTimes(submission: FiledSubmission, opensOn: string): StepTime[] {
  const times: StepTime[] = [];
  const add = (step: TimedStep, from: string | undefined, at: string) => {
    const days = from && daysBetween(from, dayOf(at));
    if (typeof days === 'number' && days >= 0) times.push({ step, days });
  };
  let isFirst = true;
  let waitingSince: string | undefined;
  let returnedOn: string | undefined;
  for (const { step, at } of knownSteps(submission)) {
    if (step === 'submit') {
      if (isFirst) add('to_submission', opensOn, at);
      add('to_resubmission', returnedOn, at);
      returnedOn = undefined;
    } else if (step !== 'withdraw') add('to_decision', waitingSince, at);
    if (step === 'return') returnedOn = dayOf(at);
    waitingSince = step === 'submit' ? dayOf(at) : undefined;
    isFirst = false;
  }
  return times;
}

/** The trail, and where it holds no submission or approval at all, the instants on the submission itself. */
function knownSteps({ trail, submittedAt, approvedAt }: FiledSubmission): TrailEntry[] {
  const silent = (step: TrailEntry['step']) => trail.every((entry) => entry.step !== step);
  return [
    ...trail,
    ...(submittedAt && silent('submit') ? [{ step: 'submit' as const, at: submittedAt }] : []),
    ...(approvedAt && silent('approve') ? [{ step: 'approve' as const, at: approvedAt }] : []),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function dayOf(instant: string): string {
  return chinaDay(instant) ?? '';
}

/** The middle, or the mean of the two in the middle. */
function medianOf(ascending: readonly number[]): number {
  const below = ascending[Math.floor((ascending.length - 1) / 2)] ?? 0;
  const above = ascending[Math.ceil((ascending.length - 1) / 2)] ?? 0;
  return (below + above) / 2;
}

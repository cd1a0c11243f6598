import { daysBetween, type FindingCount, type OfficeFiling } from './filing-progress.ts';
import { chinaDay, type OfficeName } from './office-year.ts';
import type { Severity } from './submission.ts';

/** A submission that waits for the reviewer. */
export interface QueueEntry {
  office: OfficeName;
  revision: number;
  /** Of the submission, for who approves what he saw. */
  version: number;
  /** Days since it was submitted; absent where nobody wrote down when. */
  submittedOn?: string;
  days?: number;
  findings: Record<Severity, number>;
  /** Warnings that the office gave no reason for. */
  unanswered: number;
  late: boolean;
  /** It was sent back before. */
  again: boolean;
}

/** By what the queue is ordered; the first is the default. */
export const queueOrders = ['waiting', 'office', 'findings', 'late', 'again'] as const;
export type QueueOrder = (typeof queueOrders)[number];

/** What waits for review, as `order` says: most first, equals by days waited and then in the order of the offices. */
export function reviewQueue(
  filings: readonly OfficeFiling[],
  { today, order }: { today: string; order: QueueOrder },
): QueueEntry[] {
  const entries = filings.filter(({ state }) => state === 'submitted').map((each) => entryOf(each, today));
  if (order === 'office') return entries;
  const key = (entry: QueueEntry) => [...keys[order](entry), entry.days ?? -1];
  return entries.sort((a, b) => descending(key(a), key(b)));
}

/** Bulk approval leaves out what a reviewer has to look at. */
export function isBlocked({ findings }: Pick<QueueEntry, 'findings'>): boolean {
  return findings.error > 0;
}

/** The offices before and after one in the queue, by code. */
export function neighbours(
  queue: readonly QueueEntry[],
  code: string,
): { previous?: OfficeName; next?: OfficeName; place?: number } {
  const index = queue.findIndex(({ office }) => office.code === code);
  if (index < 0) return { next: queue[0]?.office };
  return { previous: queue[index - 1]?.office, next: queue[index + 1]?.office, place: index + 1 };
}

const keys: Record<Exclude<QueueOrder, 'office'>, (entry: QueueEntry) => number[]> = {
  waiting: () => [],
  findings: ({ findings }) => [findings.error, findings.warning, findings.info],
  late: ({ late }) => [Number(late)],
  again: ({ again }) => [Number(again)],
};

function descending(a: number[], b: number[]): number {
  const index = a.findIndex((value, place) => value !== b[place]);
  return index < 0 ? 0 : (b[index] ?? 0) - (a[index] ?? 0);
}

function entryOf({ office, timing, submission }: OfficeFiling, today: string): QueueEntry {
  const submittedOn = chinaDay(submission?.submittedAt ?? null);
  const found = submission?.findings ?? [];
  const sum = (severity: Severity, of: (found: FindingCount) => number) =>
    found.filter((each) => each.severity === severity).reduce((total, each) => total + of(each), 0);
  return {
    office,
    revision: submission?.revision ?? 0,
    version: submission?.version ?? 0,
    submittedOn,
    days: submittedOn && submittedOn <= today ? daysBetween(submittedOn, today) : undefined,
    findings: {
      error: sum('error', ({ count }) => count),
      warning: sum('warning', ({ count }) => count),
      info: sum('info', ({ count }) => count),
    },
    unanswered: sum('warning', ({ count, answered }) => count - answered),
    late: timing === 'late',
    again: (submission?.trail ?? []).some(({ step }) => step === 'return'),
  };
}

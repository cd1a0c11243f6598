import type { Decimal, MoneyItem, RateItem, SubmissionOrigin, SubmissionStatus } from './submission.ts';

/** An office as every page names it. */
export interface OfficeName {
  id: string;
  code: string;
  name: string;
  nameEn: string;
  sortKey: string;
  /** A demo office that does not exist. */
  invented: boolean;
}

/** What one office filed for one year, as the district compares it; absent figures were not stated. */
export interface OfficeYear {
  office: OfficeName;
  year: number;
  status: SubmissionStatus | 'not_filed';
  origin?: SubmissionOrigin;
  filedOn?: string;
  late: boolean;
  /** Of what is compared: the revision that its figures are of. */
  revision?: number;
  /** Of what is compared: moves with every step and every reviewed score. */
  version?: number;
  /** Day of the latest submission or approval, YYYY-MM-DD. */
  changedOn?: string;
  amounts: Partial<Record<MoneyItem, Decimal>>;
  rates: Partial<Record<RateItem, Decimal>>;
  scores: Record<string, NodeScore>;
  findings: { error: number; warning: number; info: number };
  problems: number;
  /** Position of the office's peer group; absent where it is in none. */
  peerGroup?: number;
}

export interface NodeScore {
  self?: Decimal;
  reviewed?: Decimal;
}

/** Drafts and returned submissions are not compared: their figures may still change under the reader's eyes. */
export const comparedStatuses: readonly OfficeYear['status'][] = ['submitted', 'approved'];

export function isCompared({ status }: Pick<OfficeYear, 'status'>): boolean {
  return comparedStatuses.includes(status);
}

/** Not yet approved: every page and file marks such figures. */
export function isProvisional({ status }: Pick<OfficeYear, 'status'>): boolean {
  return status === 'submitted';
}

interface Filing {
  origin: SubmissionOrigin;
  filedOn: string | null;
  submittedAt: string | null;
  /** Of one that was returned: when it had first been sent. */
  firstSubmittedAt: string | null;
}

/**
 * Whether a submission came after the deadline, that day included. What was filed here counts by its receipt, and by the
 * first one where the bureau sent it back: mending takes nobody's punctuality. A report filed elsewhere and read later
 * counts by the date it states.
 */
export function isLate(
  { origin, filedOn, submittedAt, firstSubmittedAt }: Filing,
  deadline: string,
): boolean {
  const received = chinaDay(firstSubmittedAt ?? submittedAt);
  const day = origin === 'filed' ? received : (filedOn ?? received);
  return day !== undefined && day > deadline;
}

/** Whether a report that is sent at `now` would be late; one that was returned keeps the day on which it had first come. */
export function isLateIfSent(
  firstSubmittedAt: string | null | undefined,
  now: Date,
  deadline: string,
): boolean {
  return (chinaDay(firstSubmittedAt ?? now.toISOString()) ?? '') > deadline;
}

/** The day in China of an instant; all of China keeps UTC+8 all year. */
export function chinaDay(instant: string | null): string | undefined {
  if (instant === null) return undefined;
  // Before 16:00 it is the same day: a page asks this of hundreds of instants, nearly all of them in office hours.
  if (sameDayInChina.test(instant)) return instant.slice(0, 10);
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
}

const sameDayInChina = /^\d{4}-\d\d-\d\dT(?:0\d|1[0-5]):[\d:.]+Z$/;

/** Day and minute in China of an instant, “YYYY-MM-DD HH:MM”. */
export function chinaTime(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

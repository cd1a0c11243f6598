import { meanMonthlyRate } from './execution.ts';
import { compare, subtract } from './money.ts';
import type { OfficeName } from './office-year.ts';
import type { Decimal, MonthlyExecution } from './submission.ts';

/** Cumulative executed ÷ budget expected by the month: who keeps pace with the calendar (序时进度) has 100 %. */
export const calendarRate = '100';

/** A month's rate, and how far it is from the calendar in percentage points; negative is behind. */
export interface MonthStanding {
  month: number;
  rate: Decimal;
  gap: Decimal;
}

/** One office's year against the calendar. */
export interface MonthlyProgress {
  office: OfficeName;
  months: MonthStanding[];
  lastYear: MonthStanding[];
  latest?: MonthStanding;
  june?: MonthStanding;
  september?: MonthStanding;
  /** The same month as `latest`, last year. */
  latestLastYear?: MonthStanding;
  /** Months behind the calendar, and the longest run of them without a break. */
  behind: number;
  longestRun: number;
  /** Spending progress (部门预算资金支出率): mean of the notified months; not the execution rate. */
  mean?: Decimal;
}

interface ProgressInput {
  office: OfficeName;
  months: readonly MonthlyExecution[];
  lastYear: readonly MonthlyExecution[];
}

export function monthlyProgress({ office, months: notified, lastYear }: ProgressInput): MonthlyProgress {
  const [months, before] = [notified, lastYear].map(standingsOf) as [MonthStanding[], MonthStanding[]];
  const latest = months.at(-1);
  const ofMonth = (all: MonthStanding[], month: number | undefined) =>
    all.find((each) => each.month === month);
  return {
    office,
    months,
    lastYear: before,
    latest,
    june: ofMonth(months, 6),
    september: ofMonth(months, 9),
    latestLastYear: ofMonth(before, latest?.month),
    behind: months.filter(isBehind).length,
    longestRun: longestRun(months),
    mean: meanMonthlyRate(notified),
  };
}

/** Who was behind the calendar for most months on end; all that share the longest run, none where nobody was behind. */
export function longestBehind(progress: readonly MonthlyProgress[]): MonthlyProgress[] {
  const longest = Math.max(0, ...progress.map((each) => each.longestRun));
  return longest === 0 ? [] : progress.filter((each) => each.longestRun === longest);
}

/** Longest run first, then furthest behind at the latest month; offices without any month last. */
export function byRun(a: MonthlyProgress, b: MonthlyProgress): number {
  if (!a.latest || !b.latest) return Number(!a.latest) - Number(!b.latest);
  return b.longestRun - a.longestRun || b.behind - a.behind || compare(a.latest.gap, b.latest.gap);
}

export function isBehind({ gap }: MonthStanding): boolean {
  return compare(gap, '0') < 0;
}

function standingsOf(months: readonly MonthlyExecution[]): MonthStanding[] {
  return [...months]
    .sort((a, b) => a.month - b.month)
    .map(({ month, rate }) => ({ month, rate, gap: subtract(rate, calendarRate) ?? '0' }));
}

/** A month that was not notified ends a run: nothing is known of it. */
function longestRun(months: readonly MonthStanding[]): number {
  let longest = 0;
  let run = 0;
  for (const [index, standing] of months.entries()) {
    const follows = months[index - 1]?.month === standing.month - 1;
    run = isBehind(standing) ? (follows ? run : 0) + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

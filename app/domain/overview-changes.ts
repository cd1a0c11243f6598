import { executionRate } from './execution.ts';
import { totalCode } from './framework.ts';
import { compare } from './money.ts';
import { isCompared, isProvisional, type OfficeYear } from './office-year.ts';
import { type ShownOffice, type Standing, shown } from './overview-standing.ts';
import { scoreThatCounts } from './scoring.ts';
import type { Decimal } from './submission.ts';

/** From when on changes are told, and why from then: the reader's last visit, a day that was asked for, the round's opening. */
export interface Since {
  basis: 'visit' | 'date' | 'opening';
  /** An instant in UTC for a visit, else a day in China, YYYY-MM-DD. */
  from: string;
}

export const changeKinds = ['submitted', 'resubmitted', 'approved', 'returned'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What happened to one submission since then. */
export interface SubmissionChange {
  officeId: string;
  kinds: ChangeKind[];
  /** Day of the latest of it, in China. */
  day: string;
  /** Of one that was sent again: the revision before, as it had been sent. Amounts in 元, score in points; null if not stated. */
  before: { budget: Decimal | null; executed: Decimal | null; score: Decimal | null } | null;
  /** Amounts, rates and scores that differ from the revision before. */
  figuresChanged: number;
}

/** One figure then and now; absent where it was not stated. */
export interface FigureChange {
  before?: Decimal;
  now?: Decimal;
}

export interface RankEffect {
  /** The rank that the former figure would have among the others as they stand today. */
  before: number;
  now: number;
}

/** A submission whose figures are no longer what they were. */
export interface OfficeChange {
  office: ShownOffice;
  kinds: ChangeKind[];
  day: string;
  provisional: boolean;
  figuresChanged: number;
  score: FigureChange & { rank?: RankEffect };
  rate: FigureChange & { rank?: RankEffect };
  budget: FigureChange;
  executed: FigureChange;
}

export interface DistrictChanges {
  since: Since;
  /** Offices to which anything happened. */
  offices: number;
  /** By kind, newest first; `named` is cut off, `count` is not. */
  kinds: Record<ChangeKind, { count: number; named: ShownOffice[] }>;
  /** Newest first, cut off at ten. */
  figures: OfficeChange[];
  /** How many have other figures, those cut off included. */
  changed: number;
}

const mostNamed = 12;
const mostListed = 10;

interface ChangesInput {
  rows: OfficeYear[];
  since: Since;
  changes: SubmissionChange[];
  rates: Standing;
  scores: Standing;
}

/** What changed since a day or visit. Drafts and returned submissions are counted and named, but show no figure. */
export function districtChanges({ rows, since, changes, rates, scores }: ChangesInput): DistrictChanges {
  const byId = new Map(rows.map((row) => [row.office.id, row]));
  const newestFirst = changes
    .flatMap((change) => {
      const row = byId.get(change.officeId);
      return row ? [{ change, row }] : [];
    })
    .sort(
      (a, b) => compareText(b.change.day, a.change.day) || compareText(a.row.office.code, b.row.office.code),
    );
  const ofKind = (kind: ChangeKind) => {
    const found = newestFirst.filter(({ change }) => change.kinds.includes(kind));
    return { count: found.length, named: found.slice(0, mostNamed).map(({ row }) => shown(row.office)) };
  };
  const changed = newestFirst.flatMap(({ change, row }) => figureChange(change, row) ?? []);
  return {
    since,
    offices: newestFirst.length,
    kinds: {
      submitted: ofKind('submitted'),
      resubmitted: ofKind('resubmitted'),
      approved: ofKind('approved'),
      returned: ofKind('returned'),
    },
    figures: changed.slice(0, mostListed).map((figures) => withRanks(figures, { rates, scores })),
    changed: changed.length,
  };
}

/** Absent where the figures are what they were. */
function figureChange(change: SubmissionChange, row: OfficeYear): OfficeChange | undefined {
  if (!isCompared(row)) return undefined;
  const former = formerFigures(change, row);
  if (!former) return undefined;
  const { kinds, day, figuresChanged } = change;
  const score = { before: former.score, now: scoreThatCounts(row.scores[totalCode], 'counting') };
  const sameScore = score.before === score.now || compare(score.before, score.now) === 0;
  if (figuresChanged === 0 && sameScore) return undefined;
  return {
    office: shown(row.office),
    kinds,
    day,
    provisional: isProvisional(row),
    figuresChanged,
    score,
    rate: { before: executionRate(former.amounts), now: executionRate(row.amounts) },
    budget: { before: former.amounts.budget_total, now: row.amounts.budget_total },
    executed: { before: former.amounts.executed_total, now: row.amounts.executed_total },
  };
}

interface FormerFigures {
  amounts: OfficeYear['amounts'];
  score?: Decimal;
}

/** Those of the revision that was sent back; before its review a submission counted by its own score. */
function formerFigures({ kinds, before }: SubmissionChange, row: OfficeYear): FormerFigures | undefined {
  if (before) {
    const amounts = {
      budget_total: before.budget ?? undefined,
      executed_total: before.executed ?? undefined,
    };
    return { amounts, score: before.score ?? undefined };
  }
  const onlyReviewed = kinds.includes('approved') && !kinds.includes('submitted');
  return onlyReviewed ? { amounts: row.amounts, score: row.scores[totalCode]?.self } : undefined;
}

/** Worked out for the listed offices alone: each is held against every other. */
function withRanks(
  change: OfficeChange,
  { rates, scores }: { rates: Standing; scores: Standing },
): OfficeChange {
  const effect = (standing: Standing, { before }: FigureChange) =>
    rankEffect(standing, change.office.code, before);
  return {
    ...change,
    score: { ...change.score, rank: effect(scores, change.score) },
    rate: { ...change.rate, rank: effect(rates, change.rate) },
  };
}

/** Absent where either figure is, because there is no rank without a figure. */
function rankEffect({ rows }: Standing, code: string, before: Decimal | undefined): RankEffect | undefined {
  const now = rows.find(({ office }) => office.code === code)?.rank;
  if (now === undefined || before === undefined) return undefined;
  const better = rows.filter(({ office, value }) => office.code !== code && compare(value, before) > 0);
  return { before: better.length + 1, now };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

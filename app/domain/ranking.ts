import type Big from 'big.js';
import { toBig } from './money.ts';
import type { Decimal, SubmissionStatus } from './submission.ts';

/** Why an office stands under the table and not in it. A draft counts as not filed. */
export const unrankedReasons = ['not_filed', 'returned', 'figure_missing'] as const;
export type UnrankedReason = (typeof unrankedReasons)[number];

/** `desc`: the highest value is first. `asc`: the lowest is. */
export type RankDirection = 'desc' | 'asc';

export interface RankEntry {
  id: string;
  value?: Decimal | null;
  /** Set when the office cannot be ranked whatever its value. */
  reason?: UnrankedReason;
}

export interface RankedEntry {
  id: string;
  value: Decimal;
  rank: number;
  /** True when another office has the same rank. */
  tied: boolean;
}

export interface UnrankedEntry {
  id: string;
  reason: UnrankedReason;
}

export interface Ranking {
  /** By rank, equal ranks by id. */
  ranked: RankedEntry[];
  /** By id. With `ranked` it holds every entry exactly once: nobody is dropped. */
  unranked: UnrankedEntry[];
}

/**
 * Competition ranking: equal values share a rank and the next one skips (1, 2, 2, 4). Values are compared as decimals.
 * The order of the entries never matters. Throws RangeError on a repeated id.
 */
export function rank(entries: readonly RankEntry[], direction: RankDirection): Ranking {
  requireDistinct(entries);
  const inOrder = entries
    .filter(isRankable)
    .map(({ id, value }) => ({ id, value, number: toBig(value) }))
    .sort((a, b) => inDirection(a.number, b.number, direction) || byId(a, b));
  const unranked = entries
    .filter((entry) => !isRankable(entry))
    .map(({ id, reason }) => ({ id, reason: reason ?? ('figure_missing' as const) }))
    .sort(byId);
  return { ranked: withRanks(inOrder), unranked };
}

/** Reason that a submission's status gives for not ranking it; `undefined` status = none exists. */
export function reasonOfStatus(status: SubmissionStatus | undefined): UnrankedReason | undefined {
  if (status === undefined || status === 'draft') return 'not_filed';
  return status === 'returned' ? 'returned' : undefined;
}

/** Rank of one entry; absent when it is not ranked. */
export function rankOf(ranking: Ranking, id: string): number | undefined {
  return ranking.ranked.find((entry) => entry.id === id)?.rank;
}

/** Places gained on last year: positive is up. Absent when either year has no rank. */
export function movement(lastYear: number | undefined, thisYear: number | undefined): number | undefined {
  return lastYear === undefined || thisYear === undefined ? undefined : lastYear - thisYear;
}

type RankableEntry = RankEntry & { value: Decimal };

function isRankable(entry: RankEntry): entry is RankableEntry {
  return entry.reason === undefined && entry.value !== undefined && entry.value !== null;
}

/** Parsed once: a sort compares every value many times. */
interface Candidate {
  id: string;
  value: Decimal;
  number: Big;
}

function withRanks(inOrder: readonly Candidate[]): RankedEntry[] {
  const ranked: RankedEntry[] = [];
  for (const [index, { id, value, number }] of inOrder.entries()) {
    const before = ranked[index - 1];
    const tied = before !== undefined && inOrder[index - 1]?.number.eq(number) === true;
    if (tied) before.tied = true;
    ranked.push({ id, value, rank: tied ? before.rank : index + 1, tied });
  }
  return ranked;
}

function inDirection(a: Big, b: Big, direction: RankDirection): number {
  return direction === 'desc' ? b.cmp(a) : a.cmp(b);
}

/** By code unit, so that the order does not hang on the machine's locale. */
function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

function requireDistinct(entries: readonly RankEntry[]): void {
  const seen = new Set<string>();
  for (const { id } of entries) {
    if (seen.has(id)) throw new RangeError(`ranked twice: "${id}"`);
    seen.add(id);
  }
}

import type { OfficeName } from './office-year.ts';
import type { RankingRow } from './ranking-table.ts';

/** Offices worth setting side by side. */
export interface Suggestion {
  kind: 'ends' | 'middle';
  offices: OfficeName[];
}

/** First and last of the ranking, and the two around its middle; none where fewer than two are ranked. */
export function suggestions(ranked: RankingRow[]): Suggestion[] {
  const offices = ranked.map(({ office }) => office);
  const middle = Math.floor((offices.length - 1) / 2);
  const found: Suggestion[] = [
    { kind: 'ends', offices: [...offices.slice(0, 1), ...offices.slice(1).slice(-1)] },
    { kind: 'middle', offices: offices.slice(middle, middle + 2) },
  ];
  return offices.length < 2 ? [] : found;
}

/** An office with the ones ranked right before and after it, in the order of the ranking. */
export function neighbours(ranked: RankingRow[], officeId: string): OfficeName[] {
  const at = ranked.findIndex(({ office }) => office.id === officeId);
  return at < 0 ? [] : ranked.slice(Math.max(0, at - 1), at + 2).map(({ office }) => office);
}

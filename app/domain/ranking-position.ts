import { percent } from './money.ts';
import type { Ranking } from './ranking.ts';
import type { Decimal } from './submission.ts';

/** `middle`: as many others above as below. */
export const bands = ['first', 'upper', 'middle', 'lower', 'last'] as const;
export type Band = (typeof bands)[number];

/** Where an office stands among the others. */
export interface Position {
  /** Share of the other ranked offices that it is higher than, in percent to one decimal; equal ones do not count. */
  above: Decimal;
  /** Absent among fewer than five, where a quarter means nothing. */
  band?: Band;
}

const fewestForBands = 5;

/** The position of every ranked office, by id; none where there are no others. The office itself is left out of the count. */
export function positionsOf({ ranked }: Ranking): Map<string, Position> {
  const others = ranked.length - 1;
  const sharing = new Map<number, number>();
  for (const { rank } of ranked) sharing.set(rank, (sharing.get(rank) ?? 0) + 1);
  return new Map(
    ranked.flatMap(({ id, rank }) => {
      const higher = rank - 1;
      const lower = ranked.length - higher - (sharing.get(rank) ?? 0);
      const above = percent(String(lower), String(others), 1);
      return above === undefined ? [] : [[id, { above, band: bandOf({ lower, higher, others }) }]];
    }),
  );
}

function bandOf({ lower, higher, others }: Record<'lower' | 'higher' | 'others', number>): Band | undefined {
  if (others + 1 < fewestForBands) return undefined;
  if (lower * 4 >= others * 3) return 'first';
  if (higher * 4 >= others * 3) return 'last';
  if (lower === higher) return 'middle';
  return lower > higher ? 'upper' : 'lower';
}

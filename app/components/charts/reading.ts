import { compare, subtract } from '#app/domain/money.ts';
import type { Standing, StandingRow } from '#app/domain/overview-standing.ts';
import type { Decimal } from '#app/domain/submission.ts';

/** What a distribution says in one sentence, before it is put into words. */
export type Reading =
  | { kind: 'none' }
  | { kind: 'one'; row: StandingRow }
  | { kind: 'equal'; total: number; value: Decimal }
  | {
      kind: 'spread';
      total: number;
      above: number;
      mean: Decimal;
      /** All offices that share the lowest value. */
      worst: StandingRow[];
      low: Decimal;
      spread: Decimal;
    };

export function readStanding({ rows, mean, aboveMean }: Standing): Reading {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last || mean === undefined) return { kind: 'none' };
  if (rows.length === 1) return { kind: 'one', row: first };
  if (first.rank === last.rank) return { kind: 'equal', total: rows.length, value: first.value };
  return {
    kind: 'spread',
    total: rows.length,
    above: aboveMean,
    mean,
    worst: rows.filter((row) => row.rank === last.rank),
    low: last.value,
    spread: subtract(first.value, last.value) ?? '0',
  };
}

/** The first and the last few offices; never the same one in both, and none where fewer than two differ. */
export function extremes({ rows }: Standing, most = 3): { ahead: StandingRow[]; behind: StandingRow[] } {
  if (rows.length < 2 || rows[0]?.rank === rows.at(-1)?.rank) return { ahead: [], behind: [] };
  const count = Math.min(most, Math.floor(rows.length / 2));
  return { ahead: rows.slice(0, count), behind: rows.slice(-count).reverse() };
}

/** Codes of the offices below the target; without any, those that share the lowest value, unless all are equal. */
export function inQuestion(standing: Standing, target?: Decimal): Set<string> {
  const below = belowTarget(standing, target);
  const reading = readStanding(standing);
  const rows = below.length > 0 || reading.kind !== 'spread' ? below : reading.worst;
  return new Set(rows.map((row) => row.office.code));
}

export function belowTarget({ rows }: Standing, target?: Decimal): StandingRow[] {
  return target === undefined ? [] : rows.filter((row) => compare(row.value, target) < 0);
}

/** Offices that rose and fell most against last year, largest move first, at most `most` each. */
export function biggestMoves({ rows }: Standing, most = 3): { up: StandingRow[]; down: StandingRow[] } {
  const moved = rows.map((row) => ({ row, by: row.movement ?? 0 }));
  const take = (direction: 1 | -1) =>
    moved
      .filter(({ by }) => by * direction > 0)
      .sort((a, b) => (b.by - a.by) * direction) // stable: equal moves stay in the order of rank
      .slice(0, most)
      .map(({ row }) => row);
  return { up: take(1), down: take(-1) };
}

export function hasMovement({ rows }: Standing): boolean {
  return rows.some((row) => row.movement !== undefined);
}

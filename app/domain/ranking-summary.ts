import type { Column } from './columns.ts';
import { sumPresent } from './money.ts';
import type { OfficeName, OfficeYear } from './office-year.ts';
import type { Ranking } from './ranking.ts';
import { mean, median } from './statistics.ts';
import type { Decimal } from './submission.ts';

/** `count`: how many offices stand behind the three above it; those without the figure are left out. */
export const summaryKinds = ['total', 'mean', 'median', 'count'] as const;

/** A row under the table; units as in the rows above it. */
export interface SummaryRow {
  kind: (typeof summaryKinds)[number];
  cells: Record<string, Decimal>;
}

/** Totals, means and medians of the measured columns, and over how many offices. */
export function summaryRows(rows: { cells: Record<string, Decimal> }[], columns: Column[]): SummaryRow[] {
  const stated = columns
    .filter((column) => column.measured)
    .map((column) => ({ column, values: rows.flatMap((row) => row.cells[column.id] ?? []) }))
    .filter(({ values }) => values.length > 0);
  return summaryKinds.map((kind) => ({
    kind,
    cells: Object.fromEntries(
      stated.flatMap(({ column, values }) => {
        const value = summarised(kind, column, values);
        return value === undefined ? [] : [[column.id, value]];
      }),
    ),
  }));
}

/** Who stands first and last under a rule; more than one where values are equal. */
export interface Ends {
  ranked: number;
  first: { offices: OfficeName[]; value?: Decimal };
  last: { offices: OfficeName[]; value?: Decimal };
}

/** First and last of a ranking, offices in the order given. */
export function endsOf(rows: OfficeYear[], ranking: Ranking): Ends {
  const at = (rank: number | undefined) => {
    const there = ranking.ranked.filter((entry) => entry.rank === rank);
    const ids = new Set(there.map(({ id }) => id));
    return {
      offices: rows.filter((row) => ids.has(row.office.id)).map((row) => row.office),
      value: there[0]?.value,
    };
  };
  return {
    ranked: ranking.ranked.length,
    first: at(ranking.ranked[0]?.rank),
    last: at(ranking.ranked.at(-1)?.rank),
  };
}

function summarised(kind: SummaryRow['kind'], column: Column, values: Decimal[]): Decimal | undefined {
  if (kind === 'count') return String(values.length);
  if (kind === 'mean') return mean(values);
  if (kind === 'median') return median(values);
  // Rates and scores do not add up: a total of them would mean nothing.
  return column.kind === 'money' || column.kind === 'count' ? sumPresent(values) : undefined;
}

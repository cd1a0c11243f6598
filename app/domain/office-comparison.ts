import type { Column } from './columns.ts';
import { compare, round, subtract, toBig } from './money.ts';
import { isCompared } from './office-year.ts';
import type { RankingRow } from './ranking-table.ts';
import { mean, median } from './statistics.ts';
import type { Decimal } from './submission.ts';

/** One office's figure in one row, beside the base office's. */
export interface ComparisonCell {
  /** Money in 元, rates in percent, points, counts, ranks; absent where not stated. */
  value?: Decimal;
  /** The largest of those stated, the foremost of ranks; `shared` where several have it. Larger is not better. */
  lead?: 'alone' | 'shared';
  /** Minus the base's, in the row's own unit (rates: percentage points). Absent for the base and where either is absent. */
  difference?: Decimal;
  /** Times the base's, two decimals; money alone, and only of two figures of the same sign. */
  ratio?: Decimal;
}

/** One figure of every chosen office. */
export interface ComparisonLine {
  column: Column;
  /** One an office, in the order chosen. */
  cells: ComparisonCell[];
  /** Over all compared offices of the district that state the figure. */
  mean?: Decimal;
  median?: Decimal;
  /** Not the same for all compared offices; one that states it and one that does not differ too. */
  differs: boolean;
}

interface ComparisonInput {
  columns: Column[];
  /** In the order chosen. */
  chosen: RankingRow[];
  /** Id of the office that the others are measured against. */
  base: string | undefined;
  /** Every office of the district. */
  district: RankingRow[];
}

/** The chosen offices figure by figure. Offices that are not compared have empty cells. */
export function comparisonLines({ columns, chosen, base, district }: ComparisonInput): ComparisonLine[] {
  const baseRow = chosen.find((row) => row.office.id === base);
  return columns.map((column) => {
    const best = foremost(
      chosen.flatMap((row) => comparable(row, column) ?? []),
      column,
    );
    const all = column.measured ? district.flatMap((row) => figureOf(row, column) ?? []) : [];
    return {
      column,
      cells: chosen.map((row) => cellOf(row, column, best, baseRow)),
      mean: mean(all),
      median: median(all),
      differs: differs(chosen.filter(isCompared), column),
    };
  });
}

/** The office that the others are measured against: the one asked for, else the first, of those that are compared. */
export function baseOf(chosen: RankingRow[], asked: string | undefined): RankingRow | undefined {
  const possible = chosen.filter(isCompared);
  return possible.find((row) => row.office.code === asked) ?? possible[0];
}

interface Foremost {
  value: Decimal;
  shared: boolean;
}

function cellOf(
  row: RankingRow,
  column: Column,
  best: Foremost | undefined,
  base: RankingRow | undefined,
): ComparisonCell {
  const value = figureOf(row, column);
  if (value === undefined || !isNumeric(column)) return { value };
  const leads = best !== undefined && compare(value, best.value) === 0;
  const reference = row === base ? undefined : base && figureOf(base, column);
  return {
    value,
    lead: leads ? (best.shared ? 'shared' : 'alone') : undefined,
    difference: subtract(value, reference),
    ratio: column.kind === 'money' ? ratio(value, reference) : undefined,
  };
}

/** What a row of the ranking shows in a column; ranks and movements stand beside its cells. */
function figureOf(row: RankingRow, column: Column): Decimal | undefined {
  if (column.kind === 'rank') return row.rank?.toString();
  if (column.kind === 'movement') return row.movement?.toString();
  if (column.kind === 'status') return row.status;
  return row.cells[column.id];
}

function comparable(row: RankingRow, column: Column): Decimal | undefined {
  return isNumeric(column) ? figureOf(row, column) : undefined;
}

/** A movement is already a difference, and words have none. */
function isNumeric({ measured, kind }: Column): boolean {
  return measured || kind === 'rank';
}

/** Largest value, smallest of ranks; absent with fewer than two to choose from. */
function foremost(values: Decimal[], { kind }: Column): Foremost | undefined {
  if (values.length < 2) return undefined;
  const inFront = kind === 'rank' ? -1 : 1;
  const value = values.reduce((best, each) => (compare(each, best) === inFront ? each : best));
  return { value, shared: values.filter((each) => compare(each, value) === 0).length > 1 };
}

function ratio(value: Decimal, reference: Decimal | undefined): Decimal | undefined {
  if (reference === undefined || toBig(value).times(reference).lte(0)) return undefined;
  return round(toBig(value).div(reference).toFixed(), 2);
}

function differs(rows: RankingRow[], column: Column): boolean {
  const [first, ...rest] = rows.map((row) => figureOf(row, column));
  return rest.some((value) => !isSame(value, first, column));
}

function isSame(a: Decimal | undefined, b: Decimal | undefined, column: Column): boolean {
  if (a === undefined || b === undefined) return a === b;
  return isNumeric(column) || column.kind === 'movement' ? compare(a, b) === 0 : a === b;
}

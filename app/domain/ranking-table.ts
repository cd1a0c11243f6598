import { type Column, columnValue, missingInputs } from './columns.ts';
import { compare, type MoneyUnit, toBig, toUnit } from './money.ts';
import { isCompared, isProvisional, type OfficeName, type OfficeYear } from './office-year.ts';
import { movement, type Ranking, rank, rankOf, reasonOfStatus, type UnrankedReason } from './ranking.ts';
import type { RangeFilter, RankingSearch, SortKey } from './ranking-search.ts';
import { type Ends, endsOf, type SummaryRow, summaryRows } from './ranking-summary.ts';
import { kindThatCounts, type ScoreMode } from './scoring.ts';
import type { Decimal, MoneyItem } from './submission.ts';

/** One office in the table. `cells` holds the shown columns that were stated: money in 元, rates in percent, points. */
export interface RankingRow {
  office: OfficeName;
  status: OfficeYear['status'];
  origin?: OfficeYear['origin'];
  late: boolean;
  provisional: boolean;
  rank?: number;
  tied?: boolean;
  /** Places gained on last year under the same rule; absent without a rank in both years. */
  movement?: number;
  /** Why it stands under the table. */
  reason?: UnrankedReason;
  /** What keeps the execution rate from being worked out; absent for offices that are not compared. */
  missing?: MoneyItem[];
  /** Which score stands behind the total. */
  scoreKind?: 'self' | 'reviewed';
  cells: Record<string, Decimal>;
}

export interface RankingTable {
  /** Columns shown, in order, pinned ones first. */
  columns: Column[];
  /** Id of the column by whose values the offices are ranked: the first sort key that can rank, highest first. */
  rankedBy: string;
  ranked: RankingRow[];
  unranked: RankingRow[];
  /** Over the offices shown above; never ranked. */
  summary: SummaryRow[];
  offices: { total: number; shown: number };
  /** The whole district under this rule, whatever is filtered. */
  district: Ends & {
    unranked: number;
    /** Offices ranked last year under the same rule; with none there is nothing to move against. */
    rankedLastYear: number;
    /** How many offices' totals are of each kind. */
    scores: { self: number; reviewed: number };
  };
}

interface RankingInput {
  rows: OfficeYear[];
  lastYear: OfficeYear[];
  columns: Column[];
  search: RankingSearch;
  unit: MoneyUnit;
}

/**
 * The ranking table as page and file show it. Ranks are over all offices of the district; filters then choose which
 * rows are shown, so filtering never changes a rank. `unit` only says in which unit a money filter was typed.
 */
export function rankingTable({ rows, lastYear, columns, search, unit }: RankingInput): RankingTable {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const rankedBy = rankingColumn(search.sort, byId);
  const now = rankBy(rows, rankedBy, search.mode);
  const before = rankBy(lastYear, rankedBy, search.mode);
  const shownColumns = inTableOrder(search, byId);
  const shown = rows.filter((row) => passes(row, search, byId, unit));
  const tableRows = shown.map((row) => tableRow(row, shownColumns, search.mode, now, before));
  const ranked = sortRows(
    tableRows.filter((row) => row.rank !== undefined),
    sortValues(shown, search, byId),
  );
  return {
    columns: shownColumns,
    rankedBy: rankedBy.id,
    ranked,
    unranked: tableRows.filter((row) => row.rank === undefined).sort((a, b) => byName(a.office, b.office)),
    summary: summaryRows(ranked, shownColumns),
    offices: { total: rows.length, shown: shown.length },
    district: {
      ...endsOf(rows, now),
      unranked: now.unranked.length,
      rankedLastYear: before.ranked.length,
      scores: countKinds(rows, search.mode),
    },
  };
}

/** Ranks all offices by one column, highest first; offices that are not compared are unranked with the reason. */
export function rankBy(rows: OfficeYear[], column: Column, mode: ScoreMode): Ranking {
  return rank(
    rows.map((row) => ({
      id: row.office.id,
      value: columnValue(row, column, mode),
      reason: reasonOfStatus(row.status === 'not_filed' ? undefined : row.status),
    })),
    'desc',
  );
}

function countKinds(rows: OfficeYear[], mode: ScoreMode): { self: number; reviewed: number } {
  const kinds = rows.map((row) => scoreKind(row, mode));
  const count = (kind: 'self' | 'reviewed') => kinds.filter((other) => other === kind).length;
  return { self: count('self'), reviewed: count('reviewed') };
}

function scoreKind(row: OfficeYear, mode: ScoreMode): 'self' | 'reviewed' | undefined {
  return isCompared(row) ? kindThatCounts(row.scores.total, mode) : undefined;
}

function rankingColumn(sort: SortKey[], columns: Map<string, Column>): Column {
  const found = sort.map((key) => columns.get(key.column)).find((column) => column?.ranks);
  const column = found ?? columns.get('total_score');
  if (!column) throw new RangeError('the columns hold no total_score to rank by');
  return column;
}

function inTableOrder(search: RankingSearch, columns: Map<string, Column>): Column[] {
  const pinned = search.columns.filter((id) => search.pinned.includes(id));
  const rest = search.columns.filter((id) => !search.pinned.includes(id));
  return [...pinned, ...rest].flatMap((id) => columns.get(id) ?? []);
}

function passes(
  row: OfficeYear,
  search: RankingSearch,
  columns: Map<string, Column>,
  unit: MoneyUnit,
): boolean {
  if (search.statuses.length > 0 && !search.statuses.includes(row.status)) return false;
  if (search.name && !isNamed(row.office, search.name)) return false;
  return search.range === undefined || isWithin(row, search.range, columns, search.mode, unit);
}

function isNamed(office: OfficeName, part: string): boolean {
  const wanted = part.toLowerCase();
  return [office.name, office.nameEn, office.code].some((name) => name.toLowerCase().includes(wanted));
}

function isWithin(
  row: OfficeYear,
  range: RangeFilter,
  columns: Map<string, Column>,
  mode: ScoreMode,
  unit: MoneyUnit,
): boolean {
  const column = columns.get(range.column);
  const value = column && columnValue(row, column, mode);
  if (value === undefined) return false;
  const shown = toBig(column?.kind === 'money' ? toUnit(value, unit) : value);
  return (
    (range.min === undefined || shown.gte(range.min)) && (range.max === undefined || shown.lte(range.max))
  );
}

function tableRow(
  row: OfficeYear,
  columns: Column[],
  mode: ScoreMode,
  now: Ranking,
  before: Ranking,
): RankingRow {
  const id = row.office.id;
  const entry = now.ranked.find((ranked) => ranked.id === id);
  return {
    office: row.office,
    status: row.status,
    origin: row.origin,
    late: row.late,
    provisional: isProvisional(row),
    rank: entry?.rank,
    tied: entry?.tied,
    movement: movement(rankOf(before, id), entry?.rank),
    reason: now.unranked.find((unranked) => unranked.id === id)?.reason,
    missing: isCompared(row) ? columns.flatMap((column) => missingInputs(row, column)) : undefined,
    scoreKind: scoreKind(row, mode),
    cells: Object.fromEntries(
      columns.flatMap((column) => {
        const value = columnValue(row, column, mode);
        return value === undefined ? [] : [[column.id, value]];
      }),
    ),
  };
}

type SortValues = { descending: boolean; values: Map<string, Decimal | undefined> | 'office' }[];

/** Sort keys may be columns that are not shown, so their values are taken from the offices and not from the cells. */
function sortValues(rows: OfficeYear[], search: RankingSearch, columns: Map<string, Column>): SortValues {
  return search.sort.map(({ column: id, descending }) => {
    const column = columns.get(id);
    const values =
      column && new Map(rows.map((row) => [row.office.id, columnValue(row, column, search.mode)]));
    return { descending, values: values ?? 'office' };
  });
}

function sortRows(rows: RankingRow[], keys: SortValues): RankingRow[] {
  return rows.sort((a, b) => {
    for (const { descending, values } of keys) {
      const order =
        values === 'office'
          ? byName(a.office, b.office) * (descending ? -1 : 1)
          : missingLast(values.get(a.office.id), values.get(b.office.id), descending);
      if (order !== 0) return order;
    }
    return byName(a.office, b.office);
  });
}

function missingLast(a: Decimal | undefined, b: Decimal | undefined, descending: boolean): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return descending ? compare(b, a) : compare(a, b);
}

/** Pinyin order by the stored key, then by code so that the order is total. */
export function byName(a: OfficeName, b: OfficeName): number {
  const [x, y] = [`${a.sortKey} ${a.code}`, `${b.sortKey} ${b.code}`];
  return x < y ? -1 : Number(x > y);
}

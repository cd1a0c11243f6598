import { type Column, columnValue, missingInputs } from './columns.ts';
import type { MoneyUnit } from './figure-text.ts';
import { isCompared, isProvisional, type OfficeName, type OfficeYear } from './office-year.ts';
import type { PeerGroup } from './peer-group.ts';
import { movement, type Ranking, rank, reasonOfStatus, type UnrankedReason } from './ranking.ts';
import { type Cut, cutOf, passes } from './ranking-filter.ts';
import { groupRanks, inSections, type Section } from './ranking-groups.ts';
import { byName, orderBy } from './ranking-order.ts';
import type { SortKey } from './ranking-params.ts';
import { type Position, positionsOf } from './ranking-position.ts';
import type { RankingSearch } from './ranking-search.ts';
import { shadesOf } from './ranking-shade.ts';
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
  /** Absent for the only one that is ranked. */
  position?: Position;
  /** Position of the office's peer group. */
  group?: number;
  /** Rank within the peer group under the same rule, and among how many. */
  groupRank?: { rank: number; of: number };
  /** Why it stands under the table. */
  reason?: UnrankedReason;
  /** What keeps the execution rate from being worked out; absent for offices that are not compared. */
  missing?: MoneyItem[];
  /** Which score stands behind the total. */
  scoreKind?: 'self' | 'reviewed';
  cells: Record<string, Decimal>;
  /** Of the shaded columns: 0 for the lowest of the offices shown, 1 for the highest. */
  shades?: Record<string, number>;
}

export interface RankingTable {
  /** Columns shown, in order, pinned ones first. */
  columns: Column[];
  /** Id of the column by whose values the offices are ranked: the first sort key that can rank, highest first. */
  rankedBy: string;
  /** In order; under `sections`, one section after the other. */
  ranked: RankingRow[];
  /** Peer groups that have ranked offices here; absent where rows are not grouped. */
  sections?: Section[];
  unranked: RankingRow[];
  /** Over the ranked offices shown above; never ranked. */
  summary: SummaryRow[];
  offices: { total: number; shown: number };
  cut?: Cut;
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
  groups: PeerGroup[];
  columns: Column[];
  search: RankingSearch;
  unit: MoneyUnit;
}

/**
 * The ranking table as page and file show it. Ranks are over all offices of the district; filters and cuts then choose
 * which rows are shown, so they never change a rank. `unit` only says in which unit a money filter was typed.
 */
export function rankingTable({ rows, lastYear, groups, columns, search, unit }: RankingInput): RankingTable {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const rankedBy = rankingColumn(search.sort, byId);
  const now = rankBy(rows, rankedBy, search.mode);
  const before = rankBy(lastYear, rankedBy, search.mode);
  const shownColumns = inTableOrder(search, byId);
  const passing = rows.filter((row) => passes(row, { search, columns: byId, unit }));
  const { ids, cut } = cutOf(rankedAmong(now, passing), search);
  const unranked = new Set(now.unranked.map(({ id }) => id));
  const shown = passing.filter(({ office }) => ids.has(office.id) || unranked.has(office.id));
  const tableRows = shaded(
    shown.map(rowMaker({ rows, columns: shownColumns, rankedBy, mode: search.mode, now, before })),
    search.shaded,
  );
  const order = orderBy(shown, search, byId);
  const inOrder = tableRows.filter((row) => row.rank !== undefined).sort((a, b) => order(a.office, b.office));
  const { ranked, sections } = search.grouped
    ? inSections(inOrder, groups, shownColumns)
    : { ranked: inOrder, sections: undefined };
  return {
    columns: shownColumns,
    rankedBy: rankedBy.id,
    ranked,
    sections,
    unranked: tableRows.filter((row) => row.rank === undefined).sort((a, b) => byName(a.office, b.office)),
    summary: summaryRows(ranked, shownColumns),
    offices: { total: rows.length, shown: shown.length },
    cut,
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

function rankedAmong({ ranked }: Ranking, rows: OfficeYear[]) {
  const among = new Set(rows.map(({ office }) => office.id));
  return ranked.filter(({ id }) => among.has(id));
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

interface RowContext {
  /** Every office of the district. */
  rows: OfficeYear[];
  columns: Column[];
  rankedBy: Column;
  mode: ScoreMode;
  now: Ranking;
  before: Ranking;
}

function rowMaker(context: RowContext): (row: OfficeYear) => RankingRow {
  const { rows, columns, rankedBy, mode, now, before } = context;
  const needed = [...new Set([...columns, rankedBy])];
  const ranked = new Map(now.ranked.map((entry) => [entry.id, entry]));
  const reasons = new Map(now.unranked.map(({ id, reason }) => [id, reason]));
  const lastRanks = new Map(before.ranked.map((entry) => [entry.id, entry.rank]));
  const positions = positionsOf(now);
  const inGroup = groupRanks(now, rows);
  return (row) => {
    const { id } = row.office;
    const entry = ranked.get(id);
    return {
      office: row.office,
      status: row.status,
      origin: row.origin,
      late: row.late,
      provisional: isProvisional(row),
      rank: entry?.rank,
      tied: entry?.tied,
      movement: movement(lastRanks.get(id), entry?.rank),
      position: positions.get(id),
      group: row.peerGroup,
      groupRank: inGroup.get(id),
      reason: reasons.get(id),
      missing: isCompared(row) ? needed.flatMap((column) => missingInputs(row, column)) : undefined,
      scoreKind: scoreKind(row, mode),
      cells: Object.fromEntries(
        columns.flatMap((column) => {
          const value = columnValue(row, column, mode);
          return value === undefined ? [] : [[column.id, value]];
        }),
      ),
    };
  };
}

/** Shades are among all offices shown, ranked or not: they are about the column and not about the rank. */
function shaded(rows: RankingRow[], columns: string[]): RankingRow[] {
  if (columns.length === 0) return rows;
  const byColumn = columns.map((id) => ({ id, shades: shadesOf(rows.map(({ cells }) => cells[id])) }));
  return rows.map((row, index) => ({
    ...row,
    shades: Object.fromEntries(
      byColumn.flatMap(({ id, shades }) => (shades[index] === undefined ? [] : [[id, shades[index]]])),
    ),
  }));
}

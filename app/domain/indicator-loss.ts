import { type Column, columnsOf } from './columns.ts';
import { type Framework, type FrameworkNode, nodeByCode, totalCode } from './framework.ts';
import { type IndicatorSearch, nodesAtLevel } from './indicator-search.ts';
import { compare, type Maybe, percent, present, subtract, sum } from './money.ts';
import { isCompared, isProvisional, type OfficeName, type OfficeYear } from './office-year.ts';
import type { UnrankedReason } from './ranking.ts';
import { byName } from './ranking-order.ts';
import { rankBy } from './ranking-table.ts';
import { kindThatCounts, lostPoints, type ScoreMode, scoreThatCounts } from './scoring.ts';
import { mean, median } from './statistics.ts';
import type { Decimal } from './submission.ts';

/** Points lost at one node over the compared offices that state a score there; absent figures: nobody does. */
export interface NodeLoss {
  /** Offices with a score at the node, and those of them that lost points. */
  stated: number;
  losing: number;
  /** Weight − mean score, weight − median score. */
  mean?: Decimal;
  median?: Decimal;
  /** `mean` in percent of the weight. */
  share?: Decimal;
}

export interface LossColumn extends NodeLoss {
  node: FrameworkNode;
  /** From the dimension down to the node right above. */
  path: FrameworkNode[];
}

/** One office: points lost over the whole and by column code; what was not stated is absent. */
export interface LossRow {
  office: OfficeName;
  status: OfficeYear['status'];
  late: boolean;
  provisional: boolean;
  rank?: number;
  tied?: boolean;
  reason?: UnrankedReason;
  lost?: Decimal;
  cells: Record<string, Decimal>;
  /** Points lost over all columns, where all are stated and it differs from `lost`. */
  parts?: Decimal;
}

export interface LossTable {
  /** What `lost` and `rank` are about: the total score, or the one dimension shown. */
  whole: NodeLoss & { code: string; node?: FrameworkNode; weight: Decimal };
  columns: LossColumn[];
  /** Columns left out because nobody lost a point there. */
  without: number;
  ranked: LossRow[];
  /** By name: not compared, or without a score of the whole. */
  unranked: LossRow[];
  /** The column with the highest mean loss, and who lost most there; absent where nobody lost anything. */
  most?: { column: LossColumn; offices: OfficeName[]; lost: Decimal };
  /** Which scores stand behind the whole. */
  kinds: { self: number; reviewed: number };
}

/** Offices × indicators by points lost, as page and file show it. */
export function lossTable(framework: Framework, rows: OfficeYear[], search: IndicatorSearch): LossTable {
  const { mode, dimension } = search;
  const node = dimension === undefined ? undefined : nodeByCode(framework, dimension);
  const whole = { code: node?.code ?? totalCode, node, weight: node?.weight ?? framework.totalWeight };
  const all = nodesAtLevel(framework, search.level, dimension).map((each) =>
    columnOf(framework, each, rows, mode),
  );
  const columns = inOrder(
    all.filter(({ losing }) => losing > 0 || !search.lossesOnly),
    search.order,
  );
  const lossRows = rowsOf(framework, rows, { whole, nodes: all.map((column) => column.node), mode });
  const kinds = rows.filter(isCompared).map((row) => kindThatCounts(row.scores[whole.code], mode));
  return {
    whole: { ...whole, ...nodeLoss(scoresAt(rows, whole.code, mode), whole.weight) },
    columns,
    without: all.length - columns.length,
    ranked: sortRows(
      lossRows.filter(({ rank }) => rank !== undefined),
      search.sort,
    ),
    unranked: lossRows.filter(({ rank }) => rank === undefined).sort((a, b) => byName(a.office, b.office)),
    most: mostLost(all, lossRows),
    kinds: {
      self: kinds.filter((kind) => kind === 'self').length,
      reviewed: kinds.filter((kind) => kind === 'reviewed').length,
    },
  };
}

/** `scores` at one node in points, the missing ones left out; mean and median as the overview has them. */
export function nodeLoss(scores: readonly Maybe[], weight: Decimal): NodeLoss {
  const stated = present(scores);
  const average = lostPoints(mean(stated), weight);
  return {
    stated: stated.length,
    losing: stated.filter((score) => compare(score, weight) < 0).length,
    mean: average,
    median: lostPoints(median(stated), weight),
    share: percent(average, weight),
  };
}

/** Scores that count at a node, of the offices that are compared. */
export function scoresAt(rows: OfficeYear[], code: string, mode: ScoreMode): Decimal[] {
  return present(rows.filter(isCompared).map((row) => scoreThatCounts(row.scores[code], mode)));
}

/** Nodes above one, from the dimension down. */
export function pathOf(framework: Framework, { parent }: FrameworkNode): FrameworkNode[] {
  const above = parent === null ? undefined : nodeByCode(framework, parent);
  return above ? [...pathOf(framework, above), above] : [];
}

/** The column by which offices are ranked at a node, `total` for the whole. */
export function scoreColumn(framework: Framework, code: string): Column {
  const id = code === totalCode ? 'total_score' : `score:${code}`;
  const column = columnsOf(framework).find((each) => each.id === id);
  if (!column) throw new RangeError(`no node "${code}"`);
  return column;
}

function columnOf(framework: Framework, node: FrameworkNode, rows: OfficeYear[], mode: ScoreMode) {
  const loss = nodeLoss(scoresAt(rows, node.code, mode), node.weight);
  return { node, path: pathOf(framework, node), ...loss };
}

interface RowInput {
  whole: { code: string; weight: Decimal };
  nodes: FrameworkNode[];
  mode: ScoreMode;
}

function rowsOf(framework: Framework, rows: OfficeYear[], { whole, nodes, mode }: RowInput): LossRow[] {
  const ranking = rankBy(rows, scoreColumn(framework, whole.code), mode);
  const ranked = new Map(ranking.ranked.map((entry) => [entry.id, entry]));
  const unranked = new Map(ranking.unranked.map((entry) => [entry.id, entry]));
  return rows.map((row) => {
    const lostAt = (code: string, weight: Decimal) =>
      isCompared(row) ? lostPoints(scoreThatCounts(row.scores[code], mode), weight) : undefined;
    const lost = lostAt(whole.code, whole.weight);
    const losses = nodes.map((node) => [node.code, lostAt(node.code, node.weight)] as const);
    const parts = sum(losses.map(([, points]) => points));
    const { id } = row.office;
    return {
      office: row.office,
      status: row.status,
      late: row.late,
      provisional: isProvisional(row),
      rank: ranked.get(id)?.rank,
      tied: ranked.get(id)?.tied,
      reason: unranked.get(id)?.reason,
      lost,
      cells: Object.fromEntries(losses.flatMap(([code, points]) => (points ? [[code, points]] : []))),
      parts: (compare(parts, lost) ?? 0) === 0 ? undefined : parts,
    };
  });
}

/** Stable: columns that are equal stay in the framework's order. */
function inOrder(columns: LossColumn[], order: IndicatorSearch['order']): LossColumn[] {
  if (order === 'framework') return columns;
  if (order === 'offices') return columns.toSorted((a, b) => b.losing - a.losing);
  return columns.toSorted((a, b) => missingLast(a.mean, b.mean, true));
}

function sortRows(rows: LossRow[], { column, descending }: IndicatorSearch['sort']): LossRow[] {
  const value = (row: LossRow): Decimal | undefined => {
    if (column === 'rank') return row.rank?.toString();
    return column === totalCode ? row.lost : row.cells[column];
  };
  return rows.sort((a, b) => {
    const names = byName(a.office, b.office);
    if (column === 'office') return descending ? -names : names;
    return missingLast(value(a), value(b), descending) || names;
  });
}

function mostLost(columns: LossColumn[], rows: LossRow[]): LossTable['most'] {
  const [column] = inOrder(columns, 'lost');
  if (column?.mean === undefined || compare(column.mean, '0') <= 0) return undefined;
  const lostThere = (row: LossRow) => row.cells[column.node.code];
  const [lost] = present(rows.map(lostThere)).sort((a, b) => compare(b, a));
  if (lost === undefined) return undefined;
  const worst = rows.filter((row) => compare(lostThere(row), lost) === 0);
  return { column, lost, offices: worst.map((row) => row.office).sort(byName) };
}

function missingLast(a: Maybe, b: Maybe, descending: boolean): number {
  const order = compare(a, b);
  if (order === undefined) return Number(a === undefined) - Number(b === undefined);
  return descending ? -order : order;
}

/** In percent of the weight; absent for a weight of 0. */
export function shareLost(lost: Maybe, weight: Decimal): Decimal | undefined {
  return percent(lost, weight);
}

/** `a − b` where it is above 0: by how much a claim exceeds what the rule gives. */
export function excess(a: Maybe, b: Maybe): Decimal | undefined {
  return (compare(a, b) ?? 0) > 0 ? subtract(a, b) : undefined;
}

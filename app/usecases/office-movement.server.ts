import { type BoundaryChange, changesBetween } from '#app/domain/boundary-change.ts';
import { columnsOf } from '#app/domain/columns.ts';
import { isProvisional, type OfficeName, type OfficeYear } from '#app/domain/office-year.ts';
import {
  contendersOf,
  type MovementInput,
  type MovementRule,
  type OfficeMovement,
  officeMovement,
} from '#app/domain/rank-movement.ts';
import { type Passing, passingOf } from '#app/domain/rank-movement-reading.ts';
import { type FrameworkChange, frameworkChange } from '#app/domain/rank-movement-restate.ts';
import { decodeMoveSearch, type MoveSearch, type MoveSort } from '#app/domain/rank-movement-search.ts';
import { type Ranking, rankOf, type UnrankedReason } from '#app/domain/ranking.ts';
import { byName } from '#app/domain/ranking-order.ts';
import { rankBy } from '#app/domain/ranking-table.ts';
import { findAllBoundaryChanges } from '#db/queries/boundary-changes.server.ts';
import type { District } from '#db/queries/districts.server.ts';
import { readScope, type Scope } from '#db/scope.server.ts';
import { loadDistrictSpan } from './district-year.server.ts';
import type { YearHeader } from './year-header.ts';

/** One office in the list: its ranks in both years, and why it moved or why that cannot be said. */
export interface MoveRow {
  office: OfficeName;
  provisional: boolean;
  before?: number;
  now?: number;
  /** Why it had no rank last year or this year. */
  missing: { year: number; reason: UnrankedReason }[];
  movement?: OfficeMovement;
  /** Changes of its boundary between the two years. */
  boundary: BoundaryChange[];
}

export interface MovesView {
  district: Pick<District, 'code' | 'name' | 'nameEn'>;
  header: YearHeader;
  search: MoveSearch;
  /** Absent where the district held no round last year: nothing can be compared. */
  lastYear?: number;
  framework: FrameworkChange;
  /** In the order asked for. */
  rows: MoveRow[];
  /** How many offices were ranked last year and this year. */
  ranked: { before: number; now: number };
  /** The office in question, with whom it passed. */
  chosen?: { row: MoveRow; passing?: Record<keyof Passing, OfficeName[]> };
}

/**
 * Why the offices of a district moved between last year's ranking and this year's, of all offices or of one. `params` may
 * hold anything. Undefined when the district held no round that year.
 */
export async function viewOfficeMovement(
  scope: Scope,
  { year, params }: { year: number; params: URLSearchParams },
): Promise<MovesView | undefined> {
  const found = await readScope(scope, async (db) => {
    const span = await loadDistrictSpan(db, { year, count: 2 });
    return span && { span, boundaries: await findAllBoundaryChanges(db, { from: year, to: year }) };
  });
  const now = found?.span.years.at(-1);
  if (!found || !now) return undefined;
  const { span, boundaries } = found;
  const search = decodeMoveSearch(params);
  const before = span.years.find((each) => each.year === year - 1);
  const input: MovementInput = {
    rule: search.rule,
    rows: now.rows,
    lastYear: before?.rows ?? [],
    framework: now.framework,
    lastFramework: before?.framework ?? now.framework,
  };
  const contenders = contendersOf(input);
  const rankings = { before: rankingBy(input.lastYear, input), now: rankingBy(now.rows, input) };
  const rows = now.rows.map((row) => ({
    ...moveRow(row, rankings, before?.year),
    movement: officeMovement(input, contenders, row.office.id),
    boundary: changesBetween(boundaries, { officeId: row.office.id, from: year - 1, to: year }),
  }));
  const chosen = rows.find(({ office }) => office.code === search.office);
  return {
    district: span.district,
    header: span.header,
    search: { ...search, office: chosen?.office.code },
    lastYear: before?.year,
    framework: frameworkChange(input.lastFramework, input.framework),
    rows: rows.sort((a, b) => orders[search.sort](a, b) || byName(a.office, b.office)),
    ranked: { before: rankings.before.ranked.length, now: rankings.now.ranked.length },
    chosen: chosen && { row: chosen, passing: named(passingOf(contenders, chosen.office.id), now.rows) },
  };
}

/** The ranking page's own ranking under the rule. */
function rankingBy(rows: OfficeYear[], { rule, framework }: { rule: MovementRule } & MovementInput): Ranking {
  const column = columnsOf(framework).find(({ id }) => id === rule);
  if (!column) throw new RangeError(`no column "${rule}"`);
  return rankBy(rows, column, 'counting');
}

function moveRow(
  row: OfficeYear,
  rankings: { before: Ranking; now: Ranking },
  lastYear: number | undefined,
): Pick<MoveRow, 'office' | 'provisional' | 'before' | 'now' | 'missing'> {
  const { id } = row.office;
  const reasonIn = (ranking: Ranking) => ranking.unranked.find((entry) => entry.id === id)?.reason;
  const years = [
    ...(lastYear === undefined ? [] : [{ year: lastYear, reason: reasonIn(rankings.before) }]),
    { year: row.year, reason: reasonIn(rankings.now) },
  ];
  return {
    office: row.office,
    provisional: isProvisional(row),
    before: rankOf(rankings.before, id),
    now: rankOf(rankings.now, id),
    missing: years.flatMap(({ year, reason }) => (reason ? [{ year, reason }] : [])),
  };
}

/** Offices without a rank in question stand last. */
const last = Number.POSITIVE_INFINITY;
const orders: Record<MoveSort, (a: MoveRow, b: MoveRow) => number> = {
  rank: (a, b) => ascending(a.now, b.now),
  before: (a, b) => ascending(a.before, b.before),
  up: (a, b) => ascending(gained(a, -1), gained(b, -1)),
  down: (a, b) => ascending(gained(a, 1), gained(b, 1)),
  office: () => 0,
};

function gained({ movement }: MoveRow, sign: 1 | -1): number | undefined {
  return movement && movement.places * sign;
}

function ascending(a = last, b = last): number {
  return a === b ? 0 : a - b;
}

function named(
  passing: Passing | undefined,
  rows: OfficeYear[],
): Record<keyof Passing, OfficeName[]> | undefined {
  if (!passing) return undefined;
  const names = (ids: string[]) =>
    rows
      .filter((row) => ids.includes(row.office.id))
      .map((row) => row.office)
      .sort(byName);
  return {
    overtook: names(passing.overtook),
    overtakenBy: names(passing.overtakenBy),
    left: names(passing.left),
    entered: names(passing.entered),
  };
}

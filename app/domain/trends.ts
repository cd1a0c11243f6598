import { type BoundaryChange, breaksSeries, changesBetween } from './boundary-change.ts';
import { columnsOf, columnValue } from './columns.ts';
import { type Framework, isSameTree } from './framework.ts';
import { isCompared, isProvisional, type OfficeName, type OfficeYear } from './office-year.ts';
import {
  amountSums,
  type DistrictRate,
  type DistrictTotal,
  districtRate,
  districtTotal,
} from './overview-money.ts';
import type { UnrankedReason } from './ranking.ts';
import { byName } from './ranking-order.ts';
import { rankBy } from './ranking-table.ts';
import { mean, median } from './statistics.ts';
import type { Decimal } from './submission.ts';
import { mostChosen, type PanelSort, type TrendMeasure } from './trends-search.ts';

/** One year of the span, oldest first, with every active office. */
export interface TrendYear {
  year: number;
  framework: Framework;
  rows: OfficeYear[];
}

/** A mean or median over the offices that have the figure. */
interface Aggregate {
  mean?: Decimal;
  median?: Decimal;
  offices: number;
}

/** What the district as a whole did in one year; changes are against the round before, like for like. */
export interface DistrictPoint {
  year: number;
  budget?: DistrictTotal;
  executed?: DistrictTotal;
  /** Executed ÷ budget over the offices that state both. */
  rate?: DistrictRate;
  score: Aggregate;
  /** The framework differs from that of the round before. */
  frameworkChanged: boolean;
  /** The offices behind executed differ from those of the round before: gone and new ones. */
  setChanged?: { gone: number; fresh: number };
  provisional: boolean;
}

/** Absent value and rank: not ranked that year, for the reason given. */
export interface OfficePoint {
  year: number;
  value?: Decimal;
  rank?: number;
  reason?: UnrankedReason;
  provisional: boolean;
  /** A line from the round before must not be read as one series: another framework or another boundary. */
  broken: boolean;
}

export interface OfficeLine {
  office: OfficeName;
  points: OfficePoint[];
  boundary: BoundaryChange[];
  /** Places gained since the round before; positive is up. Absent without a rank in both. */
  movement?: number;
}

/** Each year's totals, rate and scores with the number of offices behind them. */
export function districtPoints(years: readonly TrendYear[]): DistrictPoint[] {
  return years.map((now, index) => {
    const before = years[index - 1];
    const scores = now.rows.flatMap((row) => valueIn(row, now.framework, 'total_score') ?? []);
    return {
      year: now.year,
      budget: districtTotal(amountSums('budget_total', now.rows, before?.rows ?? [])),
      executed: districtTotal(amountSums('executed_total', now.rows, before?.rows ?? [])),
      rate: districtRate(now.rows, before?.rows ?? []),
      score: { mean: mean(scores), median: median(scores), offices: scores.length },
      frameworkChanged: before !== undefined && !isSameTree(now.framework, before.framework),
      setChanged: before && changeOfSet(now.rows, before.rows),
      provisional: now.rows.some(isProvisional),
    };
  });
}

/** Every office's values and ranks by one measure over the years, in the order of names. */
export function officeLines(
  years: readonly TrendYear[],
  measure: TrendMeasure,
  boundaries: readonly BoundaryChange[],
): OfficeLine[] {
  const rankings = years.map(({ rows, framework }) => rankBy(rows, columnOf(framework, measure), 'counting'));
  const ranked = rankings.map(({ ranked: entries }) => new Map(entries.map((entry) => [entry.id, entry])));
  const unranked = rankings.map(
    ({ unranked: entries }) => new Map(entries.map(({ id, reason }) => [id, reason])),
  );
  const offices = years.at(-1)?.rows.map(({ office }) => office) ?? [];
  return [...offices].sort(byName).map((office) => {
    const points = years.map((now, index): OfficePoint => {
      const entry = ranked[index]?.get(office.id);
      const row = now.rows.find((each) => each.office.id === office.id);
      return {
        year: now.year,
        value: entry?.value,
        rank: entry?.rank,
        reason: unranked[index]?.get(office.id),
        provisional: entry !== undefined && row !== undefined && isProvisional(row),
        broken: isBroken({ now, before: years[index - 1], measure, boundaries, officeId: office.id }),
      };
    });
    return {
      office,
      points,
      boundary: boundaries.filter((change) => change.officeId === office.id),
      movement: movementOf(points),
    };
  });
}

/** The median of each year over the ranked offices; absent where none is. */
export function medianPoints(lines: readonly OfficeLine[]): (Decimal | undefined)[] {
  const years = lines[0]?.points ?? [];
  return years.map((_, index) => median(lines.map(({ points }) => points[index]?.value)));
}

/**
 * The offices in colour: those asked for, else the biggest riser and faller since the round before, the first and the
 * last. Where several are equal, the first by name.
 */
export function chosenOffices(lines: readonly OfficeLine[], codes: readonly string[]): OfficeName[] {
  const asked = codes.flatMap((code) => lines.find(({ office }) => office.code === code)?.office ?? []);
  if (asked.length > 0) return asked.slice(0, mostChosen);
  const rankNow = (line: OfficeLine) => line.points.at(-1)?.rank;
  const ranked = lines.filter((line) => rankNow(line) !== undefined);
  const first = best(ranked, (line) => -(rankNow(line) ?? 0));
  const last = best(ranked, (line) => rankNow(line) ?? 0);
  const up = best(
    lines.filter(({ movement = 0 }) => movement > 0),
    ({ movement = 0 }) => movement,
  );
  const down = best(
    lines.filter(({ movement = 0 }) => movement < 0),
    ({ movement = 0 }) => -movement,
  );
  return [...new Set([up, down, first, last].flatMap((line) => line?.office ?? []))];
}

/** The small panels' order: by this year's rank, or by the change since the round before; offices without it last. */
export function sortPanels(lines: readonly OfficeLine[], sort: PanelSort): OfficeLine[] {
  const key = (line: OfficeLine) => {
    if (sort === 'rank') return line.points.at(-1)?.rank ?? Number.POSITIVE_INFINITY;
    if (line.movement === undefined) return Number.POSITIVE_INFINITY;
    return sort === 'up' ? -line.movement : line.movement;
  };
  return [...lines].sort((a, b) => (key(a) === key(b) ? byName(a.office, b.office) : key(a) - key(b)));
}

function columnOf(framework: Framework, measure: TrendMeasure) {
  const column = columnsOf(framework).find(({ id }) => id === measure);
  if (!column) throw new RangeError(`no column "${measure}"`);
  return column;
}

function valueIn(row: OfficeYear, framework: Framework, measure: TrendMeasure): Decimal | undefined {
  return columnValue(row, columnOf(framework, measure), 'counting');
}

interface Step {
  now: TrendYear;
  before: TrendYear | undefined;
  measure: TrendMeasure;
  boundaries: readonly BoundaryChange[];
  officeId: string;
}

/** Rates do not depend on the framework; scores and their ranks do. */
function isBroken({ now, before, measure, boundaries, officeId }: Step): boolean {
  if (!before) return false;
  const changes = changesBetween(boundaries, { officeId, from: before.year, to: now.year });
  if (changes.some(breaksSeries)) return true;
  return measure === 'total_score' && !isSameTree(before.framework, now.framework);
}

/** Against the year right before: a round that was left out is no last year. */
function movementOf(points: readonly OfficePoint[]): number | undefined {
  const [before, now] = [points.at(-2), points.at(-1)];
  if (before?.rank === undefined || now?.rank === undefined || before.year !== now.year - 1) return undefined;
  return before.rank - now.rank;
}

function changeOfSet(now: OfficeYear[], before: OfficeYear[]): { gone: number; fresh: number } | undefined {
  const stating = (rows: OfficeYear[]) =>
    new Set(
      rows
        .filter((row) => isCompared(row) && row.amounts.executed_total !== undefined)
        .map((row) => row.office.id),
    );
  const [then, today] = [stating(before), stating(now)];
  const gone = [...then].filter((id) => !today.has(id)).length;
  const fresh = [...today].filter((id) => !then.has(id)).length;
  return gone + fresh === 0 ? undefined : { gone, fresh };
}

/** The line with the highest figure; the first of equals. */
function best(lines: readonly OfficeLine[], figure: (line: OfficeLine) => number): OfficeLine | undefined {
  return [...lines].sort((a, b) => figure(b) - figure(a))[0];
}

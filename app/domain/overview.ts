import { columnsOf } from './columns.ts';
import { executionRate } from './execution.ts';
import { childrenOf, type Framework, type FrameworkNode, totalCode } from './framework.ts';
import { compare, percent, subtract, sumPresent } from './money.ts';
import { isCompared, isProvisional, type OfficeName, type OfficeYear } from './office-year.ts';
import { movement, rankOf, type UnrankedReason } from './ranking.ts';
import { byName, rankBy } from './ranking-table.ts';
import { kindThatCounts, lostPoints, scoreThatCounts } from './scoring.ts';
import { mean, median } from './statistics.ts';
import type { Decimal, MoneyItem } from './submission.ts';

/** How far the round has come. `filed` counts submissions that stand before the district: submitted or approved. */
export interface FilingProgress {
  total: number;
  filed: number;
  approved: number;
  submitted: number;
  returned: number;
  draft: number;
  notFiled: number;
  late: number;
}

/** A sum over the offices that state it, and its change on last year over the offices that state it in both years. */
export interface DistrictTotal {
  item: MoneyItem;
  amount: Decimal; // 元
  offices: number;
  change?: { percent: Decimal; offices: number };
}

/** Executed ÷ budget in percent over the offices that state both; not a mean of rates. */
export interface DistrictRate {
  value: Decimal;
  offices: number;
  /** In percentage points, over the offices that state both figures in both years. */
  change?: { points: Decimal; offices: number };
}

/** One office's place in a distribution; `value` in the measure's own unit. */
export interface StandingRow {
  office: OfficeName;
  value: Decimal;
  rank: number;
  movement?: number;
  provisional: boolean;
}

/** A measure over all offices, highest first, with the offices that cannot be ranked and why. */
export interface Standing {
  rows: StandingRow[];
  unranked: { office: OfficeName; reason: UnrankedReason }[];
  mean?: Decimal;
  median?: Decimal;
  aboveMean: number;
}

/** Mean score and mean lost points of one node, over the offices that state it. */
export interface DimensionLoss {
  node: FrameworkNode;
  offices: number;
  mean: Decimal;
  lost: Decimal;
}

export interface ThemeCount {
  theme: string;
  /** Offices that name the theme at least once. */
  offices: number;
  lastYear: number;
}

export interface Overview {
  progress: FilingProgress;
  totals: DistrictTotal[];
  districtRate?: DistrictRate;
  rates: Standing;
  scores: Standing;
  /** Full marks of the total score. */
  fullMarks: Decimal;
  /** Offices whose total score was set by the reviewer; the other totals are self scores. */
  reviewedTotals: number;
  dimensions: DimensionLoss[];
  problems: ThemeCount[];
  /** Offices with at least one finding of the severity. */
  findings: { error: number; warning: number };
}

export interface OfficeThemes {
  officeId: string;
  themes: string[];
}

interface OverviewInput {
  framework: Framework;
  rows: OfficeYear[];
  lastYear: OfficeYear[];
  /** Themes of the problems stated by compared offices, this year and last. */
  themes: OfficeThemes[];
  lastYearThemes: OfficeThemes[];
}

const totalItems: MoneyItem[] = ['budget_total', 'executed_total', 'revenue_total'];
const mostCommon = 5;

/** What the district's first page says about one year. */
export function districtOverview(input: OverviewInput): Overview {
  const { framework, rows, lastYear } = input;
  const columns = columnsOf(framework);
  const standing = (id: string) => {
    const column = columns.find((candidate) => candidate.id === id);
    if (!column) throw new RangeError(`no column "${id}"`);
    return standingOf(rows, rankBy(rows, column, 'counting'), rankBy(lastYear, column, 'counting'));
  };
  return {
    progress: filingProgress(rows),
    totals: totalItems.flatMap((item) => districtTotal(item, rows, lastYear) ?? []),
    districtRate: districtRate(rows, lastYear),
    rates: standing('execution_rate'),
    scores: standing('total_score'),
    fullMarks: framework.totalWeight,
    reviewedTotals: rows.filter(isCompared).filter(hasReviewedTotal).length,
    dimensions: dimensionLosses(framework, rows),
    problems: commonThemes(input.themes, input.lastYearThemes),
    findings: {
      error: rows.filter((row) => isCompared(row) && row.findings.error > 0).length,
      warning: rows.filter((row) => isCompared(row) && row.findings.warning > 0).length,
    },
  };
}

export function filingProgress(rows: OfficeYear[]): FilingProgress {
  const count = (status: OfficeYear['status']) => rows.filter((row) => row.status === status).length;
  return {
    total: rows.length,
    filed: rows.filter(isCompared).length,
    approved: count('approved'),
    submitted: count('submitted'),
    returned: count('returned'),
    draft: count('draft'),
    notFiled: count('not_filed'),
    late: rows.filter((row) => isCompared(row) && row.late).length,
  };
}

/** Executed ÷ budget over the compared offices that state both, and its change on last year like for like. */
export function districtRate(rows: OfficeYear[], lastYear: OfficeYear[]): DistrictRate | undefined {
  const now = rows.filter(hasRate);
  const value = rateOver(now);
  if (value === undefined) return undefined;
  const before = new Map(lastYear.filter(hasRate).map((row) => [row.office.id, row]));
  const inBoth = now.filter((row) => before.has(row.office.id));
  const points = subtract(
    rateOver(inBoth),
    rateOver(inBoth.flatMap((row) => before.get(row.office.id) ?? [])),
  );
  return {
    value,
    offices: now.length,
    change: points === undefined ? undefined : { points, offices: inBoth.length },
  };
}

function hasRate(row: OfficeYear): boolean {
  return isCompared(row) && executionRate(row.amounts) !== undefined;
}

function rateOver(rows: OfficeYear[]): Decimal | undefined {
  return percent(
    sumPresent(rows.map((row) => row.amounts.executed_total)),
    sumPresent(rows.map((row) => row.amounts.budget_total)),
  );
}

function hasReviewedTotal(row: OfficeYear): boolean {
  return kindThatCounts(row.scores[totalCode], 'counting') === 'reviewed';
}

/** A sum over the compared offices that state it, and its change on last year like for like; absent where none does. */
export function districtTotal(
  item: MoneyItem,
  rows: OfficeYear[],
  lastYear: OfficeYear[],
): DistrictTotal | undefined {
  const now = amountsByOffice(item, rows);
  const amount = sumPresent([...now.values()]);
  if (amount === undefined) return undefined;
  const before = amountsByOffice(item, lastYear);
  const inBoth = [...now.keys()].filter((id) => before.has(id));
  const [sumNow, sumBefore] = [now, before].map((amounts) => sumPresent(inBoth.map((id) => amounts.get(id))));
  const change = percent(subtract(sumNow, sumBefore), sumBefore);
  return {
    item,
    amount,
    offices: now.size,
    change: change === undefined ? undefined : { percent: change, offices: inBoth.length },
  };
}

function amountsByOffice(item: MoneyItem, rows: OfficeYear[]): Map<string, Decimal> {
  const amounts = new Map<string, Decimal>();
  for (const row of rows.filter(isCompared)) {
    const amount = row.amounts[item];
    if (amount !== undefined) amounts.set(row.office.id, amount);
  }
  return amounts;
}

function standingOf(
  rows: OfficeYear[],
  now: ReturnType<typeof rankBy>,
  before: ReturnType<typeof rankBy>,
): Standing {
  const byId = new Map(rows.map((row) => [row.office.id, row]));
  const standing = now.ranked.flatMap((entry) => {
    const row = byId.get(entry.id);
    if (!row) return [];
    const moved = movement(rankOf(before, entry.id), entry.rank);
    return [
      {
        office: row.office,
        value: entry.value,
        rank: entry.rank,
        movement: moved,
        provisional: isProvisional(row),
      },
    ];
  });
  const average = mean(standing.map((row) => row.value));
  return {
    rows: standing.sort((a, b) => a.rank - b.rank || byName(a.office, b.office)),
    unranked: now.unranked
      .flatMap(({ id, reason }) => {
        const row = byId.get(id);
        return row ? [{ office: row.office, reason }] : [];
      })
      .sort((a, b) => byName(a.office, b.office)),
    mean: average,
    median: median(standing.map((row) => row.value)),
    aboveMean: average === undefined ? 0 : standing.filter((row) => compare(row.value, average) > 0).length,
  };
}

/** Dimensions and the nodes right below them, in the framework's order. */
function dimensionLosses(framework: Framework, rows: OfficeYear[]): DimensionLoss[] {
  const nodes = childrenOf(framework, totalCode).flatMap((node) => [
    node,
    ...childrenOf(framework, node.code),
  ]);
  return nodes.flatMap((node) => {
    const scores = rows
      .filter(isCompared)
      .flatMap((row) => scoreThatCounts(row.scores[node.code], 'counting') ?? []);
    const average = mean(scores);
    const lost = lostPoints(average, node.weight);
    if (average === undefined || lost === undefined) return [];
    return [{ node, offices: scores.length, mean: average, lost }];
  });
}

function commonThemes(themes: OfficeThemes[], lastYear: OfficeThemes[]): ThemeCount[] {
  const now = officesByTheme(themes);
  const before = officesByTheme(lastYear);
  return [...now]
    .map(([theme, offices]) => ({ theme, offices: offices.size, lastYear: before.get(theme)?.size ?? 0 }))
    .sort((a, b) => b.offices - a.offices || (a.theme < b.theme ? -1 : 1))
    .slice(0, mostCommon);
}

function officesByTheme(themes: OfficeThemes[]): Map<string, Set<string>> {
  const offices = new Map<string, Set<string>>();
  for (const { officeId, themes: named } of themes) {
    for (const theme of named) offices.set(theme, (offices.get(theme) ?? new Set()).add(officeId));
  }
  return offices;
}

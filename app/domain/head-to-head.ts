import type { Column } from './columns.ts';
import type { Framework, FrameworkNode } from './framework.ts';
import { compare, percent, subtract } from './money.ts';
import { isCompared, type OfficeName } from './office-year.ts';
import type { RankingRow } from './ranking-table.ts';
import type { Decimal } from './submission.ts';

/** A node's part in the difference of two total scores, in points. */
export interface ScoreSource {
  node: FrameworkNode;
  difference: Decimal;
}

/** Two offices in one sentence: the other against the base. */
export interface Duel {
  base: OfficeName;
  other: OfficeName;
  /** Figures that both state, and in how many the other's is larger, smaller, equal. */
  comparable: number;
  larger: number;
  smaller: number;
  equal: number;
  /** Other minus base: points, percentage points. */
  score?: Decimal;
  rate?: Decimal;
  /** Categories that pull the same way as the total, largest first, at most three. */
  sources: ScoreSource[];
}

/** Who is in front by one measure; several where values are equal. */
export interface Lead {
  column: Column;
  offices: OfficeName[];
  value: Decimal;
  /** How many of the chosen state it. */
  of: number;
}

/** Score ÷ full marks of every office at one category, in percent. */
export interface CategoryShares {
  node: FrameworkNode;
  chosen: { office: OfficeName; share: Decimal; provisional: boolean }[];
  /** The district's other compared offices. */
  others: { office: OfficeName; share: Decimal }[];
}

/** An indicator at which the chosen offices lie far apart. */
export interface ApartIndicator {
  node: FrameworkNode;
  /** Highest minus lowest, in points. */
  spread: Decimal;
  /** Scores by office id. */
  scores: Record<string, Decimal>;
}

const mostSources = 3;
const leadColumns = ['total_score', 'execution_rate', 'rate:spending_progress', 'budget_total'];

/** What sets `other` apart from `base`. */
export function duelOf(base: RankingRow, other: RankingRow, columns: Column[], framework: Framework): Duel {
  const differences = columns
    .filter(({ measured }) => measured)
    .flatMap(({ id }) => subtract(other.cells[id], base.cells[id]) ?? []);
  const count = (sign: number) => differences.filter((each) => compare(each, '0') === sign).length;
  const score = subtract(other.cells.total_score, base.cells.total_score);
  return {
    base: base.office,
    other: other.office,
    comparable: differences.length,
    larger: count(1),
    smaller: count(-1),
    equal: count(0),
    score,
    rate: subtract(other.cells.execution_rate, base.cells.execution_rate),
    sources: score === undefined ? [] : sourcesOf(score, base, other, framework),
  };
}

/** Who is in front by total score, rates and budget, among chosen offices of which at least two state the figure. */
export function leadsOf(chosen: RankingRow[], columns: Column[]): Lead[] {
  return leadColumns.flatMap((id) => {
    const column = columns.find((each) => each.id === id);
    const stating = chosen.filter((row) => row.cells[id] !== undefined);
    const best = maximum(stating.map((row) => row.cells[id] ?? '0'));
    if (!column || best === undefined || stating.length < 2) return [];
    const offices = stating.filter((row) => compare(row.cells[id], best) === 0).map(({ office }) => office);
    return [{ column, offices, value: best, of: stating.length }];
  });
}

/** Shares of full marks by category, in the framework's order; categories that no chosen office states are left out. */
export function categoryShares(
  framework: Framework,
  chosen: RankingRow[],
  district: RankingRow[],
): CategoryShares[] {
  const ids = new Set(chosen.map(({ office }) => office.id));
  return categoriesOf(framework).flatMap((node) => {
    const shares = (rows: RankingRow[]) =>
      rows.filter(isCompared).flatMap(({ office, provisional, cells }) => {
        const share = percent(cells[`score:${node.code}`], node.weight);
        return share === undefined ? [] : [{ office, share, provisional }];
      });
    const ours = shares(chosen);
    if (ours.length === 0) return [];
    const others = shares(district.filter(({ office }) => !ids.has(office.id)));
    return [{ node, chosen: ours, others: others.map(({ office, share }) => ({ office, share })) }];
  });
}

/**
 * Where the chosen offices' scores differ most, widest first, at most `most`; none where all are equal. The deepest nodes
 * that at least two offices state, so that no point counts twice and a report that stops at categories is compared by them.
 */
export function furthestApart(framework: Framework, chosen: RankingRow[], most = 5): ApartIndicator[] {
  const scored = framework.nodes
    .map((node) => ({ node, scores: scoresAt(node, chosen) }))
    .filter(({ scores }) => Object.keys(scores).length > 1);
  const parents = new Set(scored.map(({ node }) => node.parent));
  return scored
    .filter(({ node }) => !parents.has(node.code))
    .flatMap(({ node, scores }) => {
      const values = Object.values(scores);
      const spread = subtract(maximum(values), minimum(values));
      return spread === undefined || compare(spread, '0') === 0 ? [] : [{ node, scores, spread }];
    })
    .sort((a, b) => compare(b.spread, a.spread)) // stable: equal spreads stay in the framework's order
    .slice(0, most);
}

function scoresAt({ code }: FrameworkNode, rows: RankingRow[]): Record<string, Decimal> {
  return Object.fromEntries(
    rows.flatMap(({ office, cells }) => {
      const score = cells[`score:${code}`];
      return score === undefined ? [] : [[office.id, score]];
    }),
  );
}

function sourcesOf(score: Decimal, base: RankingRow, other: RankingRow, framework: Framework): ScoreSource[] {
  const way = compare(score, '0');
  if (way === 0) return [];
  return categoriesOf(framework)
    .flatMap((node) => {
      const id = `score:${node.code}`;
      const difference = subtract(other.cells[id], base.cells[id]);
      return difference !== undefined && compare(difference, '0') === way ? [{ node, difference }] : [];
    })
    .sort((a, b) => compare(b.difference, a.difference) * way)
    .slice(0, mostSources);
}

/** Categories 二级; the dimensions of a framework that has none. */
function categoriesOf({ nodes }: Framework): FrameworkNode[] {
  const categories = nodes.filter(({ level }) => level === 2);
  return categories.length > 0 ? categories : nodes;
}

function maximum(values: Decimal[]): Decimal | undefined {
  return values.length === 0 ? undefined : values.reduce((a, b) => (compare(b, a) > 0 ? b : a));
}

function minimum(values: Decimal[]): Decimal | undefined {
  return values.length === 0 ? undefined : values.reduce((a, b) => (compare(b, a) < 0 ? b : a));
}

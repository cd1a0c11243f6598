import type { Framework } from '#app/domain/framework.ts';
import { isSameTree } from '#app/domain/framework.ts';
import type { Decimal } from '#app/domain/submission.ts';
import { findAllPeerFigures } from '#db/queries/peers.server.ts';
import type { ScopedDb } from '#db/scope.server.ts';

export interface TrendYear {
  year: number;
  /** Scored under another framework than the year before. */
  frameworkChanged: boolean;
  score: TrendPoint;
  rate: TrendPoint;
}

/** One measure in one year; aggregates are absent where too few offices stand behind them. */
export interface TrendPoint {
  own?: Decimal;
  rank?: number;
  ranked: number;
  mean?: Decimal;
  median?: Decimal;
}

const figureOf = { score: 'total_score', rate: 'execution_rate' } as const;

/** The office's total score and execution rate year by year beside its peers', in one statement. */
export async function loadTrend(
  db: ScopedDb,
  { officeId, years, frameworks }: { officeId: string; years: number[]; frameworks: Map<number, Framework> },
): Promise<TrendYear[]> {
  const figures = await findAllPeerFigures(db, { years, officeId, figures: Object.values(figureOf) });
  const point = (year: number, figure: string): TrendPoint => {
    const found = figures.find((each) => each.year === year && each.figure === figure);
    return {
      own: found?.value ?? undefined,
      rank: found?.rank ?? undefined,
      ranked: found?.ranked ?? 0,
      mean: found?.mean ?? undefined,
      median: found?.median ?? undefined,
    };
  };
  return years.map((year, index) => ({
    year,
    frameworkChanged: isChanged(frameworks.get(years[index - 1] ?? 0), frameworks.get(year)),
    score: point(year, figureOf.score),
    rate: point(year, figureOf.rate),
  }));
}

function isChanged(before: Framework | undefined, now: Framework | undefined): boolean {
  return before !== undefined && now !== undefined && !isSameTree(before, now);
}

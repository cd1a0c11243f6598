import { sql } from 'kysely';
import type { PeerStanding } from '#app/domain/benchmark.ts';
import type { Decimal } from '#app/domain/submission.ts';
import type { ScopedDb } from '../scope.server.ts';

/** One figure of one year, and where the office stands with it. Money in 元, rates in percent, scores in points. */
export interface PeerFigure extends PeerStanding {
  year: number;
  /** As columns are called: `total_score`, `score:<node>`, `execution_rate`, `rate:<item>`, else a money item. */
  figure: string;
  /** Some of the figures behind it are not yet approved. */
  provisional: boolean | null;
  /** When the newest of them was submitted or approved. */
  changedAt: string | null;
}

/** What another office stated for one figure, as far as the round's policy shows it. */
export interface PeerRow {
  /** Stands for the same office in every row of one year; under codes, for the asking office alone. */
  peer: number;
  name: string | null; // null under codes
  nameEn: string | null;
  figure: string;
  value: Decimal;
}

/**
 * Where the office stands in its district, figure by figure, worked out by the database without showing a row; figures
 * that nobody has are left out. An office may ask for itself, district roles for any office of theirs; else no rows.
 */
export async function findAllPeerFigures(
  db: ScopedDb,
  { years, officeId, figures }: { years: number[]; officeId: string; figures?: readonly string[] },
): Promise<PeerFigure[]> {
  const { rows } = await sql<PeerFigure>`
    select year, figure, trim_scale(value) as value, rank, ranked, trim_scale(percentile) as percentile,
      trim_scale(mean) as mean, trim_scale(median) as median, trim_scale(best) as best,
      trim_scale(spread) as spread, provisional, changed_at as "changedAt"
    from peer_benchmark(${years}, ${officeId}, ${figures ?? null})
    limit 5000`.execute(db);
  return rows;
}

/** The other offices' figures of the year by `peer`, as far as the policy of that year's round shows them. */
export async function findAllPeerRows(
  db: ScopedDb,
  { year, officeId, figures }: { year: number; officeId: string; figures?: readonly string[] },
): Promise<PeerRow[]> {
  const { rows } = await sql<PeerRow>`
    select peer, name, name_en as "nameEn", figure, trim_scale(value) as value
    from peer_rows(${year}, ${officeId}, ${figures ?? null})
    limit 50000`.execute(db);
  return rows;
}

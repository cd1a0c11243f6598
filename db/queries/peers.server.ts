import { sql } from 'kysely';
import type { Decimal } from '#app/domain/submission.ts';
import type { ScopedDb } from '../scope.server.ts';

/** What an office can be told about where it stands. */
export type PeerMetric = 'execution_rate' | 'total_score' | 'spending_progress';

export interface PeerStanding {
  metric: PeerMetric;
  /** The office's own value, percent or points; null when it has none or has not submitted. */
  value: Decimal | null;
  /** Best first; equal values share a rank (1, 2, 2, 4). */
  rank: number | null;
  /** How many offices have a value, the office itself included. */
  ranked: number;
  /** Aggregates are null when fewer than five offices are ranked. */
  mean: Decimal | null;
  median: Decimal | null;
  best: Decimal | null;
  /** Share of the other offices with a lower value, in percent. */
  percentile: Decimal | null;
}

/**
 * Where the office stands in its district, worked out by the database without showing a row. Submitted and approved
 * submissions count. An office may ask for itself, district roles for any office of theirs; else no rows.
 */
export async function findPeerStanding(
  db: ScopedDb,
  { year, officeId }: { year: number; officeId: string },
): Promise<PeerStanding[]> {
  const { rows } = await sql<PeerStanding>`
    select metric, trim_scale(value) as value, rank, ranked, trim_scale(mean) as mean, trim_scale(median) as median,
      trim_scale(best) as best, trim_scale(percentile) as percentile
    from peer_standing(${year}, ${officeId})`.execute(db);
  return rows;
}

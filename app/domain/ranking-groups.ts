import type { Column } from './columns.ts';
import type { OfficeYear } from './office-year.ts';
import type { PeerGroup } from './peer-group.ts';
import type { Ranking } from './ranking.ts';
import { type SummaryRow, summaryRows } from './ranking-summary.ts';
import type { Decimal } from './submission.ts';

/** The rows of one peer group in the table. */
export interface Section {
  /** Absent for the offices in no group, which stand last. */
  group?: PeerGroup;
  /** How many of the ranked rows, from where the section before it ends. */
  count: number;
  /** Mean and median of these rows. */
  summary: SummaryRow[];
}

/** Each ranked office's rank within its peer group, by id: district ranks counted anew, ties alike; none without a group. */
export function groupRanks(
  { ranked }: Ranking,
  rows: OfficeYear[],
): Map<string, { rank: number; of: number }> {
  const groupOf = new Map(rows.map(({ office, peerGroup }) => [office.id, peerGroup]));
  return new Map(
    ranked.flatMap(({ id, rank }) => {
      const group = groupOf.get(id);
      if (group === undefined) return [];
      const members = ranked.filter((other) => groupOf.get(other.id) === group);
      const ahead = members.filter((other) => other.rank < rank).length;
      return [[id, { rank: ahead + 1, of: members.length }]];
    }),
  );
}

/** Rows one peer group after the other, each group's rows in the order they had. */
export function inSections<Row extends { group?: number; cells: Record<string, Decimal> }>(
  rows: Row[],
  groups: PeerGroup[],
  columns: Column[],
): { ranked: Row[]; sections: Section[] } {
  const known = new Set(groups.map(({ position }) => position));
  const parts = [...groups, undefined]
    .map((group) => ({
      group,
      rows: rows.filter(({ group: own }) =>
        group ? own === group.position : own === undefined || !known.has(own),
      ),
    }))
    .filter((part) => part.rows.length > 0);
  return {
    ranked: parts.flatMap((part) => part.rows),
    sections: parts.map((part) => ({
      group: part.group,
      count: part.rows.length,
      summary: summaryRows(part.rows, columns).filter(({ kind }) => kind === 'mean' || kind === 'median'),
    })),
  };
}

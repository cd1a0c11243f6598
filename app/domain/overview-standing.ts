import type { Column } from './columns.ts';
import { compare } from './money.ts';
import { isProvisional, type OfficeName, type OfficeYear } from './office-year.ts';
import { movement, type UnrankedReason } from './ranking.ts';
import { byName } from './ranking-order.ts';
import { rankBy } from './ranking-table.ts';
import { mean, median } from './statistics.ts';
import type { Decimal } from './submission.ts';

/** An office as the page shows it: what orders and marks it stays behind, because a page names hundreds. */
export type ShownOffice = Pick<OfficeName, 'code' | 'name' | 'nameEn'>;

/** One office's place in a distribution; `value` in the measure's own unit. */
export interface StandingRow {
  office: ShownOffice;
  value: Decimal;
  rank: number;
  movement?: number;
  provisional: boolean;
}

/** A measure over all offices, highest first, with the offices that cannot be ranked and why. */
export interface Standing {
  rows: StandingRow[];
  unranked: { office: ShownOffice; reason: UnrankedReason }[];
  mean?: Decimal;
  median?: Decimal;
  aboveMean: number;
}

/** All offices by one column, highest first, with each one's movement on last year. */
export function standingOf(rows: OfficeYear[], lastYear: OfficeYear[], column: Column): Standing {
  const byId = new Map(rows.map((row) => [row.office.id, row]));
  const now = rankBy(rows, column, 'counting');
  const before = new Map(rankBy(lastYear, column, 'counting').ranked.map(({ id, rank }) => [id, rank]));
  const ranked = now.ranked
    .flatMap((entry) => {
      const row = byId.get(entry.id);
      return row ? [{ row, entry }] : [];
    })
    .sort((a, b) => a.entry.rank - b.entry.rank || byName(a.row.office, b.row.office));
  const values = now.ranked.map(({ value }) => value);
  const average = mean(values);
  return {
    rows: ranked.map(({ row, entry: { id, value, rank } }) => ({
      office: shown(row.office),
      value,
      rank,
      movement: movement(before.get(id), rank),
      provisional: isProvisional(row),
    })),
    unranked: now.unranked
      .flatMap(({ id, reason }) => {
        const office = byId.get(id)?.office;
        return office ? [{ office, reason }] : [];
      })
      .sort((a, b) => byName(a.office, b.office))
      .map(({ office, reason }) => ({ office: shown(office), reason })),
    mean: average,
    median: median(values),
    aboveMean: average === undefined ? 0 : values.filter((value) => compare(value, average) > 0).length,
  };
}

export function shown({ code, name, nameEn }: OfficeName): ShownOffice {
  return { code, name, nameEn };
}

import type { Framework } from '#app/domain/framework.ts';
import { findAllRounds } from '#db/queries/rounds.server.ts';
import { readScope, type Scope } from '#db/scope.server.ts';
import { type AcceptedTable, findAllAccepted, type KeptOffice } from './accepted-tables.server.ts';
import { loadTablePlace, type PlacedOffice } from './table-place.server.ts';
import { planUndo } from './undo-table.server.ts';

/** What the page of a year's tables says before a file is chosen. */
export interface TablesView {
  /** Years with a round, newest first. */
  years: number[];
  tables: AcceptedTable[];
  /** The one asked for. */
  taken?: AcceptedTableView | undefined;
}

/** An accepted table with what taking it back would do now; nothing where it was taken back already. */
export interface AcceptedTableView extends AcceptedTable {
  /** Offices that would get back what they had, with the number of fields. */
  restored: { office: string; fields: number }[];
  kept: KeptOffice[];
  framework: Framework;
  names: Pick<PlacedOffice, 'code' | 'name' | 'nameEn'>[];
}

/** Undefined where there was no round that year. `entry`: number of an accepted table's entry in the trail. */
export function viewTables(
  scope: Scope,
  { year, entry }: { year: number; entry?: number | undefined },
): Promise<TablesView | undefined> {
  return readScope(scope, async (db) => {
    const years = (await findAllRounds(db)).map((round) => round.year);
    if (!years.includes(year)) return undefined;
    const tables = await findAllAccepted(db, year);
    const table = tables.find((one) => one.entry === entry);
    const place = table && (await loadTablePlace(db, year));
    if (!table || !place) return { years, tables };
    const { kept, restored } = await planUndo(db, { place, table });
    const taken = {
      ...table,
      kept,
      restored: restored.map(({ office, changes }) => ({ office: office.code, fields: changes.length })),
      framework: place.framework,
      names: place.offices.map(({ code, name, nameEn }) => ({ code, name, nameEn })),
    };
    return { years, tables, taken };
  });
}

import type { TableBarrier } from '#app/domain/import-rule.ts';
import { chinaTime } from '#app/domain/office-year.ts';
import { type AuditEntry, findAllAudit } from '#db/queries/audit.server.ts';
import type { ScopedDb } from '#db/scope.server.ts';
import type { TableReceipt } from './accept-table.server.ts';
import { type AuditActor, findActors } from './audit-actor.server.ts';

/** What an undoing leaves as it is at one office: fields that were changed since, or all of them where `barrier` says why. */
export interface KeptOffice {
  /** Code of the office. */
  office: string;
  fields: string[];
  barrier?: TableBarrier;
}

/** A table that was accepted, and whether it was taken back. */
export interface AcceptedTable extends TableReceipt {
  entry: number;
  /** “YYYY-MM-DD HH:MM” in China. */
  at: string;
  by: AuditActor;
  undone?: { at: string; by: AuditActor; offices: number; cells: number; kept: KeptOffice[] };
}

/** What the trail tells of an undoing. */
export interface TableUndone extends TableReceipt {
  undone: { entry: number; kept: KeptOffice[] };
}

/** The newest 200 accepted tables of a year, newest first. */
export async function findAllAccepted(db: ScopedDb, year: number): Promise<AcceptedTable[]> {
  const taken = await findAllAudit(db, { action: 'round.table', year, limit: 200 });
  const undoings = await findAllAudit(db, { action: 'round.table_undo', year, limit: 200 });
  const { actorOf } = await findActors(db);
  const signed = ({ at, accountId }: AuditEntry) => ({ at: chinaTime(at), by: actorOf(accountId) });
  const undone = new Map(
    undoings.map((entry) => {
      const { offices, cells, undone: what } = entry.detail as TableUndone;
      return [what.entry, { ...signed(entry), offices, cells, kept: what.kept }];
    }),
  );
  return taken.map((entry) => {
    const { file, sha256, offices, cells } = entry.detail as TableReceipt;
    const done = undone.get(entry.seq);
    return {
      entry: entry.seq,
      ...signed(entry),
      file,
      sha256,
      offices,
      cells,
      ...(done && { undone: done }),
    };
  });
}

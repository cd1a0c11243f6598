import type { FieldChange } from '#app/domain/form/merge.ts';
import { emptiedFiling, tableFiling } from '#app/domain/import-rule.ts';
import { undoneChanges } from '#app/domain/report-import/undone-changes.ts';
import { emptyContent, saysSomething } from '#app/domain/submission.ts';
import { contentAfter } from '#app/domain/workbook/district-changes.ts';
import { insertAudit, insertAudits } from '#db/queries/audit.server.ts';
import { insertRevisions, type TogetherRevision } from '#db/queries/revisions-together.server.ts';
import { findAllTableSteps } from '#db/queries/table-trail.server.ts';
import { type Scope, type ScopedDb, withScope } from '#db/scope.server.ts';
import { requireTableReviewer } from './accept-table.server.ts';
import {
  type AcceptedTable,
  findAllAccepted,
  type KeptOffice,
  type TableUndone,
} from './accepted-tables.server.ts';
import { type FindingsOf, loadFindings } from './table-findings.server.ts';
import { loadTablePlace, type PlacedOffice, type TablePlace } from './table-place.server.ts';
import { TableRefusal } from './table-refusal.ts';

export interface TableKey {
  year: number;
  /** Number of the entry in the trail that tells of the whole table. */
  entry: number;
}

/**
 * Takes back everything that one table wrote, in one transaction: each field gets what it held before, as a further revision;
 * one that holds something else by now keeps it, and so does an office whose submission no table may change any more. Works
 * from the trail, so the file is not needed. The same click again finds it done. False where the scope has no such table.
 * Throws TableRefusal where nothing is left to take back.
 */
export function undoTable(scope: Scope, key: TableKey, now: Date): Promise<boolean> {
  requireTableReviewer(scope);
  return withScope(scope, async (db) => {
    const { year, entry } = key;
    const place = await loadTablePlace(db, year, { lock: true });
    // after the lock, so that whoever was faster is seen
    const table = (await findAllAccepted(db, year)).find((one) => one.entry === entry);
    if (!place || !table) return false;
    if (!table.undone) await writeUndo(db, await planUndo(db, { place, table }), now.toISOString());
    return true;
  });
}

interface UndoPlan {
  place: TablePlace;
  table: AcceptedTable;
  restored: { office: PlacedOffice; changes: FieldChange[]; kept: string[] }[];
  kept: KeptOffice[];
}

/** What taking a table back would do to the offices as they stand. */
export async function planUndo(
  db: ScopedDb,
  { place, table }: Pick<UndoPlan, 'place' | 'table'>,
): Promise<UndoPlan> {
  const plan: UndoPlan = { place, table, restored: [], kept: [] };
  if (table.undone) return plan;
  for (const step of await findAllTableSteps(db, { seq: table.entry, offices: table.offices })) {
    const office = place.offices.find(({ id }) => id === step.officeId);
    if (!office) continue; // it is no office any more
    const { code, values, barrier } = office;
    if (barrier) {
      plan.kept.push({ office: code, fields: step.changes.map(({ field }) => field), barrier });
      continue;
    }
    const { changes, kept } = undoneChanges(values, [step.changes]);
    if (changes.length > 0) plan.restored.push({ office, changes, kept });
    if (kept.length > 0) plan.kept.push({ office: code, fields: kept });
  }
  return plan;
}

async function writeUndo(
  db: ScopedDb,
  { place, table: { file, sha256, entry }, restored, kept }: UndoPlan,
  at: string,
): Promise<void> {
  const { year } = place;
  if (restored.length === 0) throw new TableRefusal('nothing_to_undo', { file });
  const findingsOf = await loadFindings(
    db,
    place,
    restored.map(({ office }) => office),
  );
  const stored = await insertRevisions(db, {
    year,
    origin: tableFiling.origin,
    revisions: restored.map((one) => revisionOf(one, place, findingsOf)),
  });
  if (!stored) throw new TableRefusal('changed_meanwhile', { count: restored.length });
  await insertAudits(
    db,
    restored.map(({ office, changes, kept: fields }) => ({
      officeId: office.id,
      action: 'submission.table_undo',
      subject: `${office.code}/${year}`,
      detail: { revision: stored.get(office.id), file, sha256, changes, undone: { entry, kept: fields } },
      at,
    })),
  );
  const cells = restored.reduce((sum, { changes }) => sum + changes.length, 0);
  const detail: TableUndone = { file, sha256, offices: restored.length, cells, undone: { entry, kept } };
  await insertAudit(db, { action: 'round.table_undo', subject: String(year), detail, at });
}

/** What came from tables alone and now says nothing is a draft that the office may begin. */
function revisionOf(
  { office, changes }: UndoPlan['restored'][number],
  { framework }: TablePlace,
  findingsOf: FindingsOf,
): TogetherRevision {
  const { id: officeId, stored, values, version } = office;
  const content = contentAfter(stored?.content ?? emptyContent, { values, changes }, framework);
  const isEmptied = stored?.origin === tableFiling.origin && !saysSomething(content);
  return {
    officeId,
    content,
    findings: isEmptied ? [] : findingsOf(office, content),
    quotes: stored?.quotes ?? {},
    documentId: stored?.documentId ?? null,
    ...(stored && { preparer: stored.preparer }),
    version,
    ...(isEmptied && { standing: emptiedFiling }),
  };
}

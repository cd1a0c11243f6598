import { type UndoneChanges, undoneChanges } from '#app/domain/report-import/undone-changes.ts';
import { findAllImportSteps, type ImportStep, type Stood } from '#db/queries/import-trail.server.ts';
import { type Scope, type ScopedDb, withScope } from '#db/scope.server.ts';
import { findImportPlace, type ImportPlace } from './import-place.server.ts';
import { ImportRefusal } from './import-refusal.ts';
import { type DocumentKey, findKeptReport, type KeptReport } from './kept-report.server.ts';
import { publishChanges } from './publish-changes.server.ts';
import { saveWithin } from './save-draft.server.ts';

/**
 * Takes back everything that was accepted of a document: each field gets what it held before, and one that was changed since
 * keeps what it has. Works from the trail, so the file is not needed. Returns the new version; undefined where the document is
 * not there for the scope. Throws ImportRefusal where nothing is left to take back.
 */
export function undoImport(scope: Scope, key: DocumentKey, now: Date): Promise<number | undefined> {
  return withScope(scope, async (db) => {
    const place = await findImportPlace(db, key, now, { lock: true });
    const report = typeof place === 'string' ? undefined : await findKeptReport(db, place, key.document);
    if (typeof place === 'string' || !report) return undefined;
    const { office, year, barrier, values } = place;
    if (barrier) throw new ImportRefusal(barrier, { office: office.name, year });
    const steps = await findAllImportSteps(db, { officeId: office.id, document: key.document });
    const open = openSteps(steps);
    const { changes, kept } = undoneChanges(
      values,
      open.map((step) => step.changes),
    );
    if (changes.length === 0) throw new ImportRefusal('nothing_to_undo');
    return write(db, place, { report, changes, kept, stood: open[0]?.stood ?? null }, now);
  });
}

/** Acceptances that have not been taken back yet, oldest first. */
export function openSteps(steps: readonly ImportStep[]): ImportStep[] {
  return steps.slice(steps.findLastIndex(({ kept }) => kept !== null) + 1);
}

async function write(
  db: ScopedDb,
  place: ImportPlace,
  { report, changes, kept, stood }: { report: KeptReport; stood: Stood | null } & UndoneChanges,
  now: Date,
): Promise<number> {
  if (!place.copy)
    return publishChanges(db, place, { report, changes, taken: [], picks: {}, undone: { kept, stood } }, now);
  const { fileName: file, sha256, id: document } = report.document;
  const { office, year } = place;
  const source = { file, sha256, document, undone: { kept } };
  const saved = await saveWithin(db, { officeCode: office.code, year, changes, source }, now);
  if (!saved || saved.conflicts.length + saved.refused.length > 0)
    throw new ImportRefusal('changed_meanwhile', { office: office.name, year });
  return saved.version;
}

import {
  type ChosenChanges,
  chosenChanges,
  itemConflicts,
  type Selection,
} from '#app/domain/report-import/chosen-changes.ts';
import { type Scope, type ScopedDb, withScope } from '#db/scope.server.ts';
import { findImportPlace, type ImportPlace } from './import-place.server.ts';
import { ImportRefusal } from './import-refusal.ts';
import { type DocumentKey, findKeptReport, type KeptReport, markOf } from './kept-report.server.ts';
import { publishChanges } from './publish-changes.server.ts';
import { saveWithin } from './save-draft.server.ts';

export interface AcceptImport extends DocumentKey {
  selection: Selection;
  /** Marks of the items as they were seen, by item; an item without one was not seen. */
  seen: Readonly<Record<string, string>>;
}

export interface AcceptedImport {
  /** Of the working copy, or of the submission where the district imports. */
  version: number;
  fields: number;
}

/** Once more for whoever began the same form at the same moment: until there is a submission, nobody is waited for. */
const attempts = 2;

/**
 * Takes what was chosen of a kept report: by the office into its form, by the district into a submission. All of it in one
 * transaction or nothing; the same click again finds nothing left to do. Undefined where the document is not there for the
 * scope. Throws ImportRefusal: with `conflicts` where others wrote the same fields since they were seen.
 */
export async function acceptImport(
  scope: Scope,
  input: AcceptImport,
  now: Date,
): Promise<AcceptedImport | undefined> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const done = await withScope(scope, async (db) => {
      const place = await findImportPlace(db, input, now, { lock: true });
      const report = typeof place === 'string' ? undefined : await findKeptReport(db, place, input.document);
      if (typeof place === 'string' || !report) return { there: false } as const;
      return { there: true, accepted: await acceptWithin(db, { place, report, ...input }, now) } as const;
    });
    if (!done.there) return undefined;
    if (done.accepted) return done.accepted;
  }
  throw new ImportRefusal('changed_meanwhile', { year: input.year });
}

interface Acceptance extends Pick<AcceptImport, 'selection' | 'seen'> {
  place: ImportPlace;
  report: KeptReport;
}

/** The same inside a transaction. Undefined where somebody else has begun the form meanwhile; nothing is written then. */
export async function acceptWithin(
  db: ScopedDb,
  { place, report, selection, seen }: Acceptance,
  now: Date,
): Promise<AcceptedImport | undefined> {
  const { office, year, values } = place;
  const chosen = chosenChanges(report.items, selection, values);
  if (place.barrier) throw new ImportRefusal(place.barrier, { office: office.name, year });
  if (chosen.changes.length === 0) {
    if (asksForNothing(selection, chosen)) throw new ImportRefusal('nothing_chosen');
    return { version: versionOf(place), fields: 0 };
  }
  const conflicts = itemConflicts(report.items, chosen, (item) => seen[item.id] === markOf(item));
  if (conflicts.length > 0)
    throw new ImportRefusal('changed_meanwhile', { office: office.name, year }, conflicts);
  if (place.copy) return saveInForm(db, place, { report, chosen }, now);
  const { changes, taken } = chosen;
  const version = await publishChanges(db, place, { report, changes, taken, picks: selection.picks }, now);
  return { version, fields: changes.length };
}

async function saveInForm(
  db: ScopedDb,
  { office, year }: ImportPlace,
  { report: { document }, chosen }: { report: KeptReport; chosen: ChosenChanges },
  now: Date,
): Promise<AcceptedImport | undefined> {
  const source = { file: document.fileName, sha256: document.sha256, document: document.id };
  const saved = await saveWithin(db, { officeCode: office.code, year, changes: chosen.changes, source }, now);
  if (saved && saved.refused.length > 0) throw new ImportRefusal('beyond_form');
  if (saved && saved.conflicts.length > 0)
    throw new ImportRefusal('changed_meanwhile', { office: office.name, year });
  return (
    saved && { version: saved.version, fields: saved.applied.filter(({ from, to }) => from !== to).length }
  );
}

function versionOf({ copy, stored }: ImportPlace): number {
  return copy ? copy.version : (stored?.version ?? 0);
}

/** Nothing was ticked, or only what is not chosen yet. */
function asksForNothing({ take }: Selection, { unpicked }: ChosenChanges): boolean {
  return take !== 'all' && 'items' in take && (take.items.length === 0 || unpicked.length > 0);
}

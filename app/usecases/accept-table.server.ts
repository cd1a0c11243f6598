import { tableFiling } from '#app/domain/import-rule.ts';
import { emptyContent } from '#app/domain/submission.ts';
import { contentAfter } from '#app/domain/workbook/district-changes.ts';
import type { TemplateChange } from '#app/domain/workbook/template-changes.ts';
import { readTable } from '#app/files/read-table.server.ts';
import { findAllAudit, insertAudit, insertAudits } from '#db/queries/audit.server.ts';
import { findAllFilingSteps } from '#db/queries/filing-trail.server.ts';
import { insertRevisions } from '#db/queries/revisions-together.server.ts';
import { readScope, type Scope, type ScopedDb, withScope } from '#db/scope.server.ts';
import { type ComparedTable, compareTable, type TableInput } from './check-table.server.ts';
import { type ReadUpload, readUpload } from './check-workbook.server.ts';
import { loadTablePlace, type PlacedOffice } from './table-place.server.ts';
import { type MovedOffice, TableRefusal } from './table-refusal.ts';

export interface AcceptTableInput extends TableInput {
  /** What the reviewer saw: the file, and the version of each office's submission by code. */
  seen: { sha256: string; versions: Readonly<Record<string, number>> };
  /** What was changed after the template was filled and is taken all the same: “440103001/amounts.budget_total”. */
  take: readonly string[];
}

/** A table that was taken. */
export interface TableReceipt {
  file: string;
  sha256: string;
  offices: number;
  cells: number;
}

/**
 * Takes a table into the submissions of its offices, all of it in one transaction or nothing: a further revision of what was
 * submitted, a first one where nothing was. The same click again finds nothing left to do. Throws WorkbookRefusal or
 * TableRefusal; `changed_meanwhile` names the offices and who changed them. Returns the number of the trail's entry that tells of
 * the table; undefined where it says nothing new and never did.
 */
export async function acceptTable(
  scope: Scope,
  input: AcceptTableInput,
  now: Date,
): Promise<number | undefined> {
  requireTableReviewer(scope);
  const upload = await readUpload(input, readTable);
  if (upload.sha256 !== input.seen.sha256) throw new TableRefusal('damaged', { file: input.fileName });
  return withScope(scope, async (db) => {
    await storeTable(db, input, upload, now);
    const entries = await findAllAudit(db, { action: 'round.table', year: input.year, limit: 50 });
    return entries.find(({ detail }) => (detail as TableReceipt).sha256 === upload.sha256)?.seq;
  }).catch(async (error) => {
    // an office began at the same moment: what it is now is read in a transaction of its own
    throw error === movedUnseen ? await readScope(scope, (db) => refusalOf(db, input)) : error;
  });
}

/** Thrown inside the transaction so that nothing of it stays. */
const movedUnseen = new Error('A submission was begun at the same moment.');

interface OfficeTaken {
  office: PlacedOffice;
  changes: TemplateChange[];
}

async function storeTable(
  db: ScopedDb,
  input: AcceptTableInput,
  upload: ReadUpload,
  now: Date,
): Promise<void> {
  const compared = await compareTable(db, input, upload, { lock: true });
  const { check, place } = compared;
  const taken = takenFrom(compared, input.take);
  if (taken.length === 0 && check.problems.length === 0) return;
  const moved = taken.filter(({ office }) => office.version !== (input.seen.versions[office.code] ?? 0));
  if (moved.length > 0) throw await refusalOf(db, input);
  if (check.problems.length > 0) throw new TableRefusal('has_problems', { file: input.fileName });
  const { year, framework } = place;
  const stored = await insertRevisions(db, {
    year,
    origin: tableFiling.origin,
    revisions: taken.map(({ office, changes }) => {
      const content = contentAfter(office.stored?.content ?? emptyContent, { ...office, changes }, framework);
      const changed = new Set(changes.map(({ field }) => quotedAs(field)));
      const quotes = Object.entries(office.stored?.quotes ?? {}).filter(([field]) => !changed.has(field));
      return {
        officeId: office.id,
        content,
        findings: compared.findingsOf(office, content),
        quotes: Object.fromEntries(quotes),
        documentId: office.stored?.documentId ?? null,
        ...(office.stored && { preparer: office.stored.preparer }),
        ...(office.version > 0 && { version: office.version }),
        ...(!office.stored && office.version > 0 && { standing: tableFiling }),
      };
    }),
  });
  if (!stored) throw movedUnseen;
  await tell(db, { taken, stored, input, sha256: upload.sha256, at: now.toISOString() });
}

function takenFrom({ check, place }: ComparedTable, take: readonly string[]): OfficeTaken[] {
  return check.offices.flatMap(({ office: code, changes, conflicts }) => {
    const office = place.offices.find((each) => each.code === code);
    const chosen = conflicts.filter(({ field }) => take.includes(`${code}/${field}`));
    const all = [...changes, ...chosen];
    return office && all.length > 0 ? [{ office, changes: all }] : [];
  });
}

/** Words of a document are kept under the name that the content has: a score without its part. */
function quotedAs(field: string): string {
  return field.replace(/^(scores\..+)\.score$/, '$1');
}

async function tell(
  db: ScopedDb,
  {
    taken,
    stored,
    input: { year, fileName: file },
    sha256,
    at,
  }: {
    taken: OfficeTaken[];
    stored: Map<string, number>;
    input: AcceptTableInput;
    sha256: string;
    at: string;
  },
): Promise<void> {
  await insertAudits(
    db,
    taken.map(({ office, changes }) => ({
      officeId: office.id,
      action: 'submission.table',
      subject: `${office.code}/${year}`,
      detail: {
        revision: stored.get(office.id),
        file,
        sha256,
        origin: office.stored?.origin ?? tableFiling.origin,
        changes: changes.map(({ field, from, to }) => ({ field, from, to })),
      },
      at,
    })),
  );
  const cells = taken.reduce((sum, { changes }) => sum + changes.length, 0);
  const detail: TableReceipt = { file, sha256, offices: taken.length, cells };
  await insertAudit(db, { action: 'round.table', subject: String(year), detail, at });
}

/** Every office that is no longer as the reviewer saw it, with who changed it and when. */
async function refusalOf(db: ScopedDb, { year, seen }: AcceptTableInput): Promise<TableRefusal> {
  const place = await loadTablePlace(db, year);
  const changed = (place?.offices ?? []).filter(
    ({ code, version }) => version !== (seen.versions[code] ?? 0),
  );
  const moved: MovedOffice[] = [];
  for (const { id, code, name, nameEn, status } of changed) {
    const [last] = await findAllFilingSteps(db, { officeId: id, subject: `${code}/${year}` });
    moved.push({ code, name, nameEn, status, last: last && { ...last } });
  }
  return new TableRefusal('changed_meanwhile', { count: moved.length }, moved);
}

/** Pages ask for the role first; this holds where one did not. */
export function requireTableReviewer({ role }: Scope): void {
  if (role !== 'district_reviewer') throw new Error(`The role ${role} does not import tables.`);
}

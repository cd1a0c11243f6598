import { insertAudit } from '#db/queries/audit.server.ts';
import { deleteComment, findAllComments, insertComment } from '#db/queries/comments.server.ts';
import { type Scope, type ScopedDb, scopeBehind, withScope } from '#db/scope.server.ts';
import { type FilingKey, type FilingPlace, lastStep, mayStep, openFiling } from './filing-place.server.ts';
import { FilingRefusal } from './filing-refusal.ts';
import { reasonOf } from './filing-words.ts';

const action = 'submission.comment';

/**
 * The reviewer's words at one field of the form, on the revision that was read; the office sees them there. Returns the
 * comment's id; the same click again gets the same one. Throws FilingRefusal with nothing written.
 */
export function commentOnReport(
  scope: Scope,
  { revision, field, text, ...key }: FilingKey & { revision: number; field: string; text: string },
  now: Date,
): Promise<string> {
  return withScope(scope, async (db) => {
    const words = reasonOf(text);
    if (!isField(field)) throw new FilingRefusal('unknown_field', { field: field.slice(0, 100) });
    const place = await openComments(db, key, now);
    if (revision !== place.current?.revision)
      throw new FilingRefusal('changed_meanwhile', { office: place.office.name, year: key.year });
    const done = await saidAlready(db, place, { revision, field, text: words });
    if (done) return done;
    const at = now.toISOString();
    const id = await insertComment(db, {
      officeId: place.office.id,
      year: key.year,
      revision,
      field,
      text: words,
      at,
    });
    await tell(db, place, { revision, field, text: words, id }, at);
    return id;
  });
}

/** Takes a comment back. Throws FilingRefusal with nothing written, also where there is no such comment any more. */
export function uncommentReport(
  scope: Scope,
  { id, ...key }: FilingKey & { id: string },
  now: Date,
): Promise<void> {
  return withScope(scope, async (db) => {
    const place = await openComments(db, key, now);
    const officeId = place.office.id;
    const comment = (await findAllComments(db, { officeId, year: key.year })).find((each) => each.id === id);
    if (!comment || !(await deleteComment(db, { officeId, id }))) throw new FilingRefusal('unknown_comment');
    const { revision, field, text } = comment;
    await tell(db, place, { revision, field, text: '', taken_back: text, id }, now.toISOString());
  });
}

async function openComments(db: ScopedDb, key: FilingKey, now: Date): Promise<FilingPlace> {
  const place = await openFiling(db, key);
  const seen = place.current?.version ?? 0; // words change no figure, so they may be said at any version
  await mayStep(db, place, { command: 'comment', action, seen }, now);
  return place;
}

async function saidAlready(
  db: ScopedDb,
  place: FilingPlace,
  { revision, field, text }: { revision: number; field: string; text: string },
): Promise<string | undefined> {
  const last = await lastStep(db, place);
  if (last?.action !== action || last.accountId !== scopeBehind(db).accountId) return undefined;
  const { detail } = last;
  const same = detail.revision === revision && detail.field === field && detail.text === text;
  return same ? String(detail.id) : undefined;
}

function tell(db: ScopedDb, { office, subject }: FilingPlace, detail: object, at: string): Promise<void> {
  return insertAudit(db, { officeId: office.id, action, subject, detail, at });
}

/** Shaped like a field of the form: “goal”, “amounts.budget_total”, “scores.a.p.reason”. */
function isField(field: string): boolean {
  return field.length <= 200 && /^[a-z_]+(\.[\w-]+)*$/.test(field);
}

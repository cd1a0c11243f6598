import type { Framework } from '#app/domain/framework.ts';
import { receiptNumber } from '#app/domain/receipt.ts';
import { saysSomething } from '#app/domain/submission.ts';
import { insertAudit } from '#db/queries/audit.server.ts';
import { spendDraft } from '#db/queries/drafts.server.ts';
import { updateEvidenceSent } from '#db/queries/evidence-files.server.ts';
import { insertRevision } from '#db/queries/revisions.server.ts';
import { type Scope, type ScopedDb, scopeBehind, withScope } from '#db/scope.server.ts';
import {
  type FilingKey,
  type FilingPlace,
  lastStep,
  mayStep,
  openFiling,
  refuseUnlessDone,
} from './filing-place.server.ts';
import { FilingRefusal } from './filing-refusal.ts';
import { type ReadyReport, readyReport } from './ready-report.server.ts';

export interface Submitted {
  receipt: string;
  revision: number;
}

/**
 * The approver sends the report: the working copy becomes a new revision with its findings, the answers to them and its
 * evidence files. `seen`:
 * the working copy's version on the reader's screen, 0 where there was none; the same click again gets the same receipt.
 * `framework`: the one on the screen, as “2023/2”; a report is never sent by another without its sender knowing. Throws
 * FilingRefusal with nothing written; `not_ready` names every obstacle with its field.
 */
export function submitReport(
  scope: Scope,
  { seen, framework, ...key }: FilingKey & { seen: number; framework?: string },
  now: Date,
): Promise<Submitted> {
  return withScope(scope, async (db) => {
    const place = await openFiling(db, key, { lock: true });
    const step = { command: 'submit', action: 'submission.submit', seen } as const;
    if (!(await mayStep(db, place, step, now))) return sentAlready(db, place);
    const report = await readyReport(db, place, now);
    const year = key.year;
    const params = { office: place.office.name, year };
    if (!report || !saysSomething(report.read.content)) throw new FilingRefusal('nothing_to_send', params);
    const { obstacles, framework: current } = report;
    if (framework !== undefined && framework !== frameworkLabel(current))
      throw new FilingRefusal('framework_changed', { ...params, version: current.version });
    if (obstacles.length > 0)
      throw new FilingRefusal('not_ready', { ...params, count: obstacles.length }, { obstacles });
    const sent = await send(db, place, report, now);
    if (!sent) {
      await refuseUnlessDone(db, place, step);
      return sentAlready(db, place);
    }
    await insertAudit(db, {
      officeId: place.office.id,
      action: step.action,
      subject: place.subject,
      detail: { ...sent, from: place.state, seen },
      at: now.toISOString(),
    });
    return sent;
  });
}

/** A published framework in short: “2023/2”. */
export function frameworkLabel({ year, version }: Pick<Framework, 'year' | 'version'>): string {
  return `${year}/${version}`;
}

async function send(
  db: ScopedDb,
  { office, round: { year }, current, draftVersion }: FilingPlace,
  { stored, read, findings }: ReadyReport,
  now: Date,
): Promise<Submitted | undefined> {
  const receipt = receiptNumber({ officeCode: office.code, year, revision: stored.revision + 1 });
  const revision = await insertRevision(db, {
    officeId: office.id,
    year,
    status: 'submitted',
    origin: 'filed',
    content: read.content,
    findings,
    preparer: read.preparer,
    version: current?.version ?? stored.version,
    submittedAt: now.toISOString(),
    submittedBy: scopeBehind(db).accountId,
    receipt,
    returnReason: null,
  });
  if (!revision) return undefined;
  const copy = { officeId: office.id, year, version: draftVersion, baseRevision: stored.revision };
  if (!(await spendDraft(db, { ...copy, at: now.toISOString() })))
    throw new FilingRefusal('changed_meanwhile', { office: office.name, year });
  await updateEvidenceSent(db, { officeId: office.id, year, revision: revision.revision });
  return { receipt, revision: revision.revision };
}

/** What the twin of this click was told. */
async function sentAlready(db: ScopedDb, place: FilingPlace): Promise<Submitted> {
  const last = await lastStep(db, place);
  return { receipt: String(last?.detail.receipt), revision: Number(last?.detail.revision) };
}

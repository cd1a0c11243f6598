import { findingKey } from '#app/domain/findings/finding-key.ts';
import { findFindings } from '#app/domain/findings.ts';
import { type FormValues, fieldPlace, type RowList, rowsOf } from '#app/domain/form/fields.ts';
import type { FieldChange } from '#app/domain/form/merge.ts';
import { toContent } from '#app/domain/form/to-content.ts';
import { emptiedFiling } from '#app/domain/import-rule.ts';
import { withChanges } from '#app/domain/report-import/chosen-changes.ts';
import type { ReportItem } from '#app/domain/report-import/report-items.ts';
import { toSubmissionContent } from '#app/domain/report-text/index.ts';
import { type Quote, type SubmissionContent, saysSomething } from '#app/domain/submission.ts';
import { insertAudit } from '#db/queries/audit.server.ts';
import type { Stood } from '#db/queries/import-trail.server.ts';
import { insertRevision } from '#db/queries/revisions.server.ts';
import type { StoredSubmission } from '#db/queries/submission-content.server.ts';
import type { ScopedDb } from '#db/scope.server.ts';
import type { ImportPlace } from './import-place.server.ts';
import { ImportRefusal } from './import-refusal.ts';
import type { KeptReport } from './kept-report.server.ts';

export interface Publication {
  report: KeptReport;
  changes: readonly FieldChange[];
  /** Items that the changes belong to; none where changes are taken back. */
  taken: readonly string[];
  picks: Readonly<Record<string, number>>;
  /** Where an import is taken back: fields that keep what they have, and how the submission stood before it. */
  undone?: { kept: string[]; stood: Stood | null };
}

/**
 * Makes a new revision of a submission that says what a published report says, counted as submitted, with the words behind its
 * fields. Returns the submission's new version. Throws ImportRefusal where somebody else changed it meanwhile.
 */
export async function publishChanges(
  db: ScopedDb,
  { office, year, framework, filing, stored, values }: ImportPlace,
  { report, changes, taken, picks, undone }: Publication,
  now: Date,
): Promise<number> {
  const after = withChanges(values, changes);
  const { content: read, refused, answers, preparer } = toContent(after, framework);
  if (refused.length > 0) throw new ImportRefusal('beyond_form');
  const content = withStatedMax(read, [
    toSubmissionContent(report.reading, framework).content,
    stored?.content,
  ]);
  const { document, text } = report;
  const context = { framework, year, officeName: office.name, reportText: text };
  const findings = findFindings(content, context).map((finding) => {
    const answer = answers[findingKey(finding)];
    return answer === undefined ? finding : { ...finding, answer };
  });
  const standing = standingAfter({ filing, stored }, { content, documentId: document.id, undone });
  const before = stored?.documentId === document.id ? stored.quotes : {};
  const made = await insertRevision(db, {
    officeId: office.id,
    year,
    ...standing,
    ...{ content, findings, preparer },
    quotes: { ...before, ...quotesBehind(report.items, { taken, picks, after }) },
    documentId: document.id,
    version: stored?.version,
  });
  if (!made) throw new ImportRefusal('changed_meanwhile', { office: office.name, year });
  const { fileName: file, sha256, id } = document;
  const source = { file, sha256, document: id, version: made.version, origin: filing.origin };
  await insertAudit(db, {
    officeId: office.id,
    action: 'submission.import',
    subject: `${office.code}/${year}`,
    detail: {
      ...{ revision: made.revision, ...source, changes },
      ...(undone ? { undone: { kept: undone.kept } } : { stood: stored ? standOf(stored) : null }),
    },
    at: now.toISOString(),
  });
  return made.version;
}

/**
 * A public report was filed elsewhere, so it is submitted at no time of its own. Taken back wholly, the submission stands as it
 * did before; what then says nothing is a draft that the office may begin.
 */
function standingAfter(
  { filing, stored }: Pick<ImportPlace, 'filing' | 'stored'>,
  {
    content,
    documentId,
    undone,
  }: { content: SubmissionContent; documentId: string; undone: Publication['undone'] },
): Stood {
  const published = { ...filing, submittedAt: null };
  if (!undone) return published;
  if (!saysSomething(content)) return { ...emptiedFiling, submittedAt: null };
  const isWhole = undone.kept.length === 0 && stored?.documentId === documentId;
  return isWhole && undone.stood ? undone.stood : published;
}

function standOf({ status, origin, submittedAt }: StoredSubmission): Stood {
  return { status, origin, submittedAt };
}

/** The form does not ask for the weights that an office states. */
function withStatedMax(
  content: SubmissionContent,
  sources: (SubmissionContent | undefined)[],
): SubmissionContent {
  const scores = content.scores.map((claim) => {
    const stating = sources
      .flatMap((source) => source?.scores ?? [])
      .find(
        ({ node, score, statedMax }) =>
          node === claim.node && score === claim.score && statedMax !== undefined,
      );
    return stating ? { ...claim, statedMax: stating.statedMax } : claim;
  });
  return { ...content, scores };
}

/** The words behind the fields of a revision; its rows count from 0. */
function quotesBehind(
  items: readonly ReportItem[],
  { taken, picks, after }: { taken: readonly string[]; picks: Publication['picks']; after: FormValues },
): Record<string, Quote> {
  const quotes: Record<string, Quote> = {};
  for (const { id, choices } of items.filter((item) => taken.includes(item.id))) {
    const choice = choices[choices.length === 1 ? 0 : (picks[id] ?? 0)];
    const [field = ''] = Object.keys(choice?.fields ?? {});
    const place = fieldPlace(field);
    const key =
      place?.kind === 'row'
        ? `${quoted[place.list] ?? place.list}.${rowsOf(after, place.list).indexOf(place.row)}`
        : id;
    if (choice?.quote) quotes[key] = choice.quote;
  }
  return quotes;
}

const quoted: Partial<Record<RowList, string>> = { outcomes: 'indicators', projects: 'key_projects' };

import { comparedItems } from '#app/domain/findings/explanations.ts';
import { findingKey } from '#app/domain/findings/finding-key.ts';
import { findFindings } from '#app/domain/findings.ts';
import { chinaDay, isCompared } from '#app/domain/office-year.ts';
import { type Finding, isReadIn, type SubmissionContent } from '#app/domain/submission.ts';
import { findAllDocumentTexts } from '#db/queries/documents.server.ts';
import { findAllSentSubmissions } from '#db/queries/submission-content.server.ts';
import { findAllSubmissions } from '#db/queries/submissions.server.ts';
import type { ScopedDb } from '#db/scope.server.ts';
import { yearsBack } from './own-history.server.ts';
import type { PlacedOffice, TablePlace } from './table-place.server.ts';

/** What the checks say of an office's content after a table was taken. */
export type FindingsOf = (office: PlacedOffice, content: SubmissionContent) => Finding[];

/**
 * Loads what the checks of many offices need, in three statements. What an office sent itself is checked as it was when it was
 * sent, and keeps the office's answers; what was read in, as what is merely read.
 */
export async function loadFindings(
  db: ScopedDb,
  { year, framework }: Pick<TablePlace, 'year' | 'framework'>,
  offices: readonly PlacedOffice[],
): Promise<FindingsOf> {
  const lastYear = new Map(
    (await findAllSentSubmissions(db, year - 1)).map((sent) => [sent.officeId, sent.content]),
  );
  const years = Array.from({ length: yearsBack }, (_, index) => year - 1 - index);
  const only = { amounts: [...comparedItems], rates: [], nodes: [] };
  const past = (await findAllSubmissions(db, { years, only })).filter(isCompared);
  const texts = await findAllDocumentTexts(
    db,
    offices.flatMap(({ stored }) => stored?.documentId ?? []),
  );
  return ({ id, name, stored, deadline }, content) => {
    const known = { framework, year, officeName: name };
    if (!stored || isReadIn(stored.origin))
      return findFindings(content, { ...known, reportText: texts.get(stored?.documentId ?? '') });
    const found = findFindings(content, {
      ...known,
      lastYear: lastYear.get(id),
      history: past.filter(({ officeId }) => officeId === id).map(({ amounts }) => ({ amounts })),
      deadline,
      submittedOn: chinaDay(stored.firstSubmittedAt ?? stored.submittedAt),
      phase: 'submitting',
    });
    const answers = new Map(stored.findings.map((finding) => [findingKey(finding), finding.answer]));
    return found.map((finding) => {
      const answer = answers.get(findingKey(finding));
      return answer === undefined ? finding : { ...finding, answer };
    });
  };
}

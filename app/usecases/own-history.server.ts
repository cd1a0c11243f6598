import { comparedItems } from '#app/domain/findings/explanations.ts';
import { isCompared } from '#app/domain/office-year.ts';
import type { SubmissionContent } from '#app/domain/submission.ts';
import { findAllSubmissions } from '#db/queries/submissions.server.ts';
import type { ScopedDb } from '#db/scope.server.ts';

/** How far back an office’s own amounts are looked at. */
export const yearsBack = 5;

/** Amounts of the office's own earlier years as far as they stand before the district, for the checks; one statement. */
export async function loadHistory(
  db: ScopedDb,
  { officeId, year }: { officeId: string; year: number },
): Promise<Pick<SubmissionContent, 'amounts'>[]> {
  const years = Array.from({ length: yearsBack }, (_, index) => year - 1 - index);
  const only = { amounts: [...comparedItems], rates: [], nodes: [] };
  const past = await findAllSubmissions(db, { years, officeId, only });
  return past.filter(isCompared).map(({ amounts }) => ({ amounts }));
}

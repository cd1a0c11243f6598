import type { SubmissionStatus } from '#app/domain/submission.ts';
import { type EvidenceFile, findAllEvidenceFiles } from '#db/queries/evidence-files.server.ts';
import { type ScopedDb, scopeBehind } from '#db/scope.server.ts';

interface ReportStanding {
  status: SubmissionStatus;
  revision: number;
}

/**
 * The files of a report as this scope reads it: its office those that it works on, or sent where nothing can be changed now;
 * the district those of the current revision, and none while it is a draft of the office's own.
 */
export async function readableEvidence(
  db: ScopedDb,
  {
    officeId,
    year,
    submission,
  }: { officeId: string; year: number; submission: ReportStanding | null | undefined },
): Promise<EvidenceFile[]> {
  if (!submission) return [];
  const { status, revision } = submission;
  if (scopeBehind(db).reach === 'office') {
    const isOpen = status === 'draft' || status === 'returned';
    return findAllEvidenceFiles(db, { officeId, year, of: isOpen ? 'draft' : { revision } });
  }
  return status === 'draft' ? [] : findAllEvidenceFiles(db, { officeId, year, of: { revision } });
}

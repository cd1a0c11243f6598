import { findingKey } from '#app/domain/findings/finding-key.ts';
import { findFindings } from '#app/domain/findings.ts';
import type { FormValues } from '#app/domain/form/fields.ts';
import { type ReadForm, toContent } from '#app/domain/form/to-content.ts';
import type { Framework } from '#app/domain/framework.ts';
import { chinaDay } from '#app/domain/office-year.ts';
import { type Obstacle, obstaclesOf } from '#app/domain/report-obstacles.ts';
import type { Finding } from '#app/domain/submission.ts';
import { findFramework } from '#db/queries/frameworks.server.ts';
import { findSubmission, type StoredSubmission } from '#db/queries/submission-content.server.ts';
import type { ScopedDb } from '#db/scope.server.ts';
import type { FilingPlace } from './filing-place.server.ts';
import { loadHistory } from './own-history.server.ts';
import { valuesOf } from './working-copy.server.ts';

/** A report as it would be sent now. */
export interface ReadyReport {
  framework: Framework;
  /** The submission it would replace; its version guards the sending. */
  stored: StoredSubmission;
  lastYear: StoredSubmission | undefined;
  values: FormValues;
  read: ReadForm;
  /** With the answers given to them. */
  findings: Finding[];
  obstacles: Obstacle[];
}

/** Works out what would be sent, from the working copy or, without one, from what the office holds. Undefined for nothing. */
export async function readyReport(
  db: ScopedDb,
  { office, round: { year }, draft, deadline }: FilingPlace,
  now: Date,
): Promise<ReadyReport | undefined> {
  const framework = await findFramework(db, year);
  const stored = await findSubmission(db, { officeId: office.id, year });
  if (!framework || !stored) return undefined;
  const before = await findSubmission(db, { officeId: office.id, year: year - 1 });
  const lastYear = before?.status === 'draft' ? undefined : before;
  const values = draft?.fields ?? valuesOf(stored);
  const read = toContent(values, framework);
  const context = {
    framework,
    year,
    officeName: office.name,
    lastYear: lastYear?.content,
    history: await loadHistory(db, { officeId: office.id, year }),
    deadline,
    submittedOn: chinaDay(stored.firstSubmittedAt ?? now.toISOString()),
    phase: 'submitting' as const,
  };
  const findings = findFindings(read.content, context).map((finding) => {
    const answer = read.answers[findingKey(finding)];
    return answer === undefined ? finding : { ...finding, answer };
  });
  return {
    framework,
    stored,
    lastYear,
    values,
    read,
    findings,
    obstacles: obstaclesOf(read, findings, framework),
  };
}

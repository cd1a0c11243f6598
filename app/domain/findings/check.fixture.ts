import { guangdong2023 } from '../frameworks/guangdong-2023.ts';
import type { SubmissionContent } from '../submission.ts';
import type { Check, CheckContext, CheckStatus, Outcome } from './check.ts';
import { nothingStated } from './published-reports.fixture.ts';

/** Outcomes of one check on a submission that states only `stated`. */
export function outcomesOf(
  check: Check,
  stated: Partial<SubmissionContent>,
  context: Partial<CheckContext> = {},
): Outcome[] {
  return check.run({ ...nothingStated, ...stated }, { framework: guangdong2023, year: 2023, ...context });
}

/** The check as a whole: fails if it fails anywhere, holds if it holds anywhere else. */
export function statusOf(...input: Parameters<typeof outcomesOf>): CheckStatus {
  const statuses = outcomesOf(...input).map((outcome) => outcome.status);
  if (statuses.includes('fails')) return 'fails';
  return statuses.includes('holds') ? 'holds' : 'not_checkable';
}

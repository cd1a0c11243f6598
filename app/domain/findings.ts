import { actualWithinBudget, carryoverFollows } from './findings/amounts.ts';
import type { Check, CheckContext, Outcome } from './findings/check.ts';
import {
  changesAreStated,
  executionRateIsStated,
  sharesAreStated,
  smeShareIsStated,
  spendingProgressIsStated,
} from './findings/rates.ts';
import {
  computedScoreIsClaimed,
  gradeFollowsScore,
  scoreWithinWeight,
  statedWeightsMakeParent,
  subScoresMakeParent,
} from './findings/scores.ts';
import { naturesMakeTotal, personnelAndPublicMakeBasic, sourcesMakeTotal } from './findings/sums.ts';
import { countIsListed, ownNameThroughout, periodIsWholeYear } from './findings/text.ts';
import { findUnitSlips, undoSlips, unitsAgree } from './findings/unit.ts';
import type { Finding, Severity, SubmissionContent } from './submission.ts';

export type { Check, CheckContext, Outcome } from './findings/check.ts';
export { findingKey } from './findings/finding-key.ts';

/** Every check, in the order in which outcomes are listed. Names are stable: they are stored with findings. */
export const checks: readonly Check[] = [
  subScoresMakeParent,
  gradeFollowsScore,
  scoreWithinWeight,
  statedWeightsMakeParent,
  executionRateIsStated,
  sourcesMakeTotal,
  naturesMakeTotal,
  personnelAndPublicMakeBasic,
  sharesAreStated,
  changesAreStated,
  carryoverFollows,
  unitsAgree,
  actualWithinBudget,
  computedScoreIsClaimed,
  smeShareIsStated,
  spendingProgressIsStated,
  periodIsWholeYear,
  ownNameThroughout,
  countIsListed,
];

export interface CheckOutcome extends Outcome {
  check: string;
  severity: Severity;
}

/**
 * Every outcome of every check: holds, fails, or not checkable for want of a figure. An amount in the wrong unit is
 * reported once, as such: the other checks read it as proposed, and are not checkable rather than passed on its strength.
 */
export function runChecks(content: SubmissionContent, context: CheckContext): CheckOutcome[] {
  const slips = findUnitSlips(content);
  const doubtful = new Set(slips.flatMap((slip) => slip.changes.map((change) => change.field)));
  const settled = { ...content, amounts: undoSlips(content.amounts, slips) };
  return checks.flatMap((check) =>
    check
      .run(check === unitsAgree ? content : settled, context)
      .map((outcome) => ({ check: check.name, severity: check.severity, ...withDoubt(outcome, doubtful) })),
  );
}

/** The failures among the outcomes, in the order of the checks. */
export function findFindings(content: SubmissionContent, context: CheckContext): Finding[] {
  return runChecks(content, context)
    .filter((outcome) => outcome.status === 'fails')
    .map(({ status: _, ...finding }) => finding);
}

/** The check behind a finding's name; undefined for one that no longer exists. */
export function checkByName(name: string): Check | undefined {
  return checks.find((check) => check.name === name);
}

function withDoubt(outcome: Outcome, doubtful: ReadonlySet<string>): Outcome {
  const passedOnDoubt = outcome.status === 'holds' && outcome.fields.some((field) => doubtful.has(field));
  return passedOnDoubt ? { status: 'not_checkable', fields: outcome.fields } : outcome;
}

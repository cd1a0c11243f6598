import { actualWithinBudget, carryoverFollows } from './findings/amounts.ts';
import type { Check, CheckContext, Effect, Outcome, Phase } from './findings/check.ts';
import { computedScoreIsClaimed, scoreWithinTier } from './findings/claims.ts';
import { executionIsUsual, inLineWithOwnYears, largeChangeIsExplained } from './findings/explanations.ts';
import { filedByDeadline } from './findings/filing-day.ts';
import { scoresAreFilledIn, somethingIsScored, totalsAreFilledIn } from './findings/filled-in.ts';
import {
  balancingTotalIsNoSpending,
  nothingOfNothing,
  rateIsByWholeYear,
  revenueRateIsNoExecution,
  twoRatesAreApart,
} from './findings/mix-ups.ts';
import {
  changesAreStated,
  executionRateIsStated,
  sharesAreStated,
  smeShareIsStated,
  spendingProgressIsStated,
} from './findings/rates.ts';
import { lostPointsHaveReason, lostPointsLeadToMeasure } from './findings/reasons.ts';
import {
  gradeFollowsScore,
  scoreWithinWeight,
  statedWeightsMakeParent,
  subScoresMakeParent,
} from './findings/scores.ts';
import { naturesMakeTotal, personnelAndPublicMakeBasic, sourcesMakeTotal } from './findings/sums.ts';
import { completionAnswersTarget, fullMarksMeetTarget } from './findings/targets.ts';
import { countIsListed, ownNameThroughout, periodIsWholeYear } from './findings/text.ts';
import { economicItemsMakeBasic, figuresAreWhole } from './findings/text-figures.ts';
import { findUnitSlips, undoSlips, unitsAgree } from './findings/unit.ts';
import { headingYearIsBodyYear, ownYearThroughout, wordsAreNew } from './findings/years.ts';
import {
  type Finding,
  isReadIn,
  type Severity,
  type SubmissionContent,
  type SubmissionOrigin,
} from './submission.ts';

export type { Check, CheckContext, Effect, Outcome, Phase } from './findings/check.ts';
export { findingKey } from './findings/finding-key.ts';

/** Every check, in the order in which outcomes are listed. Names are stable: they are stored with findings. */
export const checks: readonly Check[] = [
  subScoresMakeParent,
  gradeFollowsScore,
  scoreWithinWeight,
  statedWeightsMakeParent,
  executionRateIsStated,
  rateIsByWholeYear,
  sourcesMakeTotal,
  naturesMakeTotal,
  personnelAndPublicMakeBasic,
  economicItemsMakeBasic,
  sharesAreStated,
  changesAreStated,
  carryoverFollows,
  unitsAgree,
  figuresAreWhole,
  actualWithinBudget,
  computedScoreIsClaimed,
  scoreWithinTier,
  smeShareIsStated,
  spendingProgressIsStated,
  lostPointsHaveReason,
  fullMarksMeetTarget,
  completionAnswersTarget,
  periodIsWholeYear,
  ownNameThroughout,
  headingYearIsBodyYear,
  ownYearThroughout,
  wordsAreNew,
  twoRatesAreApart,
  balancingTotalIsNoSpending,
  revenueRateIsNoExecution,
  countIsListed,
  executionIsUsual,
  largeChangeIsExplained,
  inLineWithOwnYears,
  nothingOfNothing,
  lostPointsLeadToMeasure,
  filedByDeadline,
  totalsAreFilledIn,
  scoresAreFilledIn,
  somethingIsScored,
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
  return checks
    .filter((check) => check.appliesTo === undefined || context.phase !== undefined)
    .flatMap((check) =>
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

/**
 * What a finding does in a phase. Only submitting can be blocked: while filling in, sums do not hold yet, and a reviewer
 * decides for themselves. What the bureau read in was not filed by anybody here and is never held up.
 */
export function effectOf(
  { check, severity }: Pick<Finding, 'check' | 'severity'>,
  phase: Phase,
  origin: SubmissionOrigin = 'filed',
): Effect {
  const effect = checkByName(check)?.effects?.[phase] ?? usualEffect(severity, phase);
  return effect === 'blocks' && isReadIn(origin) ? 'warns' : effect;
}

function usualEffect(severity: Severity, phase: Phase): Effect {
  if (severity === 'info') return 'informs';
  return severity === 'error' && phase === 'submitting' ? 'blocks' : 'warns';
}

function withDoubt(outcome: Outcome, doubtful: ReadonlySet<string>): Outcome {
  const passedOnDoubt = outcome.status === 'holds' && outcome.fields.some((field) => doubtful.has(field));
  return passedOnDoubt ? { status: 'not_checkable', fields: outcome.fields } : outcome;
}

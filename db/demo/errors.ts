import type { Framework } from '#app/domain/framework.ts';
import { nodeByCode, totalCode } from '#app/domain/framework.ts';
import { round, subtract, sum, toUnit } from '#app/domain/money.ts';
import type { MoneyItem, ScoreClaim, SubmissionContent } from '#app/domain/submission.ts';
import type { PlantedError } from './plan.ts';

/** The content with one mistake in it, everything else as it was. */
export function plant(
  error: PlantedError,
  content: SubmissionContent,
  framework: Framework,
): SubmissionContent {
  switch (error) {
    case 'source_sum':
      return withAmount(content, 'expenditure_general', (amount) => sum([amount, '270000']));
    case 'nature_sum':
      return withAmount(content, 'expenditure_project', (amount) => subtract(amount, '100000'));
    case 'unit_slip':
      return withAmount(content, 'expenditure_project', (amount) => round(toUnit(amount, 'wan'), 2));
    case 'rate_mismatch':
      return {
        ...content,
        rates: { ...content.rates, execution_rate: sum([content.rates.execution_rate, '1.70']) },
      };
    case 'sme_claim':
      return claimFullMarks(content, framework, 'management.procurement.sme_policy');
    case 'progress_claim':
      return claimFullMarks(content, framework, 'effectiveness.spending_progress');
    case 'score_sum':
      return { ...content, scores: raise(content.scores, ['management.performance'], '-1') };
    case 'missing_budget':
      return withoutBudget(content);
  }
}

function withAmount(
  content: SubmissionContent,
  item: MoneyItem,
  change: (amount: string) => string | undefined,
): SubmissionContent {
  const amount = content.amounts[item];
  return amount === undefined
    ? content
    : { ...content, amounts: { ...content.amounts, [item]: change(amount) } };
}

/** Full marks at one node, carried up so that only the rule behind the node is broken. */
function claimFullMarks(content: SubmissionContent, framework: Framework, code: string): SubmissionContent {
  const claimed = content.scores.find((claim) => claim.node === code);
  const gap = subtract(nodeByCode(framework, code)?.weight, claimed?.score);
  if (gap === undefined) throw new RangeError(`no score claimed for "${code}"`);
  const parts = code.split('.');
  const path = parts.map((_, index) => parts.slice(0, index + 1).join('.'));
  const scores = raise(content.scores, [totalCode, ...path], gap);
  return {
    ...content,
    scores: scores.map((claim) =>
      claim.node === code ? { ...claim, reason: undefined, measure: undefined } : claim,
    ),
  };
}

function raise(claims: ScoreClaim[], nodes: string[], by: string): ScoreClaim[] {
  return claims.map((claim) =>
    nodes.includes(claim.node) ? { ...claim, score: round(sum([claim.score, by]) ?? claim.score, 2) } : claim,
  );
}

function withoutBudget(content: SubmissionContent): SubmissionContent {
  const { budget_initial, budget_adjusted, budget_total, ...amounts } = content.amounts;
  const { execution_rate, ...rates } = content.rates;
  return { ...content, amounts, rates };
}

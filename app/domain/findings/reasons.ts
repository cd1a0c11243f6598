import { nodeByCode, nodesBelow, totalCode } from '../framework.ts';
import { compare } from '../money.ts';
import type { ScoreClaim, SubmissionContent } from '../submission.ts';
import type { Check, CheckContext, Outcome } from './check.ts';

export const lostPointsHaveReason: Check = {
  code: 'C11',
  name: 'lost points have a reason',
  severity: 'warning',
  figures: 'score',
  appliesTo: 'filing',
  sentence: {
    zh: '自评分低于分值的指标，说明扣分原因。',
    en: 'Where the score is below the weight, the office says why.',
  },
  run: (content, context) =>
    lowestClaims(content, context).map(({ claim, weight }) =>
      expected(`scores.${claim.node}.reason`, claim, weight, isSaid(claim.reason)),
    ),
};

export const lostPointsLeadToMeasure: Check = {
  code: 'C19',
  name: 'lost points lead to a measure',
  severity: 'warning',
  figures: 'score',
  appliesTo: 'filing',
  sentence: {
    zh: '每一处扣分都有对应的改进措施，或在存在问题、改进措施中提及。',
    en: 'Every loss of points has a measure of its own, or a problem or measure that names the indicator.',
  },
  run: (content, context) => {
    const words = [...content.problems, ...content.measures].map(({ text }) => text).join('\n');
    return lowestClaims(content, context).map(({ claim, weight, name }) =>
      expected(`scores.${claim.node}.measure`, claim, weight, isSaid(claim.measure) || words.includes(name)),
    );
  },
};

interface LowestClaim {
  claim: ScoreClaim;
  weight: string;
  name: string;
}

/** Claims with none below them: where the points themselves went, so that no loss is asked about twice. */
function lowestClaims({ scores }: SubmissionContent, { framework }: CheckContext): LowestClaim[] {
  const claimed = new Set(scores.map(({ node }) => node));
  return scores.flatMap((claim) => {
    const node = claim.node === totalCode ? undefined : nodeByCode(framework, claim.node);
    if (!node || nodesBelow(framework, node.code).some(({ code }) => claimed.has(code))) return [];
    return [{ claim, weight: node.weight, name: node.name }];
  });
}

/** Full marks need no words: there is nothing to check. */
function expected(field: string, { node, score }: ScoreClaim, weight: string, said: boolean): Outcome {
  const fields = [field, `scores.${node}`];
  if (compare(score, weight) !== -1) return { status: 'not_checkable', fields };
  return { status: said ? 'holds' : 'fails', fields, stated: score };
}

function isSaid(words: string | undefined): boolean {
  return (words ?? '').trim() !== '';
}

import { childrenOf, type Framework, totalCode, weightOf } from '../framework.ts';
import { gradeOf } from '../grading.ts';
import { compare, subtract, sum, within } from '../money.ts';
import type { Decimal, ScoreClaim } from '../submission.ts';
import { type Check, compared, type Outcome } from './check.ts';
import { type Change, isUpTo, mendingChanges, type Relation, type Values } from './relations.ts';

/** Scores are printed with two decimals: a gap below half a hundredth is rounding. */
const agree = (a: Decimal, b: Decimal) => within(a, b, '0.005');

export const subScoresMakeParent: Check = {
  code: 'C1',
  name: 'sub-scores = parent',
  severity: 'error',
  figures: 'score',
  sentence: {
    zh: '下级各项自评分全部填列时，其合计等于上级自评分；各一级指标合计等于总分。',
    en: 'Where every sub-score of a node is stated, they add up to the score stated for the node, up to the total.',
  },
  run(content, { framework }) {
    const scores = valuesBy(content.scores, (claim) => claim.score);
    return parentsOf(framework).map((parent) => {
      const outcome = sumOutcome(framework, parent, scores);
      return outcome.status === 'fails' ? { ...outcome, ...proposalFor(framework, parent, scores) } : outcome;
    });
  },
};

export const scoreWithinWeight: Check = {
  code: 'C2',
  name: 'score within weight',
  severity: 'error',
  figures: 'score',
  sentence: { zh: '自评分不低于 0 且不高于分值。', en: 'A score is not below 0 and not above its weight.' },
  run(content, { framework }) {
    return content.scores.map(({ node, score }) =>
      compared([`scores.${node}`], weightOf(framework, node), score, (weight) => isUpTo(score, weight)),
    );
  },
};

export const statedWeightsMakeParent: Check = {
  code: 'C2',
  name: 'stated weights = parent',
  severity: 'error',
  figures: 'score',
  sentence: {
    zh: '填报的下级分值全部列明时，其合计等于上级分值。',
    en: 'Where the weights of all sub-scores are stated, they add up to the weight of their parent.',
  },
  run(content, { framework }) {
    const weights = valuesBy(content.scores, (claim) => claim.statedMax);
    return parentsOf(framework).map((parent) =>
      sumOutcome(framework, parent, { ...weights, [parent]: weights[parent] ?? weightOf(framework, parent) }),
    );
  },
};

export const gradeFollowsScore: Check = {
  code: 'C1',
  name: 'grade follows score',
  severity: 'error',
  figures: 'score',
  sentence: {
    zh: '重点项目的评价等级与得分相符（优 90 分及以上，良 80 分及以上，中 60 分及以上，其余为差）。',
    en: 'The grade stated for a key project is the one its score gives (90, 80 and 60 of 100 points).',
  },
  run(content) {
    return content.keyProjects.map((project, index): Outcome => {
      const fields = [`projects.${index + 1}.grade`, `projects.${index + 1}.score`];
      const grade = gradeByWord[project.grade?.trim()[0] ?? ''];
      if (grade === undefined || project.score === undefined) return { status: 'not_checkable', fields };
      return { status: gradeOf(project.score) === grade ? 'holds' : 'fails', fields, stated: project.score };
    });
  },
};

const gradeByWord: Record<string, ReturnType<typeof gradeOf>> = {
  优: 'excellent',
  良: 'good',
  中: 'fair',
  差: 'poor',
};

function valuesBy(claims: readonly ScoreClaim[], pick: (claim: ScoreClaim) => Decimal | undefined): Values {
  return Object.fromEntries(claims.map((claim) => [claim.node, pick(claim)]));
}

/** The total and every node that has children. */
function parentsOf(framework: Framework): string[] {
  return [totalCode, ...framework.nodes.map((node) => node.code)].filter(
    (code) => childrenOf(framework, code).length > 0,
  );
}

function sumOutcome(framework: Framework, parent: string, values: Values): Outcome {
  const children = childrenOf(framework, parent).map((child) => child.code);
  const fields = [parent, ...children].map((code) => `scores.${code}`);
  return compared(fields, sum(children.map((code) => values[code])), values[parent], agree);
}

/** The one changed score that would make the sum hold and break no other; full marks before any other value. */
function proposalFor(framework: Framework, parent: string, scores: Values): Pick<Outcome, 'proposal'> {
  const relation = (code: string): Relation => ({
    status: (values) => sumOutcome(framework, code, values).status,
  });
  const relations = parentsOf(framework).map(relation);
  const mending = mendingChanges(relation(parent), relations, scores, candidates(framework, parent, scores));
  const toFullMarks = mending.filter(({ field, value }) => compare(value, weightOf(framework, field)) === 0);
  const [only, another] = toFullMarks.length > 0 ? toFullMarks : mending;
  if (only === undefined || another !== undefined) return {};
  return { proposal: { field: `scores.${only.field}`, value: only.value } };
}

/** Each child changed by the gap, and the parent set to the sum, where that stays within the weight. */
function candidates(framework: Framework, parent: string, scores: Values): Change[] {
  const children = childrenOf(framework, parent).map((child) => child.code);
  const added = sum(children.map((code) => scores[code]));
  const gap = subtract(scores[parent], added);
  const changes = [
    ...children.map((field) => ({ field, value: sum([scores[field], gap]) })),
    { field: parent, value: added },
  ];
  return changes.filter(
    (change): change is Change =>
      change.value !== undefined && isUpTo(change.value, weightOf(framework, change.field) ?? change.value),
  );
}

import { type Framework, weightOf } from '../framework.ts';
import { compare } from '../money.ts';
import type { SubmissionContent } from '../submission.ts';
import type { Check, Outcome } from './check.ts';
import { type Quantity, quantitiesIn, rateWordsIn } from './target-measure.ts';

/** A target with what came of it, and the score that stands for it. */
interface Aim {
  field: string;
  name: string;
  target?: string;
  completion?: string;
  /** Nodes whose full marks say that it was met. */
  nodes: string[];
}

export const fullMarksMeetTarget: Check = {
  code: 'C11',
  name: 'full marks meet the target',
  severity: 'warning',
  figures: 'count',
  sentence: {
    zh: '自评满分的指标，完成情况达到年度目标值。',
    en: 'Where full marks are claimed, the completion reaches the target.',
  },
  run: (content, { framework }) =>
    aimsOf(content).map((aim): Outcome => {
      const full = aim.nodes.find((node) => hasFullMarks(node, content, framework));
      const fields = [aim.field, ...(full ? [`scores.${full}`] : [])];
      const [target, actual] = comparable(aim) ?? [];
      if (!full || !target || !actual) return { status: 'not_checkable', fields };
      const met = compare(actual.value, target.value) * (target.atMost ? -1 : 1) >= 0;
      return met ? { status: 'holds', fields } : { status: 'fails', fields, evidence: bothWords(aim) };
    }),
};

export const completionAnswersTarget: Check = {
  code: 'C12',
  name: 'completion answers the target',
  severity: 'warning',
  figures: 'count',
  appliesTo: 'filing',
  sentence: {
    zh: '目标值与完成情况说的是同一事项、用同一计量单位。',
    en: 'Target and completion measure the same thing in the same unit.',
  },
  run: (content) =>
    aimsOf(content).map((aim): Outcome => {
      const fields = [aim.field];
      const [target, ...others] = quantitiesIn(aim.target);
      const answers = quantitiesIn(aim.completion);
      if (!target || others.length > 0 || answers.length === 0) return { status: 'not_checkable', fields };
      const answered = answers.some(({ unit }) => unit === target.unit) && namesSameRate(aim);
      return answered ? { status: 'holds', fields } : { status: 'fails', fields, evidence: bothWords(aim) };
    }),
};

function aimsOf({ scores, outcomeIndicators }: SubmissionContent): Aim[] {
  return [
    ...scores
      .filter(({ target, completion }) => target !== undefined || completion !== undefined)
      .map(({ node, target, completion }) => ({
        field: `scores.${node}.completion`,
        name: '',
        target,
        completion,
        nodes: [node],
      })),
    ...outcomeIndicators.map(({ class: kind, name, target, completion }, index) => ({
      field: `outcomes.${index + 1}.completion`,
      name,
      target,
      completion,
      nodes: nodesOfClass(kind),
    })),
  ];
}

/** 数量, 质量, 时效 and 成本 are outputs; 效益, 影响 and 满意度 are outcomes. The lowest node claimed stands for them. */
function nodesOfClass(kind: string): string[] {
  const whole = ['effectiveness.overall', 'effectiveness'];
  if (/数量|质量|时效|成本|产出/.test(kind)) return ['effectiveness.overall.outputs', ...whole];
  if (/效益|影响|满意/.test(kind)) return ['effectiveness.overall.outcomes', ...whole];
  return whole;
}

function hasFullMarks(node: string, { scores }: SubmissionContent, framework: Framework): boolean {
  const score = scores.find((claim) => claim.node === node)?.score;
  return compare(score, weightOf(framework, node)) === 0;
}

/** Target and completion where each states one number of the same unit and names the same rate; undefined where it is not clear. */
function comparable(aim: Aim): [Quantity, Quantity] | undefined {
  const [target, ...others] = quantitiesIn(aim.target);
  const [actual, ...more] = quantitiesIn(aim.completion).filter(({ unit }) => unit === target?.unit);
  if (!target || !actual || others.length + more.length > 0 || !namesSameRate(aim)) return undefined;
  return [target, actual];
}

function bothWords({ target, completion }: Aim): string {
  return `${target} / ${completion}`;
}

/** A completion that names rates names the one of the target. */
function namesSameRate({ name, target, completion }: Aim): boolean {
  const answered = rateWordsIn(completion);
  const asked = `${name} ${target}`;
  return (
    answered.length === 0 || rateWordsIn(asked).length === 0 || answered.some((word) => asked.includes(word))
  );
}

import { type Framework, leavesOf, totalCode } from '../framework.ts';
import type { SubmissionContent } from '../submission.ts';
import type { Check, Outcome } from './check.ts';

/** Asked at sending, not while one types: until then whatever is missing is merely not yet filled in. */
export const totalsAreFilledIn: Check = {
  code: 'C21',
  name: 'budget, executed total and goal filled in',
  severity: 'warning',
  figures: 'money',
  appliesTo: 'filing',
  sentence: {
    zh: '全年预算数、执行数和年度绩效目标都已填写，未填的说明原因。',
    en: 'Budget, executed total and the goal of the year are filled in, or the office says why not.',
  },
  run: (content, { phase }) =>
    Object.entries(askedFor).map(
      ([field, isFilledIn]): Outcome => ({
        status: phase === 'filling' ? 'not_checkable' : isFilledIn(content) ? 'holds' : 'fails',
        fields: [field],
      }),
    ),
};

/** One finding for all of them, so that nobody is asked forty times; where nothing is scored, the next check says so. */
export const scoresAreFilledIn: Check = {
  code: 'C21',
  name: 'scores filled in',
  severity: 'warning',
  figures: 'score',
  appliesTo: 'filing',
  sentence: {
    zh: '总分和每项指标都有自评分，未填的说明原因。',
    en: 'The total and every indicator have a self score, or the office says why not.',
  },
  run: (content, { framework, phase }) => {
    const missing = missingScores(content, framework);
    const fields = missing.map((node) => `scores.${node}`);
    if (phase === 'filling' || content.scores.length === 0) return [{ status: 'not_checkable', fields }];
    return [{ status: missing.length > 0 ? 'fails' : 'holds', fields }];
  },
};

export const somethingIsScored: Check = {
  code: 'C22',
  name: 'something is scored',
  severity: 'error',
  figures: 'score',
  appliesTo: 'filing',
  sentence: {
    zh: '至少有一项自评分；一项也没有的，算不出总分，不能报送。',
    en: 'At least one score is given: without any there is no total, and the report cannot be sent.',
  },
  run: ({ scores }, { framework, phase }) => {
    const fields = [`scores.${totalCode}`];
    if (phase === 'filling' || framework.nodes.length === 0) return [{ status: 'not_checkable', fields }];
    return [{ status: scores.length === 0 ? 'fails' : 'holds', fields }];
  },
};

/** Form fields that sending asks about and nothing stands in yet: the form's list of what is still to come. */
export function stillMissing(content: SubmissionContent, framework: Framework): string[] {
  return [
    ...Object.entries(askedFor).flatMap(([field, isFilledIn]) => (isFilledIn(content) ? [] : [field])),
    ...missingScores(content, framework).map((node) => `scores.${node}`),
  ];
}

const askedFor: Record<string, (content: SubmissionContent) => boolean> = {
  budget_total: ({ amounts }) => amounts.budget_total !== undefined,
  executed_total: ({ amounts }) => amounts.executed_total !== undefined,
  goal: ({ goal }) => (goal ?? '').trim() !== '',
};

/** Points are won and lost at the leaves; what lies between follows from them. */
function missingScores({ scores }: SubmissionContent, framework: Framework): string[] {
  const claimed = new Set(scores.map(({ node }) => node));
  return [totalCode, ...leavesOf(framework).map(({ code }) => code)].filter((node) => !claimed.has(node));
}

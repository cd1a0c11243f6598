import { ruleSchema } from './rules/read-rule.ts';
import type { Rule, RuleFigure, SingleRule } from './rules/rule.ts';

/** A rule as the reviewer types it, one text a field. A rule with options is kept as it is: only its source is typed. */
export const ruleFields = [
  'kind',
  'figure',
  'part',
  'whole',
  'fullAt',
  'steps',
  'limit',
  'beyond',
  'step',
  'points',
  'actual',
  'limitItem',
  'source',
  'sourceEn',
  'unverified',
] as const;
export type RuleField = (typeof ruleFields)[number];
export type RuleTexts = Partial<Record<RuleField, string>>;

/** What is typed for each kind of rule, beside its source. */
export const fieldsOfKind: Record<Rule['kind'], readonly RuleField[]> = {
  proportion: ['figure', 'part', 'whole', 'fullAt'],
  threshold: ['figure', 'part', 'whole', 'steps'],
  deduction: ['figure', 'part', 'whole', 'limit', 'beyond', 'step', 'points'],
  at_most: ['actual', 'limitItem'],
  monthly_mean: [],
  one_of: [],
  grade: [],
  manual: [],
};

/** The form's texts of a rule. */
export function ruleTexts(rule: Rule | undefined): RuleTexts {
  if (!rule) return {};
  const { verified, source, sourceEn } = rule;
  return {
    kind: rule.kind,
    ...(source && { source }),
    ...(sourceEn && { sourceEn }),
    ...(!verified && { unverified: 'yes' }),
    ...pointTexts(rule),
  };
}

/** The rule in the texts, undefined for none; `refused` names every field that cannot be read. `before` is the rule so far. */
export function readRuleTexts(
  texts: RuleTexts,
  before: Rule | undefined,
): { rule?: Rule; refused: RuleField[] } {
  if (!texts.kind) return { refused: [] };
  const read = ruleSchema.safeParse({ ...points(texts, before), ...originOf(texts) });
  if (read.success) return { rule: read.data, refused: [] };
  const fields = read.error.issues.map(({ path }) => fieldOf(path[0], texts));
  return { refused: [...new Set(fields)] };
}

function pointTexts(rule: Rule): RuleTexts {
  switch (rule.kind) {
    case 'proportion':
      return { ...figureTexts(rule.figure), fullAt: rule.fullAt };
    case 'threshold': {
      const steps = rule.steps.map(({ from, share }) => `${from} ${share}`).join('\n');
      return { ...figureTexts(rule.figure), steps };
    }
    case 'deduction': {
      const { limit, beyond, step, points: lost } = rule;
      return { ...figureTexts(rule.figure), limit, beyond, step, points: lost };
    }
    case 'at_most':
      return { actual: rule.actual, limitItem: rule.limit };
    default:
      return {};
  }
}

function figureTexts(figure: RuleFigure): RuleTexts {
  if (figure.kind === 'rate') return { figure: figure.rate };
  return { figure: 'ratio', part: figure.part, whole: figure.whole };
}

function points(texts: RuleTexts, before: Rule | undefined): object {
  const { kind } = texts;
  const figure =
    texts.figure === 'ratio'
      ? { kind: 'ratio', part: texts.part, whole: texts.whole }
      : { kind: 'rate', rate: texts.figure };
  switch (kind as SingleRule['kind'] | 'one_of') {
    case 'proportion':
      return { kind, figure, fullAt: plain(texts.fullAt) };
    case 'threshold':
      return { kind, figure, steps: stepsIn(texts.steps) };
    case 'deduction': {
      const [limit, step, lost] = [texts.limit, texts.step, texts.points].map(plain);
      return { kind, figure, limit, beyond: texts.beyond, step, points: lost };
    }
    case 'at_most':
      return { kind, actual: texts.actual, limit: texts.limitItem };
    case 'one_of':
      return { kind, options: before?.kind === 'one_of' ? before.options : [] };
    default:
      return { kind };
  }
}

function originOf({ source, sourceEn, unverified }: RuleTexts): object {
  return {
    verified: !unverified,
    ...(source?.trim() && { source: source.trim() }),
    ...(sourceEn?.trim() && { sourceEn: sourceEn.trim() }),
  };
}

/** One step a line: from how many percent, and what share of the points. */
function stepsIn(text: string | undefined): object[] {
  return (text ?? '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [from, share] = line
        .normalize('NFKC')
        .replaceAll('%', '')
        .trim()
        .split(/[\s,、:]+/);
      return { from, share };
    });
}

function plain(text: string | undefined): string {
  return (text ?? '').normalize('NFKC').replace(/[\s%]/g, '');
}

function fieldOf(part: PropertyKey | undefined, { kind, figure }: RuleTexts): RuleField {
  if (part === 'limit' && kind === 'at_most') return 'limitItem';
  if (part === 'figure' && figure === 'ratio') return 'whole';
  return ruleFields.find((field) => field === part) ?? 'kind';
}

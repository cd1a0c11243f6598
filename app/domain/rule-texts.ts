import { gradeTiers, type Rule, type RuleFigure, type SingleRule } from './rules/rule.ts';

/** What is typed of how points are given, one text a field. */
const pointFields = [
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
  'metFrom',
  'partlyFrom',
] as const;

export const ruleFields = ['kind', ...pointFields, 'source', 'sourceEn', 'unverified'] as const;
export type RuleField = (typeof ruleFields)[number];

/** One of several ways to the points, as it is typed. */
export const optionFields = ['name', 'nameEn', 'kind', ...pointFields] as const;
export type OptionField = (typeof optionFields)[number];
export type OptionTexts = Partial<Record<OptionField, string>>;
export const fewestOptions = 2;
export const mostOptions = 5;

/** A field of the way with this number, from 1: “option2.fullAt”. */
export type OptionName = `option${number}.${OptionField}`;
export type RuleTextName = RuleField | OptionName;
/** A rule as the reviewer types it. */
export type RuleTexts = Partial<Record<RuleTextName, string>>;

/** Every field of the form of a rule. */
export const ruleTextNames: readonly RuleTextName[] = [
  ...ruleFields,
  ...Array.from({ length: mostOptions }, (_, index) =>
    optionFields.map((field): OptionName => `option${index + 1}.${field}`),
  ).flat(),
];

/** What is typed for each kind of rule, beside its source. */
export const fieldsOfKind: Record<Rule['kind'], readonly Exclude<RuleField & OptionField, 'kind'>[]> = {
  proportion: ['figure', 'part', 'whole', 'fullAt'],
  threshold: ['figure', 'part', 'whole', 'steps'],
  deduction: ['figure', 'part', 'whole', 'limit', 'beyond', 'step', 'points'],
  at_most: ['actual', 'limitItem'],
  monthly_mean: [],
  one_of: [],
  grade: ['metFrom', 'partlyFrom'],
  manual: [],
};

/** Where the upper two tiers begin unless the framework says otherwise, in percent of the points. */
export const usualTiers = { metFrom: gradeTiers[0].from, partlyFrom: gradeTiers[1].from } as const;

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
    ...(rule.kind === 'one_of' && optionsTexts(rule.options)),
  };
}

/** The texts of one of several ways, numbered from 1. */
export function optionTexts(texts: RuleTexts, number: number): OptionTexts {
  return Object.fromEntries(
    optionFields.flatMap((field) => {
      const text = texts[`option${number}.${field}`];
      return text === undefined ? [] : [[field, text]];
    }),
  );
}

function optionsTexts(options: { name: string; nameEn: string; rule: SingleRule }[]): RuleTexts {
  return Object.fromEntries(
    options.flatMap(({ name, nameEn, rule }, index) =>
      Object.entries({ name, nameEn, kind: rule.kind, ...pointTexts(rule) }).map(([field, text]) => [
        `option${index + 1}.${field}`,
        text,
      ]),
    ),
  );
}

function pointTexts(rule: Rule | SingleRule): OptionTexts & RuleTexts {
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
    case 'grade':
      return rule.bounds ? { metFrom: rule.bounds.met, partlyFrom: rule.bounds.partly } : usualTiers;
    default:
      return {};
  }
}

function figureTexts(figure: RuleFigure): OptionTexts & RuleTexts {
  if (figure.kind === 'rate') return { figure: figure.rate };
  return { figure: 'ratio', part: figure.part, whole: figure.whole };
}

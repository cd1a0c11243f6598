import { compare, multiply, percent, round, subtract, toBig } from '../money.ts';
import type { Decimal } from '../submission.ts';
import type { FigureReading, RuleInput } from './figure.ts';
import {
  amountInput,
  type Fraction,
  missingOf,
  type RuleFigures,
  readFigure,
  readMonthlyMean,
} from './figure.ts';
import type { AtMostRule, DeductionRule, OneOfRule, Rule, SingleRule, ThresholdRule } from './rule.ts';

/** One line of how a score came about; percent and points as decimal texts, amounts in 元. */
export type Step =
  | { step: 'ratio'; part: Decimal; whole: Decimal; percent: Decimal }
  | { step: 'rate'; percent: Decimal }
  | { step: 'mean'; months: number; percent: Decimal }
  | { step: 'met'; fullAt: Decimal }
  | { step: 'in_proportion'; percent: Decimal; fullAt: Decimal; weight: Decimal; score: Decimal }
  | { step: 'full'; weight: Decimal }
  | { step: 'reached'; from: Decimal; share: Decimal; weight: Decimal; score: Decimal }
  | { step: 'below_all'; from: Decimal }
  | { step: 'within_limit'; limit: Decimal }
  | { step: 'beyond'; limit: Decimal; by: Decimal; steps: number; points: Decimal; score: Decimal }
  | { step: 'at_most'; actual: Decimal; limit: Decimal }
  | { step: 'above_limit'; actual: Decimal; limit: Decimal }
  | { step: 'best'; name: string; nameEn: string; score: Decimal };

/** What a rule gives: `judged` where a person decides. `score` in points with two decimals, half-up, from 0 to the weight. */
export type RuleResult = { inputs: RuleInput[]; steps: Step[] } & (
  | { status: 'computed'; score: Decimal }
  | { status: 'missing'; missing: string[] }
  | { status: 'not_applicable' | 'judged' }
);

/** Works a node's score out by its rule. A figure that was not stated gives no score, never 0 and never full marks. */
export function applyRule(rule: Rule | SingleRule, weight: Decimal, figures: RuleFigures): RuleResult {
  switch (rule.kind) {
    case 'proportion':
      return scored(readFigure(rule.figure, figures), (fraction) =>
        inProportion(fraction, rule.fullAt, weight),
      );
    case 'monthly_mean':
      return scored(readMonthlyMean(figures), (fraction) => inProportion(fraction, '100', weight));
    case 'threshold':
      return scored(readFigure(rule.figure, figures), (fraction) => byThreshold(fraction, rule, weight));
    case 'deduction':
      return scored(readFigure(rule.figure, figures), (fraction) => byDeduction(fraction, rule, weight));
    case 'at_most':
      return atMost(rule, weight, figures);
    case 'one_of':
      return bestOf(rule, weight, figures);
    default:
      return { inputs: [], steps: [], status: 'judged' };
  }
}

interface Scored {
  score: Decimal;
  steps: Step[];
}

function scored(reading: FigureReading, score: (fraction: Fraction) => Scored): RuleResult {
  if (reading.status !== 'stated') return { ...reading, steps: [] };
  const result = score(reading.fraction);
  return {
    inputs: reading.inputs,
    status: 'computed',
    score: result.score,
    steps: [figureStep(reading), ...result.steps],
  };
}

function figureStep({ inputs, fraction }: FigureReading & { status: 'stated' }): Step {
  const { part, whole } = fraction;
  if (inputs[0]?.field.startsWith('amounts.'))
    return { step: 'ratio', part, whole, percent: percentOf(fraction) };
  if (inputs[0]?.field.startsWith('months.')) return { step: 'mean', months: inputs.length, percent: part };
  return { step: 'rate', percent: part };
}

function inProportion(fraction: Fraction, fullAt: Decimal, weight: Decimal): Scored {
  const score = between(
    percent(multiply(fraction.part, weight), multiply(fraction.whole, fullAt)) ?? '0',
    weight,
  );
  const met = reaches(fraction, fullAt);
  const steps: Step[] = met
    ? [
        { step: 'met', fullAt },
        { step: 'full', weight },
      ]
    : [{ step: 'in_proportion', percent: percentOf(fraction), fullAt, weight, score }];
  return { score, steps };
}

function byThreshold(fraction: Fraction, rule: ThresholdRule, weight: Decimal): Scored {
  const highestFirst = [...rule.steps].sort((a, b) => compare(b.from, a.from));
  const reached = highestFirst.find(({ from }) => reaches(fraction, from));
  if (!reached)
    return { score: '0.00', steps: [{ step: 'below_all', from: highestFirst.at(-1)?.from ?? '0' }] };
  const score = between(shareOf(weight, reached.share), weight);
  return { score, steps: [{ step: 'reached', ...reached, weight, score }] };
}

function byDeduction(fraction: Fraction, rule: DeductionRule, weight: Decimal): Scored {
  const { limit, step, points } = rule;
  const atLimit = multiply(limit, fraction.whole) ?? '0';
  const stated = multiply(fraction.part, '100') ?? '0';
  const beyond = rule.beyond === 'above' ? subtract(stated, atLimit) : subtract(atLimit, stated);
  if (compare(beyond, '0') !== 1)
    return {
      score: round(weight, 2),
      steps: [
        { step: 'within_limit', limit },
        { step: 'full', weight },
      ],
    };
  const steps = begun(beyond ?? '0', multiply(step, fraction.whole) ?? '1');
  const score = between(subtract(weight, multiply(points, String(steps))) ?? '0', weight);
  const by = percent(beyond, multiply(fraction.whole, '100')) ?? '0';
  return { score, steps: [{ step: 'beyond', limit, by, steps, points, score }] };
}

function atMost(rule: AtMostRule, weight: Decimal, figures: RuleFigures): RuleResult {
  const inputs = [amountInput(rule.actual, figures), amountInput(rule.limit, figures)];
  const [actual, limit] = inputs.map(({ value }) => value);
  if (actual === undefined || limit === undefined) return { ...missingOf(inputs), steps: [] };
  const within = compare(actual, limit) <= 0;
  const steps: Step[] = within
    ? [
        { step: 'at_most', actual, limit },
        { step: 'full', weight },
      ]
    : [{ step: 'above_limit', actual, limit }];
  return { inputs, steps, status: 'computed', score: within ? round(weight, 2) : '0.00' };
}

/** Of equal options the first; one whose figures are missing stands back for those that are stated. */
function bestOf({ options }: OneOfRule, weight: Decimal, figures: RuleFigures): RuleResult {
  const results = options.map((option) => ({ option, result: applyRule(option.rule, weight, figures) }));
  const inputs = results
    .flatMap(({ result }) => result.inputs)
    .filter((input, index, all) => all.findIndex(({ field }) => field === input.field) === index);
  const [best] = results
    .flatMap(({ option, result }) =>
      result.status === 'computed' ? [{ option, steps: result.steps, score: result.score }] : [],
    )
    .sort((a, b) => compare(b.score, a.score));
  if (best) {
    const { name, nameEn } = best.option;
    const steps: Step[] = [{ step: 'best', name, nameEn, score: best.score }, ...best.steps];
    return { inputs, steps, status: 'computed', score: best.score };
  }
  const missing = results.flatMap(({ result }) => (result.status === 'missing' ? result.missing : []));
  if (missing.length === 0) return { inputs, steps: [], status: 'not_applicable' };
  return { inputs, steps: [], status: 'missing', missing: [...new Set(missing)] };
}

/** `share` percent of the weight, in points with two decimals, half-up. */
export function shareOf(weight: Decimal, share: Decimal): Decimal {
  return percent(multiply(weight, share), '10000') ?? '0.00';
}

/** Whether the figure is at least `from` percent, exactly. */
function reaches({ part, whole }: Fraction, from: Decimal): boolean {
  return (compare(multiply(part, '100'), multiply(from, whole)) ?? -1) >= 0;
}

/** In percent, two decimals, to be shown. */
function percentOf({ part, whole }: Fraction): Decimal {
  return round(percent(part, whole) ?? '0', 2);
}

/** From 0 to the weight, two decimals, half-up. */
function between(score: Decimal, weight: Decimal): Decimal {
  if (compare(score, '0') <= 0) return '0.00';
  return round(compare(score, weight) >= 0 ? weight : score, 2);
}

/** How many steps are begun: 2.1 of 1 are 3. */
function begun(amount: Decimal, step: Decimal): number {
  const whole = toBig(amount).div(toBig(step)).round(0, 0);
  return Number(whole) + (whole.times(toBig(step)).lt(toBig(amount)) ? 1 : 0);
}

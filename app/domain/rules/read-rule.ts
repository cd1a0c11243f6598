import { z } from 'zod';
import { moneyItems, rateItems } from '../submission.ts';
import type { Rule } from './rule.ts';

const decimal = z.string().regex(/^-?\d{1,6}(\.\d{1,4})?$/);
const positive = decimal.refine((value) => Number(value) > 0);
const share = decimal.refine((value) => Number(value) >= 0 && Number(value) <= 100);
const money = z.enum(moneyItems);

const figure = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('rate'), rate: z.enum(rateItems) }),
  z.strictObject({ kind: z.literal('ratio'), part: money, whole: money }),
]);

const steps = z
  .array(z.strictObject({ from: decimal, share }))
  .min(1)
  .max(10)
  .refine(rises, 'a higher step gives more');

const proportion = { kind: z.literal('proportion'), figure, fullAt: positive };
const threshold = { kind: z.literal('threshold'), figure, steps };
const deduction = {
  kind: z.literal('deduction'),
  figure,
  limit: decimal,
  beyond: z.enum(['above', 'below']),
  step: positive,
  points: positive,
};
const atMost = { kind: z.literal('at_most'), actual: money, limit: money };
const monthlyMean = { kind: z.literal('monthly_mean') };

const single = z.discriminatedUnion('kind', [
  z.strictObject(proportion),
  z.strictObject(threshold),
  z.strictObject(deduction),
  z.strictObject(atMost),
  z.strictObject(monthlyMean),
]);

const bounds = z
  .strictObject({ met: share, partly: share })
  .refine(({ met, partly }) => !share.safeParse(met).success || Number(met) > Number(partly), {
    path: ['partly'],
  });

const name = z.string().trim().min(1).max(100);
const oneOf = {
  kind: z.literal('one_of'),
  options: z
    .array(z.strictObject({ name, nameEn: name, rule: single }))
    .min(2)
    .max(5),
};

const origin = {
  verified: z.boolean(),
  source: z.string().trim().min(1).max(500).optional(),
  sourceEn: z.string().trim().min(1).max(500).optional(),
};

/** A rule as stored or typed; figures are decimal texts, and nothing unknown passes. */
export const ruleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...proportion, ...origin }),
  z.strictObject({ ...threshold, ...origin }),
  z.strictObject({ ...deduction, ...origin }),
  z.strictObject({ ...atMost, ...origin }),
  z.strictObject({ ...monthlyMean, ...origin }),
  z.strictObject({ ...oneOf, ...origin }),
  z.strictObject({ kind: z.literal('grade'), bounds: bounds.optional(), ...origin }),
  z.strictObject({ kind: z.literal('manual'), ...origin }),
]) satisfies z.ZodType<Rule>;

/** The rule in a JSON value; undefined where there is none. Throws ZodError on anything that is no rule. */
export function readRule(value: unknown): Rule | undefined {
  return value === null || value === undefined ? undefined : ruleSchema.parse(value);
}

/** Of two steps the one that starts higher gives at least as much, and no two start at the same place. */
function rises(all: { from: string; share: string }[]): boolean {
  const sorted = [...all].sort((a, b) => Number(a.from) - Number(b.from));
  return sorted.every((step, index) => {
    const before = sorted[index - 1];
    return !before || (Number(before.from) < Number(step.from) && Number(before.share) <= Number(step.share));
  });
}

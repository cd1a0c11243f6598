import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nothingStated } from '../findings/published-reports.fixture.ts';
import type { SubmissionContent } from '../submission.ts';
import { applyRule, type RuleResult } from './apply-rule.ts';
import { ruleSchema } from './read-rule.ts';
import { type Rule, type RuleFigure, ruleKinds, type SingleRule } from './rule.ts';

const share: RuleFigure = { kind: 'ratio', part: 'sme_actual', whole: 'sme_reserved' };
const stated: RuleFigure = { kind: 'rate', rate: 'execution_rate' };

const proportion = { kind: 'proportion', figure: share, fullAt: '100' } as const;
const threshold = {
  kind: 'threshold',
  figure: stated,
  steps: [
    { from: '60', share: '50' },
    { from: '90', share: '100' },
  ],
} satisfies SingleRule;
const deduction = {
  kind: 'deduction',
  figure: stated,
  limit: '100',
  beyond: 'above',
  step: '1',
  points: '0.1',
} satisfies SingleRule;
const atMost = { kind: 'at_most', actual: 'three_public_actual', limit: 'three_public_budget' } as const;
const monthlyMean = { kind: 'monthly_mean' } as const;
const oneOf = {
  kind: 'one_of',
  verified: false,
  options: [
    { name: '结转结余率', nameEn: 'Carry-over rate', rule: { ...proportion, figure: stated } },
    { name: '结转结余变动率', nameEn: 'Change of carry-over', rule: proportion },
  ],
} satisfies Rule;

function result(rule: Rule | SingleRule, figures: Partial<SubmissionContent>, weight = '10'): RuleResult {
  return applyRule(rule, weight, { ...nothingStated, ...figures });
}

/** The score, or why there is none. */
function score(...input: Parameters<typeof result>): string {
  const found = result(...input);
  return found.status === 'computed' ? found.score : found.status;
}

const atRate = (execution_rate: string) => ({ rates: { execution_rate } });
const sme = (sme_actual: string, sme_reserved: string) => ({ amounts: { sme_actual, sme_reserved } });
const months = (...rates: string[]) => ({
  monthlyExecution: rates.map((rate, index) => ({ month: index + 1, rate })),
});

describe('proportion', () => {
  test('part ÷ whole × weight, half-up to hundredths and rounded once', () => {
    expect(score(proportion, sme('30755900', '39730600'), '1')).toBe('0.77');
    expect(score(proportion, sme('1', '3'))).toBe('3.33');
    expect(score(proportion, sme('1', '800'), '4')).toBe('0.01');
    // 0.4998 % of 1 would be 0.01 if it were first rounded to 0.5 %
    expect(score(proportion, sme('4998', '1000000'), '1')).toBe('0.00');
  });

  test('met is full, more than met is no more, and full may be given before 100 %', () => {
    expect(score(proportion, sme('3', '3'))).toBe('10.00');
    expect(score(proportion, sme('4', '3'))).toBe('10.00');
    const from95: SingleRule = { ...proportion, figure: stated, fullAt: '95' };
    expect(score(from95, atRate('95'))).toBe('10.00');
    expect(score(from95, atRate('94.99'))).toBe('10.00');
    expect(score(from95, atRate('90.25'))).toBe('9.50');
  });

  test('0 of 0 is not applicable; 0 of something is 0', () => {
    expect(score(proportion, sme('0', '0'))).toBe('not_applicable');
    expect(score(proportion, sme('0', '5'))).toBe('0.00');
  });

  test('tells the steps', () => {
    expect(result(proportion, sme('30755900', '39730600'), '1').steps).toEqual([
      { step: 'ratio', part: '30755900', whole: '39730600', percent: '77.41' },
      { step: 'in_proportion', percent: '77.41', fullAt: '100', weight: '1', score: '0.77' },
    ]);
    expect(result(proportion, sme('4', '2')).steps).toEqual([
      { step: 'ratio', part: '4', whole: '2', percent: '200.00' },
      { step: 'met', fullAt: '100' },
      { step: 'full', weight: '10' },
    ]);
  });
});

describe('threshold', () => {
  test.each([
    ['100', '10.00'],
    ['90', '10.00'],
    ['89.99', '5.00'],
    ['60', '5.00'],
    ['59.99', '0.00'],
  ])('%s %% gives %s of 10', (rate, expected) => expect(score(threshold, atRate(rate))).toBe(expected));

  test('the order in which steps are written does not matter', () => {
    const backwards = { ...threshold, steps: threshold.steps.toReversed() };
    expect(score(backwards, atRate('95'))).toBe('10.00');
    expect(result(threshold, atRate('30')).steps.at(-1)).toEqual({ step: 'below_all', from: '60' });
  });
});

describe('stepwise deduction', () => {
  test.each([
    ['80', '10.00'],
    ['100', '10.00'],
    ['100.01', '9.90'],
    ['101', '9.90'],
    ['102.5', '9.70'],
    ['300', '0.00'],
  ])('%s %% gives %s of 10', (rate, expected) => expect(score(deduction, atRate(rate))).toBe(expected));

  test('below a limit', () => {
    const below: SingleRule = { ...deduction, limit: '90', beyond: 'below', step: '5', points: '2' };
    expect(['90', '89.9', '85', '84.99', '0'].map((rate) => score(below, atRate(rate)))).toEqual([
      '10.00',
      '8.00',
      '8.00',
      '6.00',
      '0.00',
    ]);
  });

  test('counts steps exactly where the percentage has no end', () => {
    const thirds: SingleRule = { ...deduction, figure: share, limit: '100', step: '1', points: '1' };
    // 4 ÷ 3 = 133.33… %: 33.33… points above the limit are 34 steps begun
    expect(result(thirds, sme('4', '3'), '50').steps.at(-1)).toEqual({
      step: 'beyond',
      limit: '100',
      by: '33.33',
      steps: 34,
      points: '1',
      score: '16.00',
    });
  });
});

describe('at most', () => {
  const spent = (three_public_actual: string) => ({
    amounts: { three_public_actual, three_public_budget: '33400' },
  });

  test('within the limit, the limit included, is full; above it nothing', () => {
    expect(['0', '33400', '33400.01'].map((actual) => score(atMost, spent(actual), '2'))).toEqual([
      '2.00',
      '2.00',
      '0.00',
    ]);
  });

  test('0 within 0 is full: there is a limit, and it is kept', () => {
    const amounts = { three_public_actual: '0', three_public_budget: '0' };
    expect(score(atMost, { amounts }, '2')).toBe('2.00');
  });
});

describe('monthly mean', () => {
  test('the mean of the notified months × weight', () => {
    expect(score(monthlyMean, months('90', '95', '100'))).toBe('9.50');
    expect(score(monthlyMean, months('120', '130'))).toBe('10.00');
  });

  test('without months, the rate that the office states', () => {
    expect(score(monthlyMean, { rates: { spending_progress: '94.7' } })).toBe('9.47');
    expect(score(monthlyMean, { ...months('50'), rates: { spending_progress: '94.7' } })).toBe('5.00');
  });
});

describe('one of several', () => {
  test('the better one, named', () => {
    const found = result(oneOf, { ...atRate('80'), ...sme('9', '10') });
    expect(found).toMatchObject({ status: 'computed', score: '9.00' });
    expect(found.steps[0]).toEqual({
      step: 'best',
      name: '结转结余变动率',
      nameEn: 'Change of carry-over',
      score: '9.00',
    });
    expect(found.inputs.map(({ field }) => field)).toEqual([
      'rates.execution_rate',
      'amounts.sme_actual',
      'amounts.sme_reserved',
    ]);
  });

  test('of equal ones the first; one that cannot be worked out stands back', () => {
    expect(result(oneOf, { ...atRate('90'), ...sme('9', '10') }).steps[0]).toMatchObject({
      name: '结转结余率',
    });
    expect(result(oneOf, sme('5', '10'))).toMatchObject({ score: '5.00' });
    expect(result(oneOf, {})).toMatchObject({ status: 'missing' });
  });
});

test.each(['grade', 'manual'] as const)('%s is judged, whatever is stated', (kind) => {
  expect(score({ kind, verified: true }, { ...atRate('100'), ...sme('1', '1') })).toBe('judged');
});

describe('a figure that is missing', () => {
  const rules: [string, Rule | SingleRule, string[]][] = [
    ['proportion', proportion, ['amounts.sme_actual', 'amounts.sme_reserved']],
    ['threshold', threshold, ['rates.execution_rate']],
    ['deduction', deduction, ['rates.execution_rate']],
    ['at most', atMost, ['amounts.three_public_actual', 'amounts.three_public_budget']],
    ['monthly mean', monthlyMean, ['rates.spending_progress', 'months.12']],
    ['one of', oneOf, ['rates.execution_rate', 'amounts.sme_actual', 'amounts.sme_reserved']],
  ];

  test.each(rules)('%s: no score, and the fields are named', (_, rule, missing) => {
    expect(result(rule, {})).toMatchObject({ status: 'missing', missing, steps: [] });
  });

  test('only the missing one of two is named', () => {
    expect(result(proportion, { amounts: { sme_actual: '5' } })).toMatchObject({
      missing: ['amounts.sme_reserved'],
      inputs: [{ field: 'amounts.sme_actual', value: '5' }, { field: 'amounts.sme_reserved' }],
    });
  });
});

describe('whatever the figures and the rule', () => {
  const cents = (max: number) => fc.integer({ min: -max, max }).map((value) => (value / 100).toFixed(2));
  const positive = (max: number) => fc.integer({ min: 1, max }).map((value) => (value / 100).toFixed(2));
  const figure = fc.constantFrom(share, stated);
  const shares = fc
    .uniqueArray(fc.tuple(fc.nat(200), fc.nat(100)), {
      minLength: 1,
      maxLength: 4,
      selector: ([from]) => from,
    })
    .map((steps) => {
      const froms = steps.map(([from]) => from).sort((a, b) => a - b);
      const gains = steps.map(([, gain]) => gain).sort((a, b) => a - b);
      return froms.map((from, index) => ({ from: `${from}`, share: `${gains[index]}` }));
    });
  /** Rules that give more the higher the figure is. */
  const rising: fc.Arbitrary<SingleRule> = fc.oneof(
    fc.record({ kind: fc.constant('proportion' as const), figure, fullAt: positive(20_000) }),
    fc.record({ kind: fc.constant('threshold' as const), figure, steps: shares }),
    fc.record({
      kind: fc.constant('deduction' as const),
      figure,
      limit: cents(20_000),
      beyond: fc.constant('below' as const),
      step: positive(1000),
      points: positive(300),
    }),
    fc.constant(monthlyMean),
  );
  /** Rules that give less the higher it is. */
  const falling: fc.Arbitrary<SingleRule> = fc.oneof(
    fc.record({
      kind: fc.constant('deduction' as const),
      figure,
      limit: cents(20_000),
      beyond: fc.constant('above' as const),
      step: positive(1000),
      points: positive(300),
    }),
    fc.constant(atMost),
  );
  const figures = (rate: string): Partial<SubmissionContent> => ({
    rates: { execution_rate: rate, spending_progress: rate },
    amounts: {
      sme_actual: rate,
      sme_reserved: '100',
      three_public_actual: rate,
      three_public_budget: '100',
    },
  });
  const weight = positive(5000);
  const two = fc
    .tuple(cents(30_000), cents(30_000))
    .map((pair) => pair.sort((a, b) => Number(a) - Number(b)));

  test('0 ≤ score ≤ weight, two decimals', () => {
    fc.assert(
      fc.property(fc.oneof(rising, falling), cents(30_000), weight, (rule, rate, points) => {
        const given = score(rule, figures(rate), points);
        expect(given).toMatch(/^\d+\.\d\d$/);
        expect(Number(given)).toBeLessThanOrEqual(Number(points));
      }),
    );
  });

  test('a better figure never gives less', () => {
    fc.assert(
      fc.property(rising, two, weight, (rule, [low = '0', high = '0'], points) => {
        const [less, more] = [score(rule, figures(low), points), score(rule, figures(high), points)];
        expect(Number(more)).toBeGreaterThanOrEqual(Number(less));
      }),
    );
    fc.assert(
      fc.property(falling, two, weight, (rule, [low = '0', high = '0'], points) => {
        const [more, less] = [score(rule, figures(low), points), score(rule, figures(high), points)];
        expect(Number(more)).toBeGreaterThanOrEqual(Number(less));
      }),
    );
  });

  test('a missing figure never gives a score', () => {
    fc.assert(
      fc.property(fc.oneof(rising, falling), weight, (rule, points) => {
        expect(result(rule, {}, points).status).toBe('missing');
      }),
    );
  });

  test('one of several gives as much as the best of them', () => {
    fc.assert(
      fc.property(rising, falling, cents(30_000), weight, (first, second, rate, points) => {
        const options = [first, second].map((rule, index) => ({
          name: `${index}`,
          nameEn: `${index}`,
          rule,
        }));
        const best = Number(score({ kind: 'one_of', options, verified: true }, figures(rate), points));
        const each = [first, second].map((rule) => Number(score(rule, figures(rate), points)));
        expect(best).toBe(Math.max(...each));
      }),
    );
  });

  test('every generated rule passes the reader', () => {
    fc.assert(
      fc.property(fc.oneof(rising, falling), (rule) => {
        const written = { ...rule, verified: true };
        expect(ruleSchema.parse(JSON.parse(JSON.stringify(written)))).toEqual(written);
      }),
    );
  });
});

test('every kind of rule is read back as it was written', () => {
  const origin = { verified: false, source: '评分表', sourceEn: 'Scoring table' };
  const all: Rule[] = [
    { ...proportion, ...origin },
    { ...threshold, ...origin },
    { ...deduction, ...origin },
    { ...atMost, ...origin },
    { ...monthlyMean, ...origin },
    { ...oneOf, ...origin },
    { kind: 'grade', ...origin },
    { kind: 'manual', ...origin },
  ];
  expect(all.map(({ kind }) => kind)).toEqual([...ruleKinds]);
  for (const rule of all) expect(ruleSchema.parse(JSON.parse(JSON.stringify(rule)))).toEqual(rule);
});

import { describe, expect, test } from 'vitest';
import { readRuleTexts } from './read-rule-texts.ts';
import { type RuleTexts, ruleTexts } from './rule-texts.ts';
import { type Rule, ruleKinds, tiersOf } from './rules/rule.ts';

const origin = { verified: false, source: '区财政局通知', sourceEn: 'Notice of the bureau' };
const rate = { kind: 'rate', rate: 'execution_rate' } as const;
const proportion = { kind: 'proportion', figure: rate, fullAt: '95' } as const;
const atMost = { kind: 'at_most', actual: 'three_public_actual', limit: 'three_public_budget' } as const;
const rules: Rule[] = [
  { ...proportion, ...origin },
  {
    ...{ kind: 'threshold', figure: { kind: 'ratio', part: 'sme_actual', whole: 'sme_reserved' } },
    steps: [
      { from: '60', share: '50' },
      { from: '95', share: '100' },
    ],
    ...origin,
  },
  { kind: 'deduction', figure: rate, limit: '100', beyond: 'above', step: '1', points: '0.2', ...origin },
  { ...atMost, ...origin },
  { kind: 'monthly_mean', ...origin },
  {
    kind: 'one_of',
    options: [
      { name: '执行率', nameEn: 'Execution', rule: proportion },
      { name: '三公', nameEn: 'Three public', rule: atMost },
      { name: '各月', nameEn: 'Months', rule: { kind: 'monthly_mean' } },
    ],
    verified: true,
  },
  { kind: 'grade', ...origin },
  { kind: 'manual', verified: true },
];

test('a rule of every kind comes back from its texts', () => {
  expect(rules.map(({ kind }) => kind)).toEqual(ruleKinds);
  for (const rule of rules) expect(readRuleTexts(ruleTexts(rule))).toEqual({ rule, refused: [] });
  const graded: Rule = { kind: 'grade', bounds: { met: '90', partly: '70' }, ...origin };
  expect(readRuleTexts(ruleTexts(graded))).toEqual({ rule: graded, refused: [] });
  expect(readRuleTexts({ kind: '' })).toEqual({ refused: [] });
});

describe('what cannot be read is told at its field', () => {
  const oneOf = ruleTexts(rules[5]);
  test.each<[string, RuleTexts, string[]]>([
    ['letters for a percentage', { ...ruleTexts(rules[0]), fullAt: '九成' }, ['fullAt']],
    ['no figure', { ...ruleTexts(rules[0]), figure: '' }, ['figure']],
    ['half a ratio', { ...ruleTexts(rules[1]), part: '' }, ['part']],
    ['steps that fall', { ...ruleTexts(rules[1]), steps: '60 80\n95 50' }, ['steps']],
    ['a step of nothing', { ...ruleTexts(rules[2]), step: '0', points: '-1' }, ['step', 'points']],
    ['no limit', { ...ruleTexts(rules[3]), limitItem: '' }, ['limitItem']],
    ['a tier that begins below the next', { kind: 'grade', metFrom: '60', partlyFrom: '70' }, ['partlyFrom']],
    ['a tier above full marks', { kind: 'grade', metFrom: '120', partlyFrom: '70' }, ['metFrom']],
    ['an emptied tier', { kind: 'grade', metFrom: '', partlyFrom: '70' }, ['metFrom']],
    ['a kind that there is not', { kind: 'gold' }, ['kind']],
    ['a way without a name', { ...oneOf, 'option2.name': ' ' }, ['option2.name']],
    ['a way without a kind', { ...oneOf, 'option3.kind': '' }, ['option3.kind']],
    ['a figure of a way', { ...oneOf, 'option1.fullAt': 'x' }, ['option1.fullAt']],
    ['a limit of a way', { ...oneOf, 'option2.limitItem': 'gold' }, ['option2.limitItem']],
    ['one way', { kind: 'one_of', 'option1.name': '甲' }, ['option1.nameEn', 'option1.kind', 'option2.name']],
    ['no way', { kind: 'one_of' }, ['option1.name']],
  ])('%s', (_, texts, refused) => {
    const read = readRuleTexts(texts);
    expect(read.rule).toBeUndefined();
    expect(read.refused).toEqual(expect.arrayContaining(refused));
    expect(refused).toEqual(expect.arrayContaining(read.refused));
  });

  test('full-width digits and a sign of percent are understood', () => {
    expect(readRuleTexts({ ...ruleTexts(rules[0]), fullAt: '９５ %' }).rule).toEqual(rules[0]);
  });
});

test('an emptied way is gone, and one between others closes up', () => {
  const emptied = { 'option2.name': '', 'option2.nameEn': '', 'option2.kind': '' };
  const { rule } = readRuleTexts({ ...ruleTexts(rules[5]), ...emptied });
  expect(rule?.kind === 'one_of' && rule.options.map(({ name }) => name)).toEqual(['执行率', '各月']);
});

test('the tiers of a rule meet, usual or not', () => {
  expect(tiersOf({ kind: 'grade' }).map(({ from, to }) => [from, to])).toEqual([
    ['80', '100'],
    ['60', '80'],
    ['0', '60'],
  ]);
  expect(
    tiersOf({ kind: 'grade', bounds: { met: '90', partly: '70' } }).map(({ from, to }) => [from, to]),
  ).toEqual([
    ['90', '100'],
    ['70', '90'],
    ['0', '70'],
  ]);
});

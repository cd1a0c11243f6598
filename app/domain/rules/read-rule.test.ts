import { expect, test } from 'vitest';
import { readRule } from './read-rule.ts';

const threshold = (steps: unknown) => ({
  kind: 'threshold',
  figure: { kind: 'rate', rate: 'execution_rate' },
  steps,
  verified: true,
});

test('no rule is no rule', () => {
  expect(readRule(null)).toBeUndefined();
  expect(readRule(undefined)).toBeUndefined();
});

test.each([
  ['an unknown kind', { kind: 'magic', verified: true }],
  ['without a mark of its source', { kind: 'manual' }],
  ['something unknown beside', { kind: 'manual', verified: true, bonus: '1' }],
  ['an unknown amount', { kind: 'at_most', actual: 'cars', limit: 'three_public_budget', verified: true }],
  ['a number that is no text', threshold([{ from: 90, share: '100' }])],
  ['no step', threshold([])],
  ['a share above the weight', threshold([{ from: '90', share: '100.5' }])],
  [
    'less for more',
    threshold([
      { from: '60', share: '100' },
      { from: '90', share: '50' },
    ]),
  ],
  [
    'two steps at one place',
    threshold([
      { from: '90', share: '50' },
      { from: '90', share: '100' },
    ]),
  ],
  [
    'nothing to reach',
    { kind: 'proportion', figure: { kind: 'rate', rate: 'sme_share' }, fullAt: '0', verified: true },
  ],
  [
    'one of one',
    {
      kind: 'one_of',
      options: [{ name: '甲', nameEn: 'A', rule: { kind: 'monthly_mean' } }],
      verified: true,
    },
  ],
  [
    'a choice within a choice',
    {
      kind: 'one_of',
      options: ['甲', '乙'].map((name) => ({ name, nameEn: name, rule: { kind: 'one_of', options: [] } })),
      verified: true,
    },
  ],
])('refuses %s', (_, value) => {
  expect(() => readRule(value)).toThrow();
});

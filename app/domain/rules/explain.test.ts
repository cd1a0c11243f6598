import { describe, expect, test } from 'vitest';
import { baihedong, claims, jiahe, nothingStated } from '../findings/published-reports.fixture.ts';
import { type Framework, leavesOf, nodeByCode } from '../framework.ts';
import { guangdong2023 } from '../frameworks/guangdong-2023.ts';
import {
  claimedTier,
  computedNodes,
  computedScore,
  explainScore,
  highestScore,
  settledNodes,
} from './explain.ts';

const progress = 'effectiveness.spending_progress';
const smePolicy = 'management.procurement.sme_policy';

describe('computed score', () => {
  const score = (code: string, content: Partial<typeof nothingStated>) =>
    computedScore(code, guangdong2023, { ...nothingStated, ...content });

  test('spending progress: rate × weight, 94.7 % of 10', () =>
    expect(score(progress, baihedong)).toBe('9.47'));
  test('small and medium firms: actual ÷ reserved × weight, 77.41 % of 1', () =>
    expect(score(smePolicy, jiahe)).toBe('0.77'));
  test('public funds and the three public expenses within their budgets', () => {
    expect(score('management.operating_cost.cost_control', baihedong)).toBe('2.00');
    expect(score('management.operating_cost.three_public', baihedong)).toBe('2.00');
  });

  test('is capped at the weight', () => {
    expect(score(smePolicy, { amounts: { sme_actual: '20', sme_reserved: '10' } })).toBe('1.00');
    expect(score(progress, { rates: { spending_progress: '104.2' } })).toBe('10.00');
  });

  test('is missing without the figures, without a rule for figures, for an unknown code, with nothing reserved', () => {
    expect(score(progress, jiahe)).toBeUndefined();
    expect(score('management.assets', baihedong)).toBeUndefined();
    expect(score('management.performance.rules', baihedong)).toBeUndefined();
    expect(score('nowhere', baihedong)).toBeUndefined();
    expect(score(smePolicy, { amounts: { sme_actual: '0', sme_reserved: '0' } })).toBeUndefined();
  });
});

describe('the most a node can have', () => {
  test('49.47 of 50 for 白鹤洞街道, 9.77 of 10 for 嘉禾街道, as they published', () => {
    expect(highestScore('effectiveness', guangdong2023, baihedong)).toBe('49.47');
    expect(highestScore('management.procurement', guangdong2023, jiahe)).toBe('9.77');
  });

  test('is full where no figure settles anything, and the whole is the sum', () => {
    expect(highestScore('management.assets', guangdong2023, baihedong)).toBe('10');
    expect(highestScore('total', guangdong2023, baihedong)).toBe('99.47');
    expect(highestScore('total', guangdong2023, nothingStated)).toBe('100');
    expect(highestScore('nowhere', guangdong2023, baihedong)).toBeUndefined();
  });
});

describe('explained', () => {
  test('the rule with its source, the inputs by field, the steps', () => {
    expect(explainScore(smePolicy, guangdong2023, jiahe)).toEqual({
      rule: nodeByCode(guangdong2023, smePolicy)?.rule,
      weight: '1',
      status: 'computed',
      score: '0.77',
      inputs: [
        { field: 'amounts.sme_actual', value: '30755900' },
        { field: 'amounts.sme_reserved', value: '39730600' },
      ],
      steps: [
        { step: 'ratio', part: '30755900', whole: '39730600', percent: '77.41' },
        { step: 'in_proportion', percent: '77.41', fullAt: '100', weight: '1', score: '0.77' },
      ],
      missing: [],
      tiers: [],
    });
  });

  test('what is missing', () => {
    expect(explainScore(progress, guangdong2023, jiahe)).toMatchObject({
      status: 'missing',
      score: undefined,
      missing: ['rates.spending_progress', 'months.12'],
    });
  });

  test('the tiers of a qualitative indicator in points, and the one that the words claim', () => {
    const node = 'management.budget_preparation.ex_ante_evaluation';
    const scores = [{ node, score: '2', completion: '部分达成，两个项目尚未评估' }];
    expect(explainScore(node, guangdong2023, { ...nothingStated, scores })).toMatchObject({
      status: 'judged',
      tiers: [
        { tier: 'met', from: '2.4', to: '3', claimed: false },
        { tier: 'partly', from: '1.8', to: '2.4', claimed: true },
        { tier: 'unmet', from: '0', to: '1.8', claimed: false },
      ],
    });
  });

  test('nothing for a node without a rule', () => {
    expect(explainScore('management', guangdong2023, jiahe)).toBeUndefined();
    expect(explainScore('total', guangdong2023, { ...nothingStated, scores: claims({}) })).toBeUndefined();
  });
});

test('the words of a tier', () => {
  expect(['已达成', '达成年度指标', '部分达成', '未达成', '按计划推进', undefined].map(claimedTier)).toEqual([
    'met',
    'met',
    'partly',
    'unmet',
    undefined,
    undefined,
  ]);
});

describe('rules of a framework', () => {
  test('a limit bounds the score, a proportion settles it', () => {
    expect(computedNodes(guangdong2023)).toEqual([
      progress,
      smePolicy,
      'management.operating_cost.cost_control',
      'management.operating_cost.three_public',
    ]);
    expect(settledNodes(guangdong2023)).toEqual([progress, smePolicy]);
  });

  test('one of several settles it where each of them does', () => {
    const options = [{ name: '甲', nameEn: 'A', rule: { kind: 'monthly_mean' as const } }];
    const limit = { kind: 'at_most', actual: 'sme_actual', limit: 'sme_reserved' } as const;
    const framework = (more: typeof limit | { kind: 'monthly_mean' }): Framework => ({
      ...guangdong2023,
      nodes: guangdong2023.nodes.slice(0, 1).map((node) => ({
        ...node,
        rule: {
          kind: 'one_of',
          verified: true,
          options: [...options, { name: '乙', nameEn: 'B', rule: more }],
        },
      })),
    });
    expect(settledNodes(framework({ kind: 'monthly_mean' }))).toEqual(['effectiveness']);
    expect(settledNodes(framework(limit))).toEqual([]);
  });

  test('every rule of 广东 2023 stands at a node where points are won, and names its source in both languages', () => {
    const leaves = leavesOf(guangdong2023).map(({ code }) => code);
    for (const { code, rule } of guangdong2023.nodes.filter((node) => node.rule)) {
      expect(leaves).toContain(code);
      expect(rule?.source, code).toBeTruthy();
      expect(rule?.sourceEn, code).toMatch(/^[\x20-\x7e÷×−–’]+$/);
    }
  });
});

import { describe, expect, test } from 'vitest';
import { baihedong, jiahe, nothingStated } from '#app/domain/findings/published-reports.fixture.ts';
import { guangdong2023 } from '#app/domain/frameworks/guangdong-2023.ts';
import { type Explained, explainScore } from '#app/domain/rules/explain.ts';
import type { Rule } from '#app/domain/rules/rule.ts';
import type { Language } from '#app/lib/i18n/languages.ts';
import { i18nOf } from '#app/lib/i18n/whole.server.ts';
import { inputText, resultText } from './explained-text.ts';
import { ruleText } from './rule-text.ts';

const wordsOf = (language: Language) => ({ t: i18nOf(language).t, language, unit: 'wan' as const });
const explained = (code: string, content: typeof jiahe): Explained => {
  const found = explainScore(code, guangdong2023, content);
  if (!found) throw new Error(`no rule at ${code}`);
  return found;
};
const policy = 'management.procurement.sme_policy';
const progress = 'effectiveness.spending_progress';

describe('the steps of a score', () => {
  test.each([
    ['zh-CN', '测算：3,075.59万元÷3,973.06万元＝77.41%；77.41%×1.00分＝0.77分'],
    ['en', 'Computed: 3,075.59 '],
  ] as const)('in %s', (language, words) => {
    expect(resultText(explained(policy, jiahe), wordsOf(language))).toContain(words);
  });

  test('from the stated rate, and from one month', () => {
    expect(resultText(explained(progress, baihedong), wordsOf('zh-CN'))).toBe(
      '测算：填报94.70%；94.70%×10.00分＝9.47分',
    );
    const month = { ...nothingStated, monthlyExecution: [{ month: 3, rate: '100' }] };
    expect(resultText(explained(progress, month), wordsOf('zh-CN'))).toBe(
      '测算：1个月平均100.00%；达到100%；得满分10.00分',
    );
  });

  test('what is missing is named once, and 0 of 0 is not applicable', () => {
    expect(resultText(explained(progress, jiahe), wordsOf('zh-CN'))).toBe(
      '未能测算：缺部门预算资金支出率、各月支出执行率',
    );
    const none = { ...nothingStated, amounts: { sme_actual: '0', sme_reserved: '0' } };
    expect(resultText(explained(policy, none), wordsOf('zh-CN'))).toBe('不适用：分母为0，不测算');
  });

  test('inputs by the names of the form', () => {
    const inputs = explained(policy, jiahe).inputs.map((input) => inputText(input, wordsOf('zh-CN')));
    expect(inputs).toEqual([
      ['实际授予中小企业金额', '3,075.59万元'],
      ['预留中小企业采购份额', '3,973.06万元'],
    ]);
    expect(inputText({ field: 'months.3', value: '95' }, wordsOf('zh-CN'))).toEqual([
      '3月支出执行率',
      '95.00%',
    ]);
    expect(inputText({ field: 'rates.sme_share' }, wordsOf('zh-CN'))[1]).toBeUndefined();
  });
});

describe('a rule in words', () => {
  const figure = { kind: 'rate', rate: 'execution_rate' } as const;
  const rules: [Rule, string][] = [
    [
      { kind: 'proportion', figure, fullAt: '95', verified: true },
      '得分＝预算执行率÷95%×分值，达到95%得满分',
    ],
    [
      {
        kind: 'threshold',
        figure,
        verified: true,
        steps: [
          { from: '60', share: '50' },
          { from: '90', share: '100' },
        ],
      },
      '预算执行率：达到90%得分值的100%、达到60%得分值的50%，达不到最低一档不得分',
    ],
    [
      { kind: 'deduction', figure, limit: '100', beyond: 'above', step: '1', points: '0.1', verified: true },
      '预算执行率不高于100%得满分，每高出1个百分点（不足的按一次计）扣0.1分，扣完为止',
    ],
    [
      {
        kind: 'one_of',
        verified: true,
        options: [
          { name: '甲', nameEn: 'A', rule: { kind: 'proportion', figure, fullAt: '100' } },
          {
            name: '乙',
            nameEn: 'B',
            rule: { kind: 'at_most', actual: 'three_public_actual', limit: 'three_public_budget' },
          },
        ],
      },
      '以下几项取得分最高的一项：“甲”，得分＝预算执行率×分值，最高为分值；“乙”，“三公”经费实际支出不超过“三公”经费预算数得满分，超过不得分；未超过的也可因其他原因扣分',
    ],
    [{ kind: 'manual', verified: true }, '由人评价，不自动测算'],
  ];

  test.each(rules)('$kind', (rule, words) => {
    expect(ruleText(rule, wordsOf('zh-CN'))).toBe(words);
    expect(ruleText(rule, wordsOf('en'))).not.toMatch(/scoring\.|\{\{/);
  });

  test('tiers in points', () => {
    const tiered = explained('management.information_disclosure.performance', nothingStated);
    expect(ruleText(tiered.rule, wordsOf('zh-CN'), tiered.tiers)).toBe(
      '按完成情况分三档：达成1.60—2.00分、部分达成1.20—1.60分、未达成0.00—1.20分',
    );
  });
});

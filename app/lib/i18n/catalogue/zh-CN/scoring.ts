import type { GradeTier, Rule } from '#app/domain/rules/rule.ts';

const kindZh = {
  proportion: '按比例',
  threshold: '按达标线分档',
  deduction: '超出扣分',
  at_most: '不超过限额',
  monthly_mean: '月度平均',
  one_of: '几项取优',
  grade: '定性分档',
  manual: '人工评价',
} satisfies Record<Rule['kind'], string>;

const tierZh = { met: '达成', partly: '部分达成', unmet: '未达成' } satisfies Record<GradeTier, string>;

export const messages = {
  heading: '测算依据',
  kind: kindZh,
  tier: tierZh,
  points: '{{score}}分',
  money: '{{amount}}{{unit}}',
  percent: '{{percent}}',
  ratio: '{{part}}÷{{whole}}',
  month: '{{month}}月支出执行率',
  months: '各月支出执行率',
  separator: '；',
  listSeparator: '、',
  colon: '：',
  end: '。',
  rule: {
    label: '计分规则',
    proportion: '得分＝{{figure}}×分值，最高为分值',
    proportionAt: '得分＝{{figure}}÷{{fullAt}}×分值，达到{{fullAt}}得满分',
    threshold: '{{figure}}：{{steps}}，达不到最低一档不得分',
    thresholdStep: '达到{{from}}得分值的{{share}}',
    deductionAbove:
      '{{figure}}不高于{{limit}}得满分，每高出{{step}}个百分点（不足的按一次计）扣{{points}}分，扣完为止',
    deductionBelow:
      '{{figure}}不低于{{limit}}得满分，每低于{{step}}个百分点（不足的按一次计）扣{{points}}分，扣完为止',
    at_most: '{{actual}}不超过{{limit}}得满分，超过不得分；未超过的也可因其他原因扣分',
    monthly_mean:
      '得分＝各通报月份一般公共预算支出执行率的平均值×分值，最高为分值；没有月度数的，用填报的支出率',
    one_of: '以下几项取得分最高的一项：{{options}}',
    option: '“{{name}}”，{{rule}}',
    grade: '按完成情况分三档：{{tiers}}',
    gradeTier: '{{tier}}{{from}}—{{to}}分',
    manual: '由人评价，不自动测算',
  },
  step: {
    ratio: '{{part}}÷{{whole}}＝{{percent}}',
    rate: '填报{{percent}}',
    mean_one: '{{count}}个月平均{{percent}}',
    mean_other: '{{count}}个月平均{{percent}}',
    met: '达到{{fullAt}}',
    in_proportion: '{{percent}}×{{weight}}分＝{{score}}分',
    in_proportionAt: '{{percent}}÷{{fullAt}}×{{weight}}分＝{{score}}分',
    full: '得满分{{weight}}分',
    reached: '达到{{from}}，{{weight}}分的{{share}}＝{{score}}分',
    below_all: '未达到{{from}}，不得分',
    within_limit: '未越过{{limit}}',
    beyond_one: '越过{{limit}}达{{by}}个百分点，扣{{count}}次，每次{{points}}分，得{{score}}分',
    beyond_other: '越过{{limit}}达{{by}}个百分点，扣{{count}}次，每次{{points}}分，得{{score}}分',
    at_most: '{{actual}}≤{{limit}}',
    above_limit: '{{actual}}＞{{limit}}，不得分',
    best: '取得分最高的“{{name}}”',
  },
  result: {
    computed: '测算：{{steps}}',
    missing: '未能测算：缺{{fields}}',
    not_applicable: '不适用：分母为0，不测算',
  },
  inputs: '所用数据',
  source: '依据',
  noSource: '未注明',
  unverified: '规则待核',
  unverifiedNote: '该计分规则尚未找到正式文件，可由区财政局修改。',
  overclaim: '自评高{{points}}分',
};

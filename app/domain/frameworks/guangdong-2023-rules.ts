import type { Rule } from '../rules/rule.ts';

/**
 * How points are given in 广东 2023, by node. A rule is verified where a published report states it, or where it gives a
 * published score exactly; all else is an assumption that the district edits. No figure is asked for audit findings,
 * reviews by the bureau or assets in use, so such indicators are judged.
 */
export const guangdong2023Rules: Readonly<Record<string, Rule>> = {
  'effectiveness.overall.outputs': judged(
    '指标达成得满分，未达成按完成比例计分',
    'Met is full marks, else in proportion',
  ),
  'effectiveness.overall.outcomes': judged(
    '指标达成得满分，未达成按完成比例计分',
    'Met is full marks, else in proportion',
  ),
  'effectiveness.spending_progress': {
    kind: 'monthly_mean',
    verified: true,
    source:
      '《部门整体支出绩效自评指标评分表》，见白鹤洞街道2023年度自评报告：∑每月一般公共预算支出执行率÷通报月份数×分值',
    sourceEn:
      'Scoring table as quoted in the 2023 report of Baihedong: sum of monthly general-budget rates ÷ months notified × weight',
  },
  'management.budget_preparation.ex_ante_evaluation': tiered(
    '按事前绩效评估开展情况分档评价',
    'Judged in tiers by how ex-ante evaluation was carried out',
  ),
  'management.budget_execution.budget_discipline': judged(
    '按预算调整、审计发现的问题扣分',
    'Points off for budget changes and audit findings',
  ),
  'management.budget_execution.financial_compliance': judged(
    '按审计、财政检查发现的问题扣分',
    'Points off for findings of audits and inspections',
  ),
  'management.information_disclosure.budget_accounts': tiered(
    '按公开的及时性、完整性分档评价',
    'Judged in tiers: published on time and in full',
  ),
  'management.information_disclosure.performance': tiered(
    '按公开的及时性、完整性分档评价',
    'Judged in tiers: published on time and in full',
  ),
  'management.performance.rules': judged('按制度建设情况评价', 'Judged by the rules in place'),
  'management.performance.practice': judged(
    '结合财政复核结果评价',
    'Judged with the results of the bureau’s review',
  ),
  'management.procurement.sme_policy': {
    kind: 'proportion',
    figure: { kind: 'ratio', part: 'sme_actual', whole: 'sme_reserved' },
    fullAt: '100',
    verified: true,
    source:
      '由嘉禾街道2023年度自评报告推算：3075.59÷3973.06＝77.41%，采购管理得10−（1−77.41%）×1＝9.77分，与公布得分一致',
    sourceEn:
      'Inferred from the 2023 report of Jiahe: 3075.59 ÷ 3973.06 = 77.41 %, so 10 − (1 − 77.41 %) × 1 = 9.77, its published score',
  },
  'management.operating_cost.cost_control': atMost(
    'public_funds',
    '白鹤洞街道2023年度自评报告：公用经费实际支出不超过预算',
    'The 2023 report of Baihedong: public funds spent within their budget',
  ),
  'management.operating_cost.three_public': atMost(
    'three_public',
    '白鹤洞街道2023年度自评报告：“三公”经费实际支出不超过预算',
    'The 2023 report of Baihedong: the three public expenses within their budget',
  ),
};

/** A rule of thumb that no source confirms. */
function judged(source: string, sourceEn: string): Rule {
  return { kind: 'manual', verified: false, source, sourceEn };
}

function tiered(source: string, sourceEn: string): Rule {
  return { kind: 'grade', verified: false, source, sourceEn };
}

function atMost(item: 'public_funds' | 'three_public', source: string, sourceEn: string): Rule {
  return {
    kind: 'at_most',
    actual: `${item}_actual`,
    limit: `${item}_budget`,
    verified: true,
    source,
    sourceEn,
  };
}

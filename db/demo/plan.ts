import type { SubmissionStatus } from '#app/domain/submission.ts';
import type { DemoYear } from './offices.ts';

/** Mistakes that offices really make, planted on purpose so that the checks have something to find. */
export const plantedErrors = [
  'source_sum', // the parts by source do not add up to the expenditure
  'nature_sum', // basic + project do not add up to the expenditure
  'unit_slip', // project expenditure typed in 万元 where 元 is asked for
  'rate_mismatch', // the stated execution rate is not executed ÷ budget
  'sme_claim', // full marks for small and medium firms with the reserved share not reached
  'progress_claim', // full marks for spending progress with monthly rates below 100 %
  'score_sum', // a category's score mistyped, so that it fits neither its parts nor its whole
  'missing_budget', // no budget stated, so there is no execution rate
] as const;
export type PlantedError = (typeof plantedErrors)[number];

/** How one year goes. Keys and lists hold the last two digits of the office's code; who is not named is approved, on time. */
export interface YearPlan {
  status: Partial<Record<number, SubmissionStatus | 'not_filed'>>;
  late: number[];
  errors: Partial<Record<number, PlantedError>>;
  /** Returned once for a planted error, which the second revision mends. */
  resubmitted: Partial<Record<number, PlantedError>>;
  /** The reviewer takes points off. */
  cut: number[];
}

export const plan: Record<DemoYear, YearPlan> = {
  2019: {
    status: { 7: 'not_filed', 19: 'not_filed', 12: 'returned' },
    late: [4, 9, 18, 21],
    errors: { 9: 'source_sum', 12: 'nature_sum', 16: 'missing_budget' },
    resubmitted: { 6: 'rate_mismatch' },
    cut: [4, 9, 16],
  },
  2020: {
    status: { 19: 'not_filed', 18: 'draft' },
    late: [7, 12, 16],
    errors: { 6: 'rate_mismatch', 13: 'sme_claim' },
    resubmitted: { 9: 'unit_slip' },
    cut: [6, 13, 21],
  },
  2021: {
    status: { 16: 'returned', 7: 'not_filed' },
    late: [12, 19],
    errors: { 12: 'progress_claim', 16: 'score_sum' },
    resubmitted: { 11: 'source_sum' },
    cut: [12, 18],
  },
  2022: {
    status: { 21: 'not_filed' },
    late: [9, 12, 15, 19],
    errors: { 18: 'unit_slip', 15: 'nature_sum' },
    resubmitted: {},
    cut: [9, 18, 11, 20],
  },
  2023: {
    status: {
      9: 'submitted',
      12: 'submitted',
      18: 'submitted',
      22: 'submitted',
      16: 'returned',
      19: 'returned',
      21: 'draft',
      7: 'not_filed',
    },
    late: [5, 9, 16],
    errors: { 11: 'missing_budget', 12: 'unit_slip', 18: 'sme_claim', 16: 'source_sum', 19: 'score_sum' },
    resubmitted: { 6: 'rate_mismatch' },
    cut: [5, 8, 20],
  },
};

/** Whoever runs the round sends a submission back with words like these. */
export const returnReasons: Record<PlantedError, string> = {
  source_sum: '按资金来源分的各项支出合计与执行数不一致，请核对决算报表后重新填报。',
  nature_sum: '基本支出与项目支出合计不等于执行数，请核实项目支出金额后重新填报。',
  unit_slip: '项目支出金额疑为万元误填为元，请核对单位后重新填报。',
  rate_mismatch: '预算执行率与执行数、全年预算数计算结果不一致，请核对后重新填报。',
  sme_claim: '面向中小企业采购未达预留份额，采购政策效能不应得满分，请按实际比例重新计分。',
  progress_claim: '部门预算资金支出率应按每月通报执行率的平均数计分，请重新计算。',
  score_sum: '二级指标得分合计与一级指标得分不一致，请核对各项自评分后重新填报。',
  missing_budget: '未填报全年预算数，无法计算预算执行率，请补充后重新填报。',
};

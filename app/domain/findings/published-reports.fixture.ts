import type { ScoreClaim, SubmissionContent } from '../submission.ts';

/** What two published reports for 2023 state, amounts in 元 as read from the print: nothing added, nothing mended. */
export const baihedong: SubmissionContent = {
  amounts: {
    budget_total: '101583600.00',
    executed_total: '97639700.00',
    expenditure_general: '62363700.00',
    expenditure_gov_fund: '33496700.00',
    expenditure_other: '1779300.00',
    expenditure_basic: '25157500.00',
    expenditure_project: '72482200.00',
    carryover_closing: '4008400.00',
    public_funds_budget: '1247800.00',
    public_funds_actual: '1243600.00',
    three_public_budget: '33400.00',
    three_public_actual: '33400.00',
  },
  rates: { execution_rate: '96.12', spending_progress: '94.7' },
  monthlyExecution: [],
  scores: claims({
    total: ['95.97', '100'],
    effectiveness: ['49.47', '50'],
    management: ['46.5', '50'],
    'management.budget_preparation': ['3', '3'],
    'management.budget_execution': ['3.5', '4'],
    'management.information_disclosure': ['4', '4'],
    'management.performance': ['14', '15'],
    'management.procurement': ['9.5', '10'],
    'management.assets': ['8.5', '10'],
    'management.operating_cost': ['4', '4'],
  }),
  outcomeIndicators: [],
  keyProjects: [],
  problems: [],
  measures: [],
};

export const baihedongText =
  '广州市荔湾区人民政府白鹤洞街道办事处（以下简称白鹤洞街道\n办事处）是广州市荔湾区人民政府的派出机关。' +
  '白鹤洞街2023年预算数10158.36万元，执行数9763.97\n万元，完成预算的 96.12%。' +
  '2023 年共开展垃圾分类立案执法 72 宗，主题宣传活动共 48 场。' +
  '根据评分标准（∑每月一般公共预算支出执行率÷n（n\n为当年自通报之月起的通报月份数量*本指标得分）。';

/** Prints “项目支出15324.90元” among amounts in 万元, and 信息公开 3 where its sums need 4. */
export const jiahe: SubmissionContent = {
  filedOn: '2024-10-10',
  subUnitsStated: 5,
  subUnits: ['嘉禾街道综合服务中心', '嘉禾街道综合保障中心', '嘉禾街道市政服务所', '嘉禾街道退役军人服务站'],
  amounts: {
    revenue_total: '184958400',
    executed_total: '184958400',
    revenue_change: '29826200',
    expenditure_change: '29826200',
    revenue_general: '181215900',
    revenue_gov_fund: '3742500',
    expenditure_basic: '31709400',
    expenditure_personnel: '29876900',
    expenditure_public: '1832500',
    expenditure_project: '15324.90',
    sme_reserved: '39730600',
    sme_actual: '30755900',
  },
  rates: {
    revenue_change: '19.23',
    expenditure_change: '19.23',
    revenue_general_share: '97.98',
    revenue_gov_fund_share: '2.02',
    expenditure_basic_share: '17.14',
    expenditure_project_share: '82.86',
    sme_share: '77',
  },
  monthlyExecution: [],
  scores: claims({
    total: ['99.47', '100'],
    effectiveness: ['49.7', '50'],
    management: ['49.77', '50'],
    'management.budget_preparation': ['3'],
    'management.budget_execution': ['4'],
    'management.information_disclosure': ['3'],
    'management.performance': ['15'],
    'management.procurement': ['9.77'],
    'management.assets': ['10'],
    'management.operating_cost': ['4'],
  }),
  outcomeIndicators: [],
  keyProjects: [
    { name: '街道党组织工作经费', score: '100', grade: '优秀' },
    { name: '城市维护与建设专项', score: '100', grade: '优秀' },
    { name: '家庭综合服务中心专项经费', score: '100', grade: '优秀' },
  ],
  problems: [],
  measures: [],
};

export const jiaheText =
  '包括：广州市白云区人民政府嘉禾街道办事处（本级），以及纳入编制范围的下属单位。' +
  '三是社会保障更加坚实。今年 1-11 月，累计发放低保金 11.34 万元。' +
  '做好就业服务，今年 1-11 月受理就业登记业务 4197 人次。' +
  '2023年总收入18495.84万元，比上年增加2982.62万元，增加19.23%。';

/** A submission that states nothing. */
export const nothingStated: SubmissionContent = {
  amounts: {},
  rates: {},
  monthlyExecution: [],
  scores: [],
  outcomeIndicators: [],
  keyProjects: [],
  problems: [],
  measures: [],
};

/** Claims from `node: [score, stated weight]`. */
export function claims(scores: Record<string, [score: string, statedMax?: string]>): ScoreClaim[] {
  return Object.entries(scores).map(([node, [score, statedMax]]) => ({ node, score, statedMax }));
}

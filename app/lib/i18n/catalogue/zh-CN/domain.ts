import type { Role } from '#app/domain/access.ts';
import type {
  MoneyItem,
  RateItem,
  Severity,
  SubmissionOrigin,
  SubmissionStatus,
} from '#app/domain/submission.ts';

const moneyZh = {
  budget_initial: '年初预算数',
  budget_adjusted: '调整预算数',
  budget_total: '全年预算数',
  revenue_total: '收入合计',
  revenue_general: '一般公共预算收入',
  revenue_gov_fund: '政府性基金收入',
  revenue_state_capital: '国有资本经营预算收入',
  revenue_other: '其他收入',
  executed_total: '全年执行数',
  expenditure_general: '一般公共预算支出',
  expenditure_gov_fund: '政府性基金支出',
  expenditure_state_capital: '国有资本经营预算支出',
  expenditure_other: '其他支出',
  expenditure_basic: '基本支出',
  expenditure_personnel: '人员经费',
  expenditure_public: '日常公用经费支出',
  expenditure_project: '项目支出',
  carryover_opening: '年初结转结余',
  carryover_closing: '年末结转结余',
  revenue_change: '收入比上年增减',
  expenditure_change: '支出比上年增减',
  public_funds_budget: '公用经费预算数',
  public_funds_actual: '公用经费实际支出',
  three_public_budget: '“三公”经费预算数',
  three_public_actual: '“三公”经费实际支出',
  sme_reserved: '预留中小企业采购份额',
  sme_actual: '实际授予中小企业金额',
} satisfies Record<MoneyItem, string>;

const rateZh = {
  execution_rate: '预算执行率',
  spending_progress: '部门预算资金支出率',
  revenue_change: '收入比上年增减幅度',
  expenditure_change: '支出比上年增减幅度',
  revenue_general_share: '一般公共预算收入占比',
  revenue_gov_fund_share: '政府性基金收入占比',
  revenue_state_capital_share: '国有资本经营预算收入占比',
  revenue_other_share: '其他收入占比',
  expenditure_general_share: '一般公共预算支出占比',
  expenditure_gov_fund_share: '政府性基金支出占比',
  expenditure_state_capital_share: '国有资本经营预算支出占比',
  expenditure_other_share: '其他支出占比',
  expenditure_basic_share: '基本支出占比',
  expenditure_project_share: '项目支出占比',
  sme_share: '中小企业采购份额完成率',
} satisfies Record<RateItem, string>;

const roleZh = {
  district_leader: '区领导',
  district_reviewer: '区财政局复核人',
  office_preparer: '街道填报人',
  office_approver: '街道分管领导',
  platform_operator: '平台运维',
} satisfies Record<Role, string>;

const statusZh = {
  draft: '填报中',
  submitted: '已提交',
  returned: '已退回',
  approved: '已审定',
} satisfies Record<SubmissionStatus, string>;

const originZh = {
  filed: '街道填报',
  public_report: '公开报告',
  district_table: '区汇总表',
  invented: '演示',
} satisfies Record<SubmissionOrigin, string>;

const severityZh = { error: '错误', warning: '提醒', info: '提示' } satisfies Record<Severity, string>;

export const messages = {
  money: moneyZh,
  rate: rateZh,
  role: roleZh,
  status: statusZh,
  origin: originZh,
  severity: severityZh,
  notFiled: '未报送',
  score: {
    self: '自评分',
    computed: '测算分',
    reviewed: '复核分',
    total: '总分',
  },
  grade: { excellent: '优', good: '良', fair: '中', poor: '差' },
  unit: { points: '分', percent: '%' },
};

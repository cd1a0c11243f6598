import type { Framework, FrameworkNode } from '../framework.ts';
import { guangdong2023Rules } from './guangdong-2023-rules.ts';

/**
 * 广东省《部门整体支出绩效自评指标评分表》, 100 points, as the Guangzhou street offices applied it to 2023.
 * Weights of dimensions and categories are those stated in the offices' published 2023 reports, or follow from them
 * (部门预算资金支出率 10: 50 − 10 × (1 − 94.7 %) = 49.47 is the score published by 白鹤洞街道; hence 整体效能 40).
 * How a category's weight is split over its indicators was not found in any published source: `verified: false`,
 * to be edited by the district.
 */
export const guangdong2023: Framework = {
  name: '广东省部门整体支出绩效自评指标体系',
  nameEn: 'Guangdong self-evaluation framework for whole-office spending',
  year: 2023,
  version: 1,
  totalWeight: '100',
  nodes: [
    stated('effectiveness', '履职效能', 'Effectiveness in office', '50'),
    stated('effectiveness.overall', '整体效能', 'Overall effectiveness', '40'),
    assumed('effectiveness.overall.outputs', '产出指标完成情况', 'Output targets met', '20'),
    assumed('effectiveness.overall.outcomes', '效益指标完成情况', 'Outcome targets met', '20'),
    stated('effectiveness.spending_progress', '部门预算资金支出率', 'Spending progress', '10'),

    stated('management', '管理效率', 'Management efficiency', '50'),
    stated('management.budget_preparation', '预算编制', 'Budget preparation', '3'),
    assumed(
      'management.budget_preparation.ex_ante_evaluation',
      '新增预算入库项目事前绩效评估',
      'Ex-ante evaluation of new projects',
      '3',
    ),

    stated('management.budget_execution', '预算执行', 'Budget execution', '4'),
    assumed('management.budget_execution.budget_discipline', '预算编制约束性', 'Budget discipline', '2'),
    assumed(
      'management.budget_execution.financial_compliance',
      '财务管理合规性',
      'Financial compliance',
      '2',
    ),

    stated('management.information_disclosure', '信息公开', 'Information disclosure', '4'),
    assumed(
      'management.information_disclosure.budget_accounts',
      '预决算公开合规性',
      'Budget and final accounts published',
      '2',
    ),
    assumed(
      'management.information_disclosure.performance',
      '绩效信息公开情况',
      'Performance information published',
      '2',
    ),

    stated('management.performance', '绩效管理', 'Performance management', '15'),
    assumed('management.performance.rules', '绩效管理制度建设', 'Performance rules in place', '5'),
    assumed('management.performance.practice', '绩效管理制度执行', 'Performance rules followed', '10'),

    stated('management.procurement', '采购管理', 'Procurement', '10'),
    assumed(
      'management.procurement.intentions',
      '采购意向公开合规性',
      'Procurement intentions published',
      '2',
    ),
    assumed(
      'management.procurement.internal_control',
      '采购内控制度建设',
      'Internal control of procurement',
      '1',
    ),
    assumed('management.procurement.compliance', '采购活动合规性', 'Procurement compliance', '2'),
    assumed('management.procurement.contract_signing', '采购合同签订时效性', 'Contracts signed on time', '3'),
    assumed('management.procurement.contract_filing', '合同备案时效性', 'Contracts filed on time', '1'),
    assumed(
      'management.procurement.sme_policy',
      '采购政策效能',
      'Procurement policy: small and medium firms',
      '1',
    ),

    stated('management.assets', '资产管理', 'Assets', '10'),
    assumed('management.assets.allocation', '资产配置合规性', 'Assets allocated by the rules', '2'),
    assumed('management.assets.revenue', '资产收益上缴及时性', 'Asset revenue paid in on time', '1'),
    assumed('management.assets.stocktaking', '资产盘点情况', 'Stocktaking', '1'),
    assumed('management.assets.data_quality', '数据质量', 'Data quality', '2'),
    assumed('management.assets.compliance', '资产管理合规性', 'Asset compliance', '2'),
    assumed('management.assets.utilisation', '固定资产利用率', 'Fixed assets in use', '2'),

    stated('management.operating_cost', '运行成本', 'Operating cost', '4'),
    assumed('management.operating_cost.cost_control', '经济成本控制情况', 'Cost control', '2'),
    assumed(
      'management.operating_cost.three_public',
      '“三公”经费控制情况',
      'Control of the three public expenses',
      '2',
    ),
  ],
};

/** A weight that is published, or follows from published figures. */
function stated(code: string, name: string, nameEn: string, weight: string): FrameworkNode {
  return { ...place(code), name, nameEn, weight, verified: true, ...ruleAt(code) };
}

/** A weight that is an editable default. */
function assumed(code: string, name: string, nameEn: string, weight: string): FrameworkNode {
  return { ...place(code), name, nameEn, weight, verified: false, ...ruleAt(code) };
}

function ruleAt(code: string): Pick<FrameworkNode, 'rule'> {
  const rule = guangdong2023Rules[code];
  return rule ? { rule } : {};
}

function place(code: string): Pick<FrameworkNode, 'code' | 'parent' | 'level'> {
  const parts = code.split('.');
  return { code, parent: parts.slice(0, -1).join('.') || null, level: parts.length as 1 | 2 | 3 };
}

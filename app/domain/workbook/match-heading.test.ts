import { describe, expect, it } from 'vitest';
import { guangdong2023 } from '../frameworks/guangdong-2023.ts';
import { headingContext, matchHeading } from './match-heading.ts';

const names = new Map([['全年预算数', 'amounts.budget_total']]);
const context = headingContext({ framework: guangdong2023, year: 2023, names });
const matched = (heading: string) => matchHeading(heading.split('|'), context);
const shown = (heading: string) => {
  const match = matched(heading);
  if (match.kind !== 'field') return match.kind === 'passed' ? match.why : match.kind;
  return match.unit ? `${match.field} ${match.unit}` : match.field;
};

describe('headings of bureaus’ own tables', () => {
  it.each([
    ['街道', 'office'],
    ['单位名称', 'office'],
    ['部门名称', 'office'],
    ['预算单位', 'office'],
    ['街 道 名 称', 'office'],
    ['年初预算数', 'amounts.budget_initial'],
    ['年初预算数（万元）', 'amounts.budget_initial 万元'],
    ['2023年年初预算(元)', 'amounts.budget_initial 元'],
    ['全年预算数', 'amounts.budget_total'],
    ['预算数/万元', 'amounts.budget_total 万元'],
    ['调整预算数', 'amounts.budget_adjusted'],
    ['预算|年初', 'amounts.budget_initial'],
    ['预算情况|年初预算', 'amounts.budget_initial'],
    ['２０２３年度|执行数【单位：千元】', 'amounts.executed_total 千元'],
    ['全年执行数', 'amounts.executed_total'],
    ['实际支出', 'amounts.executed_total'],
    ['支出|合计', 'amounts.executed_total'],
    ['支出|项目支出', 'unknown'],
    ['支出合计', 'amounts.executed_total'],
    ['收入|一般公共预算', 'amounts.revenue_general'],
    ['支出|政府性基金', 'amounts.expenditure_gov_fund'],
    ['“三公”经费|预算数', 'amounts.three_public_budget'],
    ['三公经费|决算数|（万元）', 'amounts.three_public_actual 万元'],
    ['公用经费预算数', 'amounts.public_funds_budget'],
    ['基本支出', 'amounts.expenditure_basic'],
    ['其中：人员经费', 'amounts.expenditure_personnel'],
    ['上年结转结余', 'amounts.carryover_opening'],
    ['年末结转', 'amounts.carryover_closing'],
    ['收入比上年增减额', 'amounts.revenue_change'],
    ['收入比上年增减率（%）', 'rates.revenue_change %'],
    ['执行率', 'rates.execution_rate'],
    ['预算执行率（%）', 'rates.execution_rate %'],
    ['执行率%', 'rates.execution_rate %'],
    ['支出进度', 'rates.spending_progress'],
    ['各月支出执行率|3月', 'months.3'],
    ['12月份执行率', 'months.12'],
    ['自评得分', 'scores.total.score'],
    ['自评得分（分）', 'scores.total.score 分'],
    ['自评总分', 'scores.total.score'],
    ['得分', 'scores.total.score'],
    ['履职效能得分', 'scores.effectiveness.score'],
    ['自评得分|管理效率', 'scores.management.score'],
    ['自评情况|得分', 'scores.total.score'],
    ['全年预算数(A)', 'amounts.budget_total'],
    ['预算执行情况|执行率(B/A)', 'rates.execution_rate'],
    ['采购管理（10分）', 'scores.management.procurement.score 分'],
    ['采购管理|自评得分', 'scores.management.procurement.score'],
    ['“三公”经费控制情况', 'scores.management.operating_cost.three_public.score'],
    ['编制人数', 'staffing'],
  ])('%s: %s', (heading, said) => expect(shown(heading)).toBe(said));

  it.each([
    ['2022年预算数', 'other_year'],
    ['2022年|执行数', 'other_year'],
    ['上年执行数', 'other_year'],
    ['去年同期|预算数', 'other_year'],
    ['项目支出|预算数', 'unknown'],
    ['预算|支出合计', 'unknown'],
    ['预算|收入合计', 'unknown'],
    ['3月', 'unknown'],
    ['预算执行情况|得分', 'unknown'],
    ['项目支出|得分', 'unknown'],
    ['复核得分', 'reviewed'],
    ['财政评价得分', 'reviewed'],
    ['评审|得分', 'reviewed'],
    ['分值', 'weight'],
    ['执行数（%）', 'unknown'],
    ['执行率（万元）', 'unknown'],
    ['备注', 'unknown'],
    ['', 'unknown'],
  ])('%s is not read: %s', (heading, why) => expect(shown(heading)).toBe(why));
});

import { expect, test } from 'vitest';
import { readReport } from './read-report.ts';

const figures = '\n2022年全年预算数100万元，执行数90万元。';

test.each([
  ['海滨市教育局2022年度部门整体支出绩效自评报告', '海滨市教育局', '海滨市'],
  ['2023年度临河县农业农村局部门整体支出绩效评价报告', '临河县农业农村局', '临河县'],
  ['关于云溪区审计局2021年度部门预算绩效自评的报告', '云溪区审计局', '云溪区'],
  ['云溪区财政局关于云溪区水务局2022年度绩效评价复核情况的通知', '云溪区水务局', '云溪区'],
  ['部门整体支出绩效自评表\n（2022年度）\n部门名称：星河区档案馆', '星河区档案馆', '星河区'],
  ['中共星河区委宣传部2023年部门整体支出绩效自评报告', '中共星河区委宣传部', '星河区'],
  ['星河区民政局\n2023年度部门决算说明', '星河区民政局', '星河区'],
])('a unit that is no street office is named by title or label: %j', (head, office, district) => {
  const reading = readReport(head + figures);
  expect([reading.office?.value, reading.district?.value]).toEqual([office, district]);
});

test('a street office goes before any unit in the title', () => {
  const head = '星河区审计局关于星河区贪狼街道办事处2022年度预算执行情况的审计结果公告';
  expect(readReport(head + figures).office?.value).toBe('贪狼街道');
});

test('a town is named by itself, its county by the bureau that asked', () => {
  const reading = readReport(
    `白沙镇2022年度部门整体支出绩效自评报告\n按照《临河县财政局关于自评的通知》要求${figures}`,
  );
  expect([reading.office?.value, reading.district?.value]).toEqual(['白沙镇', '临河县']);
});

test('its own words stand before its figures: 我局, 中心', () => {
  const text =
    '星湖区救助中心2023年度部门整体支出绩效自评报告\n2023年度，中心全年预算数100万元，我局执行数90万元。';
  expect(readReport(text).amounts.budget_total?.value).toBe('1000000.00');
  expect(readReport(text).amounts.executed_total?.value).toBe('900000.00');
});

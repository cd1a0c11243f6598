import { expect, test } from 'vitest';
import { guangdong2023 } from '../frameworks/guangdong-2023.ts';
import { readReport } from './read-report.ts';
import { toSubmissionContent } from './to-submission-content.ts';

const monthsIn = (words: string) => {
  const reading = readReport(
    `云溪区青石街道办事处2022年度部门整体支出绩效自评报告\n二、部门收支情况\n${words}`,
  );
  return { reading, months: reading.monthlyExecution?.value.map(({ month, rate }) => [month, rate]) };
};

test.each([
  [
    '支出执行率通报情况为：4月96.10%、5月93.80%。',
    [
      [4, '96.10'],
      [5, '93.80'],
    ],
  ],
  [
    '6月、9月、11月支出执行率分别为48.26%、71.90%、90.35%。',
    [
      [6, '48.26'],
      [9, '71.90'],
      [11, '90.35'],
    ],
  ],
  [
    '1月执行率8.5%，二季度末（6月）累计执行率47.6%。',
    [
      [1, '8.5'],
      [6, '47.6'],
    ],
  ],
  [
    '2022年1-6月预算执行率为48.2%，1至9月执行率为75%。',
    [
      [6, '48.2'],
      [9, '75'],
    ],
  ],
  ['6月末，执行率48%，序时进度50%。', [[6, '48']]],
  [
    '月份\t1月\t2月\t3月\n序时进度\t8.33\t16.67\t25.00\n支出执行率\t5.20\t11.00\t20.10',
    [
      [1, '5.20'],
      [2, '11.00'],
      [3, '20.10'],
    ],
  ],
  [
    '月份\t序时进度\t实际执行率\n1月\t8.33%\t5.20%\n2月\t16.67%\t11.00%',
    [
      [1, '5.20'],
      [2, '11.00'],
    ],
  ],
])('%s', (words, months) => expect(monthsIn(words).months).toEqual(months));

test.each([
  '2021年4月执行率50%。',
  '6月序时进度50%，执行率未达标。',
  '环境整治项目6月执行率48%。',
  '6月、9月执行率分别为48%、71%、90%。',
  '6月执行率48%。6月执行率47%。',
  '6月垃圾分类覆盖率90%，预算执行率96%。',
])('no month is read from: %s', (words) => expect(monthsIn(words).months).toBeUndefined());

test('what had been reached within the year is no execution rate of the year', () => {
  const { reading } = monthsIn('截至6月底，预算执行率为48%。截至12月底，预算执行率为97%。');
  expect(reading.rates.execution_rate?.value).toBe('97');
});

test('the months become those of the form, with their words', () => {
  const { reading } = monthsIn('4月执行率30%，5月执行率40%。');
  const { content, quotes } = toSubmissionContent(reading, guangdong2023);
  expect(content.monthlyExecution).toEqual([
    { month: 4, rate: '30' },
    { month: 5, rate: '40' },
  ]);
  expect(quotes.monthlyExecution?.text).toBe('4月执行率30%');
});

import { expect, test } from 'vitest';
import { readReport } from './read-report.ts';

const read = (words: string) =>
  readReport(`云溪区青石街道办事处2022年度部门整体支出绩效自评报告\n二、部门收支情况\n${words}`);

test('of two rates the one that the amounts bear out is taken, the other stands beside it', () => {
  const { rates } = read('全年预算数100万元，执行数96万元，预算执行率95.3%。综上，部门预算执行率为96%。');
  expect(rates.execution_rate).toMatchObject({
    value: '96',
    confidence: 'medium',
    competing: [{ value: '95.3' }],
  });
});

test('of two rates that nothing decides the first is a guess', () => {
  const { rates } = read('部门预算执行率为95.6%。综上，部门预算执行率为96.3%。');
  expect(rates.execution_rate).toMatchObject({
    value: '95.6',
    confidence: 'low',
    competing: [{ value: '96.3' }],
  });
});

test('the same rate to fewer places is no other', () => {
  const { rates } = read('预算执行率约96.1%。全年预算数100万元，执行数96.12万元，部门预算执行率为96.12%。');
  expect(rates.execution_rate?.value).toBe('96.12');
  expect(rates.execution_rate).not.toHaveProperty('competing');
});

test('of two totals the one that the scores add up to is taken', () => {
  const { scores } = read(
    '三、自评情况\n部门整体支出绩效自评得分95.3分。\n评价指标\t标准分\t自评分\n投入\t40\t38.2\n产出\t60\t57.2\n合计\t100\t95.4',
  );
  expect(scores[0]).toMatchObject({ name: 'total', score: '95.4', competing: [{ value: '95.3' }] });
});

test('a score that prose and table give differently keeps both', () => {
  const { scores } = read(
    '三、自评情况\n部门整体支出绩效自评得分95分。\n（一）采购管理（10分）。自评得9.5分。\n评价指标\t标准分\t自评分\n采购管理\t10\t9.7\n资产管理\t10\t9',
  );
  expect(scores.find(({ name }) => name === '采购管理')).toMatchObject({
    score: '9.5',
    competing: [{ value: '9.7' }],
  });
});

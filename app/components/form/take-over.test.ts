import { expect, test } from 'vitest';
import { sectionTakeOver } from './take-over.ts';

const last = {
  functions: '去年的职能',
  staffing: '60',
  goal: '去年的目标',
  'outcomes.1.name': '服务人次',
  'outcomes.1.target': '≥10',
  'outcomes.1.completion': '12',
  'problems.1.text': '合同备案不及时',
  'problems.2.text': '采购不规范',
};

test('what rarely changes goes into empty fields only', () => {
  expect(sectionTakeOver('basics', { staffing: '61' }, last)).toEqual({ functions: '去年的职能' });
  expect(sectionTakeOver('goals', {}, last)).toEqual({});
});

test('a list is taken over without its results, and only while it is empty', () => {
  const taken = { 'outcomes.1.name': '服务人次', 'outcomes.1.target': '≥10' };
  expect(sectionTakeOver('outcomes', {}, last)).toEqual(taken);
  expect(sectionTakeOver('outcomes', { 'outcomes.3.name': '别的' }, last)).toEqual({});
});

test('problems of last year are listed once, below what stands there', () => {
  const values = { 'followups.2.problem': '采购不规范', 'followups.2.state': 'solved' };
  expect(sectionTakeOver('followups', values, last)).toEqual({ 'followups.3.problem': '合同备案不及时' });
});

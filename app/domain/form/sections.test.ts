import { expect, test } from 'vitest';
import { guangdong2023 } from '../frameworks/guangdong-2023.ts';
import { moneyItems, rateItems } from '../submission.ts';
import { months, plainFields, rowParts, scoredNodes, scoreParts } from './fields.ts';
import { formSections, sectionIds, sectionOf, sectionStates } from './sections.ts';
import { takenOver } from './take-over.ts';
import { toContent } from './to-content.ts';

const framework = guangdong2023;
const finding = { check: 'source_sum', severity: 'error' as const, fields: ['executed_total'] };

function states(values: Record<string, string>, findings = [] as (typeof finding)[]) {
  return sectionStates(values, framework, findings, toContent(values, framework).refused);
}

test('every field of the form stands in exactly one section', () => {
  const outside = [
    ...plainFields,
    ...moneyItems.map((item) => `amounts.${item}`),
    ...rateItems.map((item) => `rates.${item}`),
    ...months.map((month) => `months.${month}`),
    ...scoredNodes(framework.nodes.map(({ code }) => code)).flatMap((node) =>
      scoreParts.map((part) => `scores.${node}.${part}`),
    ),
  ];
  const inSections = formSections.flatMap(({ fields }) => fields(framework));
  expect(inSections.toSorted()).toEqual(outside.toSorted());
  expect(formSections.flatMap(({ lists }) => lists).toSorted()).toEqual(Object.keys(rowParts).toSorted());
  expect(formSections.map(({ id }) => id)).toEqual([...sectionIds]);
  for (const { id, fields, lists } of formSections) {
    for (const field of fields(framework)) expect([field, sectionOf(field)]).toEqual([field, id]);
    for (const list of lists) expect(sectionOf(`${list}.3.${rowParts[list][0]}`)).toBe(id);
  }
  expect(sectionOf('answers.source_sum|executed_total')).toBeUndefined();
});

test('nothing typed is empty everywhere', () => {
  expect(new Set(Object.values(states({ goal: ' \u200b' })))).toEqual(new Set(['empty']));
});

test('a section is started by any of its fields and complete with those it needs', () => {
  const basics = { functions: '职能', staffing: '86', preparer_name: '某', preparer_phone: '1' };
  expect(states({ inner_departments: '办公室' }).basics).toBe('started');
  expect(states(basics).basics).toBe('complete');
  expect(states({ ...basics, staffing: '' }).basics).toBe('started');
  expect(states({ 'months.3': '90' }).months).toBe('started');
  expect(states({ 'months.12': '90' }).months).toBe('complete');
  expect(states({ 'rates.spending_progress': '94.7' }).months).toBe('complete');
  expect(states({ 'measures.1.text': '措施' }).problems).toBe('started');
  expect(states({ 'problems.1.text': '暂无' }).problems).toBe('complete');
});

test('every indicator and the total need a score', () => {
  const leaves =
    formSections
      .find(({ id }) => id === 'scores')
      ?.needed(framework)
      .flat() ?? [];
  expect(leaves).toHaveLength(25);
  const values = Object.fromEntries(leaves.map((field) => [field, '1']));
  expect(states(values).scores).toBe('complete');
  expect(states({ ...values, 'scores.total.score': '' }).scores).toBe('started');
});

test('what was not understood is a problem; a row without its name is merely not complete', () => {
  expect(states({ staffing: '八十六' }).basics).toBe('problems');
  expect(states({ 'projects.1.name': '项目', 'projects.2.amount': '3' }).projects).toBe('started');
});

test('a finding is a problem of the section it speaks of, a warning until it is answered', () => {
  const values = { 'amounts.executed_total': '3', 'rates.revenue_change': '1' };
  const states_ = states(values, [finding]);
  expect(states_.money).toBe('problems');
  const warning = { ...finding, severity: 'warning' as const };
  expect(sectionStates(values, framework, [warning], []).money).toBe('problems');
  const answered = { ...values, 'answers.source_sum|executed_total': '财政口径' };
  expect(sectionStates(answered, framework, [warning], []).money).toBe('started');
  expect(sectionStates(answered, framework, [finding], []).money).toBe('problems');
  expect(sectionStates(values, framework, [{ ...warning, severity: 'info' }], []).money).toBe('started');
  const ofNode = { ...finding, fields: ['scores.management'] };
  expect(sectionStates(values, framework, [ofNode], []).scores).toBe('problems');
});

test('what rarely changes is taken over at once, and last year’s problems are followed up', () => {
  const problems = [
    { text: '目标不细化', themes: [] },
    { text: '暂无', themes: [] },
    { text: '执行慢', themes: [] },
  ];
  const { content } = toContent({}, framework);
  const last = {
    functions: '职能',
    staffing: '86',
    goal: '去年目标',
    'amounts.budget_total': '1',
    filed_on: '2025-3-1',
  };
  expect(takenOver(last, { ...content, problems })).toEqual({
    functions: '职能',
    staffing: '86',
    'followups.1.problem': '目标不细化',
    'followups.2.problem': '执行慢',
  });
});

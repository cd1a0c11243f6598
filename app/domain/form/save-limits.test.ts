import { expect, test } from 'vitest';
import { longestEntry, mostChanges, withinLimits } from './save-limits.ts';

const nodes = new Set(['a', 'total']);
const change = (field: string, to: string) => ({ field, from: '', to });
const refusalsOf = (fields: Record<string, string>, ...changes: ReturnType<typeof change>[]) =>
  withinLimits(fields, changes, nodes).refused.map(({ field, refusal }) => [field, refusal]);

test('every field of the form is taken, and no other', () => {
  const known = [
    'goal',
    'amounts.sme_actual',
    'rates.sme_share',
    'months.12',
    'scores.a.score',
    'scores.total.score',
  ];
  const rows = ['outcomes.1.class', 'projects.200.grade', 'problems.9999.themes', 'answers.grade|scores.a'];
  const unknown = [
    '',
    'goals',
    'amounts.gold',
    'months.0',
    'months.13',
    'months.01',
    'scores.b.score',
    'scores.a.gold',
  ];
  const odd = [
    'scores.score',
    'projects.0.name',
    'projects.1',
    'projects.01.name',
    'projects.10000.name',
    'answers.',
  ];
  const prototype = ['__proto__', 'constructor', 'toString.1.name', 'constructor.1.name'];
  const { accepted, refused } = withinLimits(
    {},
    [...known, ...rows, ...unknown, ...odd, ...prototype].map((field) => change(field, '1')),
    nodes,
  );
  expect(accepted.map(({ field }) => field)).toEqual([...known, ...rows]);
  expect(refused.map(({ refusal }) => refusal)).toEqual(
    [...unknown, ...odd, ...prototype].map(() => 'unknown_field'),
  );
});

test('a text that a submission does not take is kept all the same, up to a bound', () => {
  expect(refusalsOf({}, change('goal', '字'.repeat(longestEntry)))).toEqual([]);
  expect(refusalsOf({}, change('goal', '字'.repeat(longestEntry + 1)))).toEqual([['goal', 'too_long']]);
});

test('a working copy has 200 rows a list: the next is refused, those there go on', () => {
  const rows = Object.fromEntries(
    Array.from({ length: 200 }, (_, row) => [`projects.${row + 1}.name`, '项目']),
  );
  expect(refusalsOf(rows, change('projects.201.name', 'x'))).toEqual([
    ['projects.201.name', 'too_many_rows'],
  ]);
  expect(refusalsOf(rows, change('projects.200.amount', '1'))).toEqual([]);
  expect(refusalsOf(rows, change('projects.201.name', ''), change('measures.201.text', 'x'))).toEqual([]);
  const answers = Object.fromEntries(Array.from({ length: 200 }, (_, key) => [`answers.${key}`, '说明']));
  expect(refusalsOf(answers, change('answers.more', 'x'))).toEqual([['answers.more', 'too_many_rows']]);
});

test('a working copy has a million characters: it may shrink, not grow', () => {
  const full = Object.fromEntries(
    Array.from({ length: 50 }, (_, row) => [`projects.${row + 1}.outputs`, '字'.repeat(longestEntry)]),
  );
  expect(refusalsOf(full, change('goal', '字'))).toEqual([['goal', 'too_long']]);
  expect(refusalsOf(full, change('projects.1.outputs', '字'), change('goal', '字'))).toEqual([]);
});

test('one save has 2,000 changes; the others wait for the next', () => {
  const changes = Array.from({ length: mostChanges + 2 }, () => change('goal', 'x'));
  const { accepted, refused } = withinLimits({}, changes, nodes);
  expect(accepted).toHaveLength(mostChanges);
  expect(refused.map(({ refusal }) => refusal)).toEqual(['too_many_changes', 'too_many_changes']);
});

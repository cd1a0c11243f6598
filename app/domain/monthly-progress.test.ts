import { expect, test } from 'vitest';
import { byRun, longestBehind, monthlyProgress } from './monthly-progress.ts';

const named = (id: string) => ({ id, code: id, name: id, nameEn: id, sortKey: id, invented: true });
const progress = (id: string, rates: Record<number, string>, lastYear: Record<number, string> = {}) =>
  monthlyProgress({ office: named(id), months: monthsOf(rates), lastYear: monthsOf(lastYear) });
const monthsOf = (rates: Record<number, string>) =>
  Object.entries(rates).map(([month, rate]) => ({ month: Number(month), rate }));

test('a rate of 100 is the calendar’s pace: the gap is what is above or below it', () => {
  const { june, september, latest, latestLastYear } = progress(
    'a',
    { 6: '88.5', 9: '100', 10: '103.25' },
    { 10: '91' },
  );
  expect([june?.gap, september?.gap, latest?.gap, latestLastYear?.gap]).toEqual(['-11.5', '0', '3.25', '-9']);
});

test('a month that was not notified ends a run, and on pace is not behind', () => {
  expect(progress('a', { 1: '90', 2: '99.99', 4: '80', 5: '100', 6: '70' })).toMatchObject({
    behind: 4,
    longestRun: 2,
  });
  expect(progress('b', {})).toMatchObject({ behind: 0, longestRun: 0, latest: undefined, mean: undefined });
});

test('months may come in any order', () => {
  const turned = monthlyProgress({
    office: named('a'),
    months: [
      { month: 3, rate: '95' },
      { month: 1, rate: '90' },
      { month: 2, rate: '99' },
    ],
    lastYear: [],
  });
  expect([turned.latest?.month, turned.longestRun]).toEqual([3, 3]);
});

test('all that share the longest run are named, nobody where nobody was behind', () => {
  const [a, b, c] = [progress('a', { 1: '90' }), progress('b', { 5: '99' }), progress('c', { 1: '101' })];
  expect(longestBehind([a, b, c]).map(({ office }) => office.id)).toEqual(['a', 'b']);
  expect(longestBehind([c])).toEqual([]);
});

test('the order is by run, then by the gap now; offices without months come last', () => {
  const all = [
    progress('none', {}),
    progress('near', { 1: '99' }),
    progress('far', { 1: '60' }),
    progress('long', { 1: '99', 2: '99' }),
  ];
  expect(all.sort(byRun).map(({ office }) => office.id)).toEqual(['long', 'far', 'near', 'none']);
});

import { expect, it } from 'vitest';
import { sharedThemes } from './comparison-narrative.ts';
import { neighbours, suggestions } from './comparison-suggestions.ts';
import type { RankingRow } from './ranking-table.ts';

const ranked = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ office: { id: `o${index + 1}` } }) as RankingRow);
const ids = (offices: { id: string }[]) => offices.map(({ id }) => id);

it.each([
  [2, ['o1', 'o2'], ['o1', 'o2']],
  [3, ['o1', 'o3'], ['o2', 'o3']],
  [6, ['o1', 'o6'], ['o3', 'o4']],
])('of %i ranked offices it offers the ends and the middle', (count, ends, middle) => {
  expect(suggestions(ranked(count)).map(({ offices }) => ids(offices))).toEqual([ends, middle]);
});

it('offers nothing of fewer than two', () => {
  expect([suggestions(ranked(0)), suggestions(ranked(1))]).toEqual([[], []]);
});

it('puts an office beside the ones ranked next to it', () => {
  expect(ids(neighbours(ranked(4), 'o2'))).toEqual(['o1', 'o2', 'o3']);
  expect(ids(neighbours(ranked(4), 'o4'))).toEqual(['o3', 'o4']);
  expect(neighbours(ranked(4), 'none')).toEqual([]);
});

it('finds the themes that at least two offices name, however often one names them', () => {
  const told = (officeId: string, ...themes: string[][]) => ({
    officeId,
    problems: themes.map((each) => ({ text: '', themes: each, measures: [] })),
  });
  expect(
    sharedThemes([
      told('a', ['x', 'y'], ['x']),
      told('b', ['y']),
      told('c', ['z', 'y'], ['z'], ['w']),
      told('d', ['w']),
    ]),
  ).toEqual([
    { theme: 'y', officeIds: ['a', 'b', 'c'] },
    { theme: 'w', officeIds: ['c', 'd'] },
  ]);
});

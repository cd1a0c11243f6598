import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { movement, type RankEntry, rank, rankOf, reasonOfStatus, unrankedReasons } from './ranking.ts';

/** Few distinct values, so that ties are common; some without a value, some with a reason. */
const entries = fc
  .array(
    fc.record<Omit<RankEntry, 'id'>>({
      value: fc.option(
        fc.integer({ min: 0, max: 6 }).map((n) => (n / 2).toFixed(n % 3)),
        { nil: undefined },
      ),
      reason: fc.option(fc.constantFrom(...unrankedReasons), { nil: undefined, freq: 5 }),
    }),
    { maxLength: 30 },
  )
  .map((list): RankEntry[] => list.map((entry, index) => ({ ...entry, id: `office-${index}` })));
const direction = fc.constantFrom('desc' as const, 'asc' as const);

describe('for any entries', () => {
  test('a rank is one more than the number of strictly better entries', () => {
    fc.assert(
      fc.property(entries, direction, (list, towards) => {
        const { ranked } = rank(list, towards);
        for (const one of ranked) {
          const better = ranked.filter(({ value }) =>
            towards === 'desc' ? Number(value) > Number(one.value) : Number(value) < Number(one.value),
          );
          const equal = ranked.filter(({ value }) => Number(value) === Number(one.value));
          expect(one.rank).toBe(better.length + 1);
          expect(one.tied).toBe(equal.length > 1);
        }
      }),
    );
  });

  test('every entry is listed once, ranked or with a reason', () => {
    fc.assert(
      fc.property(entries, direction, (list, towards) => {
        const { ranked, unranked } = rank(list, towards);
        const listed = [...ranked, ...unranked].map((entry) => entry.id);
        expect(listed.sort()).toEqual(list.map((entry) => entry.id).sort());
        for (const entry of unranked) expect(unrankedReasons).toContain(entry.reason);
      }),
    );
  });

  test('the order of the entries does not matter', () => {
    const withShuffle = entries.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(withShuffle, direction, ([list, shuffled], towards) => {
        expect(rank(shuffled, towards)).toEqual(rank(list, towards));
      }),
    );
  });
});

test('equal values share a rank and the next one skips: 1, 2, 2, 4', () => {
  const list = [
    { id: 'd', value: '95' },
    { id: 'c', value: '97.50' },
    { id: 'b', value: '97.5' },
    { id: 'a', value: '99.47' },
  ];
  expect(rank(list, 'desc').ranked.map(({ id, rank, tied }) => [id, rank, tied])).toEqual([
    ['a', 1, false],
    ['b', 2, true],
    ['c', 2, true],
    ['d', 4, false],
  ]);
});

test('values are compared as numbers, not as texts', () => {
  const list = [
    { id: 'a', value: '9' },
    { id: 'b', value: '10' },
  ];
  expect(rankOf(rank(list, 'desc'), 'b')).toBe(1);
  expect(rankOf(rank(list, 'asc'), 'a')).toBe(1);
});

test('unranked offices keep their reason, a missing figure is one', () => {
  const list: RankEntry[] = [
    { id: 'late', reason: 'not_filed' },
    { id: 'back', value: '99', reason: 'returned' },
    { id: 'gap', value: null },
    { id: 'fine', value: '0' },
  ];
  const ranking = rank(list, 'desc');
  expect(ranking.ranked.map((entry) => entry.id)).toEqual(['fine']);
  expect(ranking.unranked).toEqual([
    { id: 'back', reason: 'returned' },
    { id: 'gap', reason: 'figure_missing' },
    { id: 'late', reason: 'not_filed' },
  ]);
  expect(rankOf(ranking, 'gap')).toBeUndefined();
});

test('a repeated id is refused by name', () => {
  const twice = [
    { id: 'a', value: '1' },
    { id: 'a', value: '2' },
  ];
  expect(() => rank(twice, 'desc')).toThrow('ranked twice: "a"');
});

test('reasons that follow from the status', () => {
  expect(([undefined, 'draft', 'returned', 'submitted', 'approved'] as const).map(reasonOfStatus)).toEqual([
    'not_filed',
    'not_filed',
    'returned',
    undefined,
    undefined,
  ]);
});

test('movement is places gained', () => {
  expect(movement(5, 2)).toBe(3);
  expect(movement(2, 5)).toBe(-3);
  expect(movement(2, 2)).toBe(0);
  expect(movement(undefined, 2)).toBeUndefined();
  expect(movement(2, undefined)).toBeUndefined();
});

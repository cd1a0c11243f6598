import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rank } from './ranking.ts';
import { positionsOf } from './ranking-position.ts';

const positions = (values: number[]) => {
  const entries = values.map((value, index) => ({ id: String(index), value: String(value) }));
  const found = positionsOf(rank(entries, 'desc'));
  return values.map((_, index) => found.get(String(index)));
};

describe('the position among the others', () => {
  it('leaves the office itself out of the count', () => {
    expect(positions([9, 8, 7, 6, 5, 4, 3, 2]).map((each) => each?.above)).toEqual([
      ...['100', '85.7', '71.4', '57.1', '42.9', '28.6', '14.3', '0'],
    ]);
  });

  it('names the quarter, and the half', () => {
    expect(positions([9, 8, 7, 6, 5, 4, 3, 2]).map((each) => each?.band)).toEqual([
      ...['first', 'first', 'upper', 'upper', 'lower', 'lower', 'last', 'last'],
    ]);
    expect(positions([5, 4, 3, 2, 1])[2]?.band).toBe('middle');
  });

  it('calls nobody first or last where all are equal', () => {
    expect(positions([7, 7, 7, 7, 7])).toEqual(Array(5).fill({ above: '0', band: 'middle' }));
  });

  it('names no quarter among fewer than five, and nothing for the only one', () => {
    expect(positions([3, 2, 1, 0])).toEqual([
      { above: '100' },
      { above: '66.7' },
      { above: '33.3' },
      { above: '0' },
    ]);
    expect(positions([3])).toEqual([undefined]);
  });

  it('agrees with counting the others one by one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 30 }), (values) => {
        positions(values).forEach((position, index) => {
          const others = values.filter((_, other) => other !== index);
          const lower = others.filter((value) => value < (values[index] ?? 0)).length;
          expect(Number(position?.above)).toBeCloseTo((lower / others.length) * 100, 1);
        });
      }),
    );
  });
});

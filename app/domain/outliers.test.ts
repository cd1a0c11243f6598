import { describe, expect, it } from 'vitest';
import type { Pair } from './correlation.ts';
import { farFromMedian, outlierKindsOf } from './outliers.ts';

const pairs = (values: [number, number][]): Pair[] =>
  values.map(([x, y]) => ({ x: String(x), y: String(y) }));

describe('who stands out', () => {
  it('names an office whose places lie half the number of offices apart, and which way', () => {
    const kinds = outlierKindsOf(
      pairs([
        [1, 6],
        [2, 2],
        [3, 3],
        [4, 4],
        [5, 5],
        [6, 1],
      ]),
    );
    expect(kinds).toEqual([['y_ahead'], [], [], [], [], ['x_ahead']]);
  });

  it('names nobody a step closer', () => {
    expect(
      outlierKindsOf(
        pairs([
          [1, 3],
          [2, 1],
          [3, 2],
          [4, 4],
          [5, 6],
          [6, 5],
        ]),
      ).flat(),
    ).toEqual([]);
  });

  it('names a figure further than 3 × 1.4826 median distances from the median', () => {
    // Median 10, median distance 1: the limit is 4.4478.
    expect(farFromMedian(['9', '10', '11', '8', '12', '14.4478', '5.5522'])).toEqual(
      Array(7).fill(undefined),
    );
    expect(farFromMedian(['9', '10', '11', '9', '11', '14.4479', '5.5521'])).toEqual([
      ...Array(5).fill(undefined),
      'high',
      'low',
    ]);
  });

  it('calls nothing far where more than half are equal, and nobody with fewer than five', () => {
    expect(farFromMedian(['1', '1', '1', '1', '99'])).toEqual(Array(5).fill(undefined));
    expect(
      outlierKindsOf(
        pairs([
          [1, 4],
          [2, 3],
          [3, 2],
          [4, 1],
        ]),
      ).flat(),
    ).toEqual([]);
  });
});

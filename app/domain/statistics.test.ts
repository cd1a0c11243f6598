import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mean, median, quartiles } from './statistics.ts';

const hundredths = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 40 });
const texts = (values: number[]) => values.map((value) => (value / 100).toFixed(2));

/** The textbook definition, on whole hundredths. */
function plainMedian(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return middle.reduce((a, b) => a + b) / middle.length / 100;
}

describe('against a plain model', () => {
  test('mean', () => {
    fc.assert(
      fc.property(hundredths, (values) => {
        const model = values.reduce((a, b) => a + b) / values.length / 100;
        expect(Number(mean(texts(values), 6))).toBeCloseTo(model, 5);
      }),
    );
  });

  test('median', () => {
    fc.assert(
      fc.property(hundredths, (values) => {
        expect(Number(median(texts(values)))).toBeCloseTo(plainMedian(values), 8);
      }),
    );
  });

  test('quartiles', () => {
    fc.assert(
      fc.property(hundredths, (values) => {
        const sorted = [...values].sort((a, b) => a - b);
        const at = (share: number) => {
          const place = (sorted.length - 1) * share;
          const below = sorted[Math.floor(place)] ?? Number.NaN;
          return (below + (place % 1) * ((sorted[Math.ceil(place)] ?? below) - below)) / 100;
        };
        const { low, high } = quartiles(texts(values)) ?? {};
        expect(Number(low)).toBeCloseTo(at(0.25), 8);
        expect(Number(high)).toBeCloseTo(at(0.75), 8);
      }),
    );
    expect(quartiles([undefined])).toBeUndefined();
  });

  test('missing values and order change nothing', () => {
    fc.assert(
      fc.property(hundredths, (values) => {
        const shuffled = texts(values)
          .reverse()
          .flatMap((value) => [value, undefined, null]);
        expect(mean(shuffled)).toBe(mean(texts(values)));
        expect(median(shuffled)).toBe(median(texts(values)));
      }),
    );
  });
});

test('exact: the mean of the two middle values', () => {
  expect(median(['9007199254740993.01', '9007199254740993.02'])).toBe('9007199254740993.015');
  expect(mean(['1', '1', '2'])).toBe('1.33');
  expect(mean(['0.005'])).toBe('0.01');
});

test('nothing stated, nothing given', () => {
  expect(mean([])).toBeUndefined();
  expect(median([undefined])).toBeUndefined();
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayAggregate, mean, median, quartiles, summarise } from './statistics.ts';

const hundredths = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 40 });
const texts = (values: number[]) => values.map((value) => (value / 100).toFixed(2));

/** The textbook definition, on whole hundredths. */
function plainQuantile(values: number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * q;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return (below + (above - below) * (position % 1)) / 100;
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

  test('quartiles and median', () => {
    fc.assert(
      fc.property(hundredths, (values) => {
        const found = quartiles(texts(values));
        expect(Number(found?.q1)).toBeCloseTo(plainQuantile(values, 0.25), 8);
        expect(Number(found?.median)).toBeCloseTo(plainQuantile(values, 0.5), 8);
        expect(Number(found?.q3)).toBeCloseTo(plainQuantile(values, 0.75), 8);
        expect(median(texts(values))).toBe(found?.median);
      }),
    );
  });

  test('missing values and order change nothing', () => {
    fc.assert(
      fc.property(hundredths, (values) => {
        const { missing: _, ...plain } = summarise(texts(values)) ?? {};
        const shuffled = texts(values)
          .reverse()
          .flatMap((value) => [value, undefined, null]);
        expect(summarise(shuffled)).toEqual({ ...plain, missing: values.length * 2 });
      }),
    );
  });
});

test('exact: the mean of the two middle values', () => {
  expect(median(['9007199254740993.01', '9007199254740993.02'])).toBe('9007199254740993.015');
  expect(mean(['1', '1', '2'])).toBe('1.33');
  expect(mean(['0.005'])).toBe('0.01');
});

test('all at once', () => {
  expect(summarise(['10', '2', undefined, '4', '8'])).toEqual({
    count: 4,
    missing: 1,
    min: '2',
    q1: '3.5',
    median: '6',
    q3: '8.5',
    max: '10',
    mean: '6.00',
  });
});

test('nothing stated, nothing given', () => {
  expect(mean([])).toBeUndefined();
  expect(median([undefined])).toBeUndefined();
  expect(quartiles([null])).toBeUndefined();
  expect(summarise([undefined])).toBeUndefined();
});

test('an aggregate needs five offices', () => {
  expect([0, 4, 5, 22].map(mayAggregate)).toEqual([false, false, true, true]);
});

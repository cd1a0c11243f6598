import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlationOf, midRanks, type Pair, spearman } from './correlation.ts';

const pairs = (x: number[], y: number[]): Pair[] =>
  x.map((value, index) => ({ x: String(value), y: String(y[index]) }));
const up = [1, 2, 3, 4, 5, 6];

describe('the correlation of ranks', () => {
  it('is 1 for the same order, −1 for the opposite one, whatever the distances', () => {
    expect(spearman(pairs(up, [1, 10, 100, 1000, 10_000, 100_000]))).toBeCloseTo(1, 12);
    expect(spearman(pairs(up, [6, 5, 4, 3, 2, -100]))).toBeCloseTo(-1, 12);
  });

  it('is the published example: ρ = −29/165 for IQ and hours of television', () => {
    const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
    const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
    expect(spearman(pairs(iq, hours))).toBeCloseTo(-29 / 165, 12);
  });

  it('gives equal values the mean of their places', () => {
    expect(midRanks(['5', '7.0', '7', '1'])).toEqual([3, 1.5, 1.5, 4]);
  });

  it('without ties is 1 − 6Σd² ÷ (n³ − n)', () => {
    const orders = fc.integer({ min: 2, max: 12 }).chain((n) => {
      const places = Array.from({ length: n }, (_, index) => index);
      return fc.tuple(
        fc.shuffledSubarray(places, { minLength: n, maxLength: n }),
        fc.shuffledSubarray(places, { minLength: n, maxLength: n }),
      );
    });
    fc.assert(
      fc.property(orders, ([x, y]) => {
        const squares = x.reduce((sum, place, index) => sum + (place - (y[index] ?? 0)) ** 2, 0);
        expect(spearman(pairs(x, y))).toBeCloseTo(1 - (6 * squares) / (x.length ** 3 - x.length), 10);
      }),
    );
  });

  it('is put into words by its size', () => {
    expect(correlationOf(pairs(up, [1, 3, 2, 4, 5, 6]))).toMatchObject({
      strength: 'strong',
      way: 'same',
      n: 6,
    });
    expect(correlationOf(pairs(up, [2, 4, 1, 6, 3, 5]))).toMatchObject({ strength: 'moderate', rho: 0.49 });
    expect(correlationOf(pairs(up, [4, 6, 2, 1, 5, 3]))).toMatchObject({
      strength: 'weak',
      way: 'opposite',
      rho: -0.26,
    });
    expect(correlationOf(pairs(up, [2, 6, 4, 3, 1, 5]))).toMatchObject({ strength: 'none' });
  });

  it('is not judged with fewer than five offices, nor where one figure is the same for all', () => {
    expect(correlationOf(pairs([1, 2, 3, 4], [1, 2, 3, 4]))).toEqual({ kind: 'too_few', n: 4 });
    expect(correlationOf(pairs([1, 1, 1, 1, 1], [1, 2, 3, 4, 5]))).toEqual({ kind: 'constant', n: 5 });
  });
});

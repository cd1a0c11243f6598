import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stackPoints, stripAxis, stripTicks } from './strip-layout.ts';

describe('stacking', () => {
  it('puts equal values on each other and leaves distant ones on the axis', () => {
    const points = [10, 10, 10, 15, 40].map((x, index) => ({ id: String(index), x }));
    expect([...stackPoints(points, 11)]).toEqual([
      ['0', 0],
      ['1', 1],
      ['2', 2],
      ['3', 3],
      ['4', 0],
    ]);
  });

  it('never lets two dots of one level touch', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(300)), (xs) => {
        const points = xs.map((x, index) => ({ id: String(index), x }));
        const levels = stackPoints(points, 11);
        for (const a of points) {
          for (const b of points) {
            if (a.id === b.id || levels.get(a.id) !== levels.get(b.id)) continue;
            expect(Math.abs(a.x - b.x)).toBeGreaterThanOrEqual(11);
          }
        }
        expect(levels.size).toBe(points.length);
      }),
    );
  });
});

describe('the axis', () => {
  it.each([
    [[9.44, 10], 10, { from: 9.4, to: 10, step: 0.1 }, [9.4, 9.5, 9.6, 9.7, 9.8, 9.9, 10]],
    [[5.36, 10], 10, { from: 5, to: 10, step: 1 }, [5, 6, 7, 8, 9, 10]],
    [[36.93], 40, { from: 36, to: 40, step: 1 }, [36, 37, 38, 39, 40]],
    [[2, 2], 2, { from: 1.95, to: 2, step: 0.05 }, [1.95, 2]],
    [[-8], 25, { from: -10, to: 25, step: 10 }, [-10, 0, 10, 25]],
    [[30], 25, { from: 25, to: 30, step: 1 }, [25, 26, 27, 28, 29, 30]],
  ])('of %j up to %d', (scores, full, axis, ticks) => {
    const made = stripAxis(scores, full);
    expect(stripTicks(made)).toEqual(ticks);
    expect(made).toEqual(axis);
  });

  it('holds every score and full marks', () => {
    // Scores are stored in hundredths of a point.
    const score = fc.integer({ min: -5_000, max: 15_000 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(fc.array(score, { minLength: 1 }), fc.constantFrom(1, 2, 10, 40, 100), (scores, full) => {
        const { from, to } = stripAxis(scores, full);
        for (const each of [...scores, full]) {
          expect(each).toBeGreaterThanOrEqual(from);
          expect(each).toBeLessThanOrEqual(to);
        }
        expect(to).toBeGreaterThan(from);
      }),
      { numRuns: 5_000 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateAxis, scoreAxis, shareOf, shorten, textWidth, ticksOf } from './series.ts';

describe('axes', () => {
  it('start at zero for rates, whatever the rates are, and end at 100 % or beyond', () => {
    expect(rateAxis([])).toEqual({ from: 0, to: 100, step: 20 });
    expect(rateAxis([12, 99.99])).toEqual({ from: 0, to: 100, step: 20 });
    expect(rateAxis([12, 100.01])).toEqual({ from: 0, to: 120, step: 20 });
  });

  it('start below the lowest score and end at full marks', () => {
    expect(scoreAxis([97.2, 99], 100)).toEqual({ from: 95, to: 100, step: 1 });
    expect(scoreAxis([95, 99], 100)).toEqual({ from: 90, to: 100, step: 2 });
    expect(scoreAxis([81.3], 100)).toEqual({ from: 80, to: 100, step: 5 });
    expect(scoreAxis([0, 3], 100).from).toBe(0);
    expect(scoreAxis([], 100).to).toBe(100);
  });

  it('hold every value, with ticks in order from end to end', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1 }), (values) => {
        for (const axis of [rateAxis(values), scoreAxis(values, 100)]) {
          const ticks = ticksOf(axis);
          expect(ticks).toEqual([...new Set(ticks)].sort((a, b) => a - b));
          expect([ticks[0], ticks.at(-1)]).toEqual([axis.from, axis.to]);
          expect(values.every((value) => value >= axis.from && value <= axis.to)).toBe(true);
        }
      }),
    );
  });
});

describe('shareOf', () => {
  it('is the place on the axis in percent, never outside it', () => {
    expect(shareOf({ from: 0, to: 100, step: 20 }, 51.2)).toBe(51.2);
    expect(shareOf({ from: 90, to: 100, step: 1 }, 97.5)).toBe(75);
    expect(shareOf({ from: 90, to: 100, step: 1 }, 80)).toBe(0);
  });
});

describe('shorten', () => {
  it('leaves a name that fits and cuts one that does not', () => {
    expect(shorten('嘉禾街道', 13, 100)).toBe('嘉禾街道');
    expect(shorten('Baihedong Subdistrict Office', 13, 100)).toMatch(/^Baihe.*…$/);
    expect(textWidth(shorten('Baihedong Subdistrict Office', 13, 100), 13)).toBeLessThanOrEqual(100);
  });
});

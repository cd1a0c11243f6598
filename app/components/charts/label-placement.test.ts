import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxOfDot, lanesOf, overlaps, placeLabels } from './label-placement.ts';
import { isWide, linearScale, logScale } from './plot-scale.ts';

const bounds = { x: 0, y: 0, width: 640, height: 400 };
const spot = fc.record({ x: fc.integer({ min: 10, max: 630 }), y: fc.integer({ min: 10, max: 390 }) });

describe('the names of dots', () => {
  it('never overlap each other, a dot or the edge; who finds no place has none', () => {
    const wanted = fc.array(fc.record({ at: spot, width: fc.integer({ min: 20, max: 150 }) }), {
      maxLength: 25,
    });
    fc.assert(
      fc.property(wanted, fc.array(spot, { maxLength: 25 }), (named, others) => {
        const labels = named.map(({ at, width }) => ({ ...at, width }));
        const dots = [...labels, ...others].map(({ x, y }) => boxOfDot(x, y, 5));
        const placed = placeLabels(labels, dots, bounds).filter((box) => box !== undefined);
        for (const [index, box] of placed.entries()) {
          expect([...dots, ...placed.slice(0, index)].filter((other) => overlaps(box, other))).toEqual([]);
          expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= 640 && box.y + box.height <= 400).toBe(
            true,
          );
        }
      }),
    );
  });

  it('stand to the right where that is free, to the left at the right edge', () => {
    const [first, second] = placeLabels(
      [
        { x: 100, y: 100, width: 60 },
        { x: 630, y: 300, width: 60 },
      ],
      [],
      bounds,
    );
    expect(first).toMatchObject({ x: 108, y: 92, leader: false });
    expect(second).toMatchObject({ x: 562, leader: false });
  });

  it('have no place where there is none', () => {
    expect(placeLabels([{ x: 10, y: 10, width: 60 }], [], { x: 0, y: 0, width: 20, height: 20 })).toEqual([
      undefined,
    ]);
  });
});

it('lanes keep names of close dots apart and put distant ones on one line', () => {
  const at = (...xs: number[]) => lanesOf(xs.map((x) => ({ x, width: 50 })));
  expect(at(0, 60, 120)).toEqual([0, 0, 0]);
  expect(at(100, 100, 100)).toEqual([0, 1, 2]);
  expect(at(130, 0, 40)).toEqual([0, 0, 1]);
});

describe('scales', () => {
  it('reach around all values on round ticks, also where all are equal or there are none', () => {
    expect(linearScale([89.72, 99.24], 0, 100)).toMatchObject({
      from: 88,
      to: 100,
      ticks: [88, 90, 92, 94, 96, 98, 100],
    });
    expect(linearScale([0.1, 0.35], 0, 100).ticks).toEqual([0.1, 0.15, 0.2, 0.25, 0.3, 0.35]);
    for (const values of [[5, 5], [0], [], [-3.25, 100]]) {
      const scale = linearScale(values, 0, 100);
      for (const value of values) {
        expect(scale.at(value)).toBeGreaterThanOrEqual(0);
        expect(scale.at(value)).toBeLessThanOrEqual(100);
      }
      expect(scale.to).toBeGreaterThan(scale.from);
    }
  });

  it('are logarithmic where the largest is ten times the smallest, and only of positive values', () => {
    expect([isWide([1, 9.9]), isWide([1, 10]), isWide([0, 10]), isWide([-1, 10]), isWide([])]).toEqual([
      false,
      true,
      false,
      false,
      false,
    ]);
    const scale = logScale([300, 45_000], 0, 100);
    expect(scale.ticks).toEqual([200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000]);
    expect([scale.at(200), scale.at(50_000)]).toEqual([0, 100]);
    expect(scale.at(2000) - scale.at(200)).toBeCloseTo(scale.at(20_000) - scale.at(2000), 10);
  });
});

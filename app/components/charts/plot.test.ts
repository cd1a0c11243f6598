import { expect, test } from 'vitest';
import { axisOf, linear, segmentsOf, spread } from './plot.ts';

test('a line joins neighbours alone: a gap stays a gap, a break is marked', () => {
  const points = [
    { x: 2019, y: 1 },
    { x: 2020 },
    { x: 2021, y: 2 },
    { x: 2022, y: 3, broken: true },
    { x: 2024, y: 4 },
  ];
  expect(segmentsOf(points)).toEqual([{ x1: 2021, y1: 2, x2: 2022, y2: 3, broken: true }]);
});

test('an axis has round ticks around every value, and starts at nought where heights are compared', () => {
  expect(axisOf([92.72, 94.45])).toEqual({ from: 92.5, to: 94.5, ticks: [92.5, 93, 93.5, 94, 94.5] });
  expect(axisOf([180_000, 230_000], { zero: true })).toEqual({
    from: 0,
    to: 300_000,
    ticks: [0, 100_000, 200_000, 300_000],
  });
  expect(axisOf([-5, 5]).from).toBeLessThanOrEqual(-5);
  const flat = axisOf([96, 96]);
  expect(flat.from <= 96 && flat.to > flat.from && flat.to >= 96).toBe(true);
  const nought = axisOf([0, 0]);
  expect(nought.to).toBeGreaterThan(nought.from);
});

test('a scale of one value stands in the middle', () => {
  expect(linear([2023, 2023], [0, 100])(2023)).toBe(50);
  expect(linear([1, 12], [0, 110])(12)).toBe(110);
});

test('labels that would overlap are pushed apart, in their order and above the bottom', () => {
  expect(spread([10, 12, 40], 15, 100)).toEqual([10, 25, 40]);
  expect(spread([98, 99, 97], 15, 100)).toEqual([85, 100, 70]);
});

import { expect, test } from 'vitest';
import { nextIndex } from './use-chart-reading.ts';

test('arrow keys go from mark to mark and stay at the ends', () => {
  expect(nextIndex('ArrowDown', 0, 3)).toBe(1);
  expect(nextIndex('ArrowRight', 2, 3)).toBe(2);
  expect(nextIndex('ArrowUp', 2, 3)).toBe(1);
  expect(nextIndex('ArrowLeft', 0, 3)).toBe(0);
  expect(nextIndex('Home', 2, 3)).toBe(0);
  expect(nextIndex('End', 0, 3)).toBe(2);
  expect(nextIndex('Tab', 1, 3)).toBeUndefined();
});

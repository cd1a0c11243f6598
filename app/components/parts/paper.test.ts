import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blocksOf } from './paper.ts';

test('a table is parted where the paper ends, its leading columns in each part', () => {
  expect(blocksOf([200, 600, 600, 600, 600], 1)).toEqual([
    [0, 1, 2],
    [0, 3, 4],
  ]);
});

test('each column is in one part, in order, and only a column wider than the paper stands in one too wide', () => {
  const widths = fc.array(fc.integer({ min: 10, max: 900 }), { minLength: 2, maxLength: 90 });
  fc.assert(
    fc.property(widths, (columns) => {
      const blocks = blocksOf(columns, 1);
      expect(blocks.flatMap((block) => block.slice(1))).toEqual(columns.map((_, index) => index).slice(1));
      for (const block of blocks) {
        expect(block[0]).toBe(0);
        const width = block.reduce((sum, index) => sum + (columns[index] ?? 0), 0);
        expect(width <= 1020 / 0.7 || block.length === 2).toBe(true);
      }
    }),
  );
});

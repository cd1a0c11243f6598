import { expect, test } from 'vitest';
import { fieldAt, gridsOf } from './pdf-grid.ts';
import type { Rule } from './pdf-rules.server.ts';

const rule = (at: number, from: number, to: number): Rule => ({ at, from, to });

/** Three columns, two rows; the first two columns of the first row are one cell, and so is the last column. */
const table = {
  across: [rule(0, 0, 300), rule(20, 0, 200), rule(40, 0, 300)],
  down: [rule(0, 0, 40), rule(100, 20, 40), rule(200, 0, 40), rule(300, 0, 40)],
};

test('cells without a line between them are one', () => {
  const [grid] = gridsOf(table);
  expect(grid?.cells).toEqual([
    [0, 0, 2],
    [3, 4, 2],
  ]);
});

test('dashes, lines drawn twice and thin boxes are lines', () => {
  const dashes = table.across.flatMap(({ at, from, to }) =>
    Array.from({ length: (to - from) / 4 }, (_, index) => rule(at, from + index * 4, from + index * 4 + 2)),
  );
  const twice = table.down.flatMap((one) => [one, { ...one, at: one.at + 1 }]);
  expect(gridsOf({ across: dashes, down: twice })[0]?.cells).toEqual(gridsOf(table)[0]?.cells);
});

test('a box, a line under words and lines that do not meet are no tables', () => {
  const box = { across: [rule(0, 0, 300), rule(400, 0, 300)], down: [rule(0, 0, 400), rule(300, 0, 400)] };
  expect(gridsOf(box)).toEqual([]);
  expect(gridsOf({ across: [rule(0, 0, 300)], down: [] })).toEqual([]);
  expect(gridsOf({ across: table.across, down: [rule(500, 0, 40), rule(600, 0, 40)] })).toEqual([]);
});

test('two tables of a page are two, and a point is in one field at most', () => {
  const below = {
    across: table.across.map((one) => ({ ...one, at: one.at + 200 })),
    down: table.down.map((one) => rule(one.at, one.from + 200, one.to + 200)),
  };
  const grids = gridsOf({
    across: [...table.across, ...below.across],
    down: [...table.down, ...below.down],
  });
  expect(grids.map((grid) => fieldAt(grid, 150, 230))).toEqual([undefined, [1, 1]]);
});

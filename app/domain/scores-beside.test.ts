import { expect, test } from 'vitest';
import { framework } from '#test/helpers/filing-district.ts';
import { scoresBeside } from './scores-beside.ts';

test('the total first, then in the framework’s order; missing stays missing', () => {
  const lines = scoresBeside(
    framework,
    [
      { node: 'b', score: '39', reason: '晚了两天' },
      { node: 'total', score: '98' },
    ],
    [
      { node: 'total', score: '96.5' },
      { node: 'a', score: '58' },
    ],
  );
  expect(lines.map(({ node: _, ...line }) => line)).toEqual([
    { code: 'total', weight: '100.00', score: '98', lastYear: '96.5', change: '1.5' },
    { code: 'a', weight: '60.00', lastYear: '58' },
    { code: 'b', weight: '40.00', score: '39', reason: '晚了两天' },
  ]);
});

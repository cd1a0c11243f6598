import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsOf, spreadBlock } from './block.ts';

const grid = [
  ['a1', 'b1', 'c1'],
  ['a2', '', 'c2'],
];

test('a block is laid over the grid from where it is pasted', () => {
  expect(spreadBlock('1\t2\r\n3\t4\r\n', [...grid, ['a3', 'b3']], { row: 1, column: 0 })).toEqual({
    changes: [
      { field: 'a2', from: '', to: '1' },
      { field: 'a3', from: '', to: '3' },
      { field: 'b3', from: '', to: '4' },
    ],
    outside: [{ row: 0, column: 1, text: '2' }],
  });
});

test('cells beyond the grid are told with their texts, blank ones are not', () => {
  expect(spreadBlock('1\t2\t \n3\t\t\n5\t6', grid, { row: 1, column: 2 })).toEqual({
    changes: [{ field: 'c2', from: '', to: '1' }],
    outside: [
      { row: 0, column: 1, text: '2' },
      { row: 1, column: 0, text: '3' },
      { row: 2, column: 0, text: '5' },
      { row: 2, column: 1, text: '6' },
    ],
  });
});

test('the blank cells of merged ones leave what is in the form', () => {
  const { changes } = spreadBlock('10,158.36\t\t\n\t\t9', grid, { row: 0, column: 0 });
  expect(changes).toEqual([
    { field: 'a1', from: '', to: '10,158.36' },
    { field: 'c2', from: '', to: '9' },
  ]);
});

describe('cells on the clipboard', () => {
  test.each<[string, string, string[][]]>([
    ['one cell', '12', [['12']]],
    ['nothing', '', []],
    ['one line end', '12\n', [['12']]],
    ['line ends of every kind', '1\r\n2\r3\n4', [['1'], ['2'], ['3'], ['4']]],
    ['a blank row between', '1\n\n2\n', [['1'], [''], ['2']]],
    [
      'a blank last cell',
      '1\t\n2\t3',
      [
        ['1', ''],
        ['2', '3'],
      ],
    ],
    ['line ends within a cell', '"a\nb"\tc\r\n"d ""e"" f\r\ng"', [['a\nb', 'c'], ['d "e" f\r\ng']]],
    ['a tab within a cell', '"a\tb"\tc', [['a\tb', 'c']]],
    ['a quote that stays open', '"a\tb\nc', [['"a', 'b'], ['c']]],
    ['a quote within plain words', '5" 管\t"甲"乙\n', [['5" 管', '"甲"乙']]],
    ['an empty quoted cell', '""\t1', [['', '1']]],
    ['space around figures', ' 1,234.50 \t\u00a0\n', [['1,234.50', '']]],
  ])('%s', (_name, block, cells) => {
    expect(cellsOf(block)).toEqual(cells);
  });

  test('any cells come back as they were copied', () => {
    const text = fc.constantFrom('', '1', '9.5', 'a b', '"', '5"', 'a\nb', 'a\tb', '"x"', '""', '💰', '，');
    const row = fc.array(
      text.map((cell) => cell),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('\n', '\r\n'),
        (rows, end) => {
          const copied = rows.map((cells) => cells.map(quoted).join('\t') + end).join('');
          expect(cellsOf(copied)).toEqual(rows);
        },
      ),
    );
  });
});

function quoted(cell: string): string {
  return /["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

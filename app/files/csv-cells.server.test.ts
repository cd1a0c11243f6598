import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gb18030 } from '#test/helpers/gb18030.ts';
import { csvFile } from './csv.server.ts';
import { csvCells, csvRows } from './csv-cells.server.ts';

const rows = [
  ['街道', '年初预算数（万元）', '备注'],
  ['甲街道', '1,234.50', '第一行\n第二行'],
  ['乙街道', '-3', '说"好"'],
];
const comma =
  '街道,年初预算数（万元）,备注\r\n甲街道,"1,234.50","第一行\n第二行"\r\n乙街道,-3,"说""好"""\r\n';
const utf8 = (text: string) => Buffer.from(text);

describe('a CSV file as bureaus hand it on', () => {
  it.each<[string, Uint8Array]>([
    ['UTF-8', utf8(comma)],
    ['with a byte order mark', utf8(`\ufeff${comma}`)],
    ['GB18030', gb18030(comma)],
    ['Unix lines, no last end', utf8(comma.replaceAll('\r\n', '\n').trimEnd())],
    ['old Macintosh lines', utf8(comma.replaceAll('\r\n', '\r'))],
    [
      'semicolons',
      utf8('街道;年初预算数（万元）;备注\n甲街道;1,234.50;"第一行\n第二行"\n乙街道;-3;说"好"\n'),
    ],
    [
      'tabs',
      utf8('街道\t年初预算数（万元）\t备注\n甲街道\t1,234.50\t"第一行\n第二行"\n乙街道\t-3\t说"好"\n'),
    ],
  ])('%s', (_, bytes) => expect(csvRows(bytes)).toEqual(rows));

  it('is read as a workbook of one sheet, empty cells left out', () => {
    const book = csvCells(csvRows(utf8('\n,,\n街道,,得分\n甲,\' =1,"\'-2"\n')), '表');
    expect(book.sheets.map(({ name }) => name)).toEqual(['表']);
    expect(book.sheets[0]?.cells.map(({ row, column, held }) => [row, column, held])).toEqual([
      [3, 1, { kind: 'text', text: '街道' }],
      [3, 3, { kind: 'text', text: '得分' }],
      [4, 1, { kind: 'text', text: '甲' }],
      [4, 2, { kind: 'text', text: ' =1' }],
      [4, 3, { kind: 'text', text: '-2' }],
    ]);
  });

  it.each<[string, Uint8Array, string]>([
    ['nothing', utf8(' \n'), 'empty_file'],
    ['no text', Buffer.from([0xff, 0x00, 0x81, 0x00]), 'unreadable'],
    ['too many rows', utf8('a\n'.repeat(5_001)), 'unreadable_file'],
    ['too many cells', utf8(`${','.repeat(200_001)}\n`), 'unreadable_file'],
  ])('%s is refused', (_, bytes, code) =>
    expect(() => csvRows(bytes)).toThrow(expect.objectContaining({ code })),
  );

  it('an open quote ends with the file', () => expect(csvRows(utf8('a,"b\nc,d'))).toEqual([['a', 'b\nc,d']]));
});

it('reads any table that the product or another program wrote', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '1', '街', ',', ';', '"', '\n', ' ', '=') });
  const table = fc.array(fc.tuple(fc.constant('街道'), text, text), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(table, (given) => {
      const file = csvFile(given).replaceAll('\r\n', '\n');
      const expected = parse(file, { bom: true, relax_column_count: true, skip_empty_lines: true });
      // a table of one line may be parted by a sign that stands in its texts as well
      if (separatorIsPlain(given)) expect(csvRows(Buffer.from(file))).toEqual(expected);
      else expect(csvRows(Buffer.from(file)).length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

function separatorIsPlain(table: readonly (readonly string[])[]): boolean {
  return !table.some((row) => row.some((cell) => cell.includes(';')));
}

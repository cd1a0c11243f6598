import ExcelJS, { type CellValue, type Worksheet } from 'exceljs';
import { describe, expect, it } from 'vitest';
import { zipFile } from '#test/helpers/zip-file.ts';
import { readWorkbook } from './read-workbook.server.ts';
import { workbookCells } from './workbook-cells.server.ts';
import { workbookBytes } from './xlsx-bytes.server.ts';

async function cellsOf(fill: (page: Worksheet) => void) {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet('甲'));
  return (await workbookCells(await workbookBytes(workbook))).sheets[0]?.cells ?? [];
}

describe('what a cell holds', () => {
  it.each<[string, CellValue, string, object | undefined]>([
    ['a text', '甲\r\n乙', '', { kind: 'text', text: '甲\n乙' }],
    ['a number', 12.5, '0.0"万元"', { kind: 'number', number: 12.5, format: '0.0"万元"' }],
    ['a share', 0.9612, '0.00%', { kind: 'number', number: 0.9612, format: '0.00%' }],
    ['a day', new Date('2024-03-28T00:00:00Z'), 'yyyy-mm-dd', { kind: 'day', day: '2024-03-28' }],
    [
      'a formula by its stored value',
      { formula: 'A1*2', result: 25 },
      '0.0',
      { kind: 'number', number: 25, format: '0.0' },
    ],
    ['a formula whose value is a text', { formula: 'A1', result: '甲' }, '', { kind: 'text', text: '甲' }],
    ['a formula without one', { formula: 'A1*2' }, '', { kind: 'unvalued' }],
    [
      'a formula in error',
      { formula: 'A1/0', result: { error: '#DIV/0!' } },
      '',
      { kind: 'error', text: '#DIV/0!' },
    ],
    ['an error', { error: '#REF!' }, '', { kind: 'error', text: '#REF!' }],
    [
      'a text in two looks',
      { richText: [{ text: '1.2' }, { text: '亿元', font: { bold: true } }] },
      '',
      { kind: 'text', text: '1.2亿元' },
    ],
    ['a yes', true, '', { kind: 'text', text: 'TRUE' }],
    ['nothing', null, '', undefined],
  ])('%s', async (_, value, format, held) => {
    const cells = await cellsOf((page) => {
      page.getCell('C7').value = value;
      if (format) page.getCell('C7').numFmt = format;
    });
    const [cell] = cells;
    expect(cell?.held).toEqual(held);
    expect(cell && [cell.row, cell.column]).toEqual(held && [7, 3]);
  });

  it('of merged cells only the first, with how far they reach', async () => {
    const cells = await cellsOf((page) => {
      page.getCell('B2').value = '甲';
      page.mergeCells('B2:D3');
    });
    expect(cells).toEqual([
      { row: 2, column: 2, held: { kind: 'text', text: '甲' }, merged: { rows: 2, columns: 3 } },
    ]);
  });
});

describe('a hostile workbook ends in a process of its own', () => {
  const parts = (sheet: string) =>
    zipFile(
      [
        [
          '[Content_Types].xml',
          '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
        ],
        [
          'xl/workbook.xml',
          '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="甲" sheetId="1" r:id="rId1"/></sheets></workbook>',
        ],
        [
          'xl/_rels/workbook.xml.rels',
          '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        ],
        ['xl/worksheets/sheet1.xml', sheet],
      ].map(([name = '', content = '']) => ({ name, content, deflated: true })),
    );
  const page = (inside: string) => `<worksheet><sheetData/>${inside}</worksheet>`;

  it('an honest one of these parts is read', async () => {
    const honest = parts(
      '<worksheet><sheetData><row r="1"><c r="A1"><v>5</v></c></row></sheetData></worksheet>',
    );
    expect((await readWorkbook('a.xlsx', honest)).sheets[0]?.cells).toMatchObject([{ held: { number: 5 } }]);
  });

  it.each([
    [
      'merges the whole sheet',
      page('<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
      'unreadable_file',
    ],
    ['declares a document type', `<!DOCTYPE a [<!ENTITY b "c">]>${page('')}`, 'unsafe_archive'],
    ['is cut off', '<worksheet><sheetData><row r="1"><c r="A1"><v>5', 'unreadable_file'],
  ])(
    'that %s',
    async (_, sheet, code) => {
      await expect(readWorkbook('a.xlsx', parts(sheet))).rejects.toMatchObject({ code });
    },
    20_000,
  );
});

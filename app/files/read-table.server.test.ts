import { describe, expect, it, test } from 'vitest';
import { gb18030 } from '#test/helpers/gb18030.ts';
import { seeded } from '#test/helpers/hostile/seeded.ts';
import { hostileTexts } from '#test/helpers/hostile/text-files.ts';
import { csvCells, csvRows } from './csv-cells.server.ts';
import { markTable, readTable } from './read-table.server.ts';
import { largestWorkbook } from './read-workbook.server.ts';
import { reportFileErrors } from './report-file-error.server.ts';

const table =
  '街道,年初预算数（万元）,备注\r\n甲街道,"1,234.50","第一行\n第二行"\r\n乙街道,-3,"说""好"\u0007"\r\n';

describe('a CSV file, read in a process of its own', () => {
  it.each([
    ['UTF-8', Buffer.from(table)],
    ['GB18030', gb18030(table)],
  ])('says what its bytes say: %s', async (_, bytes) => {
    expect(await readTable('汇总表.csv', bytes)).toEqual(csvCells(csvRows(bytes), 'CSV'));
  });

  it('may be as large as a workbook may', async () => {
    const line = gb18030(`${'街'.repeat(30)},"""",`.repeat(30).concat('\n'));
    const lines = Math.floor(largestWorkbook / line.length);
    const { sheets } = await readTable('大表.csv', Buffer.concat(Array(lines).fill(line)));
    expect(sheets[0]?.cells.length).toBe(lines * 60);
  });

  it.each<[string, Uint8Array, string]>([
    ['nothing', Buffer.of(), 'empty_file'],
    ['white space', Buffer.from(' \n'), 'empty_file'],
    ['no text', Buffer.from([0xff, 0x00, 0x81, 0x00]), 'unreadable'],
    ['too many rows', Buffer.from('a\n'.repeat(5_001)), 'unreadable_file'],
    ['more than it may be', Buffer.alloc(largestWorkbook + 1, 'a'), 'too_large'],
  ])('%s is refused by name', async (_, bytes, code) => {
    const refusal = { name: 'ReportFileError', code, params: { file: '汇总表.csv' } };
    await expect(readTable('汇总表.csv', bytes)).rejects.toMatchObject(refusal);
    const marks = { heading: '说明', marks: [] };
    await expect(markTable('汇总表.csv', bytes, marks)).rejects.toMatchObject(refusal);
  });

  it('comes back with a column of explanations', async () => {
    const marks = [
      { sheet: 'CSV', row: 2, column: 2, text: '超出范围' },
      { sheet: 'CSV', row: 2, column: 3, text: '太长' },
    ];
    const marked = await markTable('汇总表.csv', gb18030(table), { heading: '说明', marks });
    expect(csvRows(marked).map((row) => row[3])).toEqual(['说明', '超出范围；太长', '']);
  });
});

test('texts that nobody should send are read or refused by name', async () => {
  const all = hostileTexts(seeded(11));
  const chosen = all.filter((_, index) => index % Math.ceil(all.length / 24) === 0);
  const answers = new RegExp(`^(?:read|${reportFileErrors.join('|')})$`);
  for (const { what, bytes } of chosen) {
    const answer = await readTable('a.csv', bytes).then(
      () => 'read',
      (error: { code?: string }) => error.code ?? String(error),
    );
    expect([what, answer]).toEqual([what, expect.stringMatching(answers)]);
  }
}, 60_000);

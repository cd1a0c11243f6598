import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { randomSheet } from '#test/helpers/random-sheet.ts';
import { csvFile } from './csv.server.ts';
import { plainRows, textOf } from './sheet.ts';

it('a sheet as CSV has one head row, the rows, and after an empty row title, unit and notes', () => {
  fc.assert(
    fc.property(randomSheet(), (sheet) => {
      const read: string[][] = parse(csvFile(plainRows(sheet)), {
        bom: true,
        relaxColumnCount: true,
        recordDelimiter: '\r\n',
      });
      const { title, unitLine, notes } = sheet;
      expect(read.map((row) => row.map(unguarded))).toEqual([
        sheet.columns.map(({ heading }) => unguarded(heading)),
        ...sheet.rows.map(({ cells }) => cells.map((cell) => unguarded(textOf(cell)))),
        [''],
        ...[title, unitLine, ...notes].filter(Boolean).map((line) => [unguarded(line)]),
      ]);
      // nothing that a spreadsheet would run, but for figures
      for (const cell of read.flat()) expect(cell).not.toMatch(/^\s*[=@＝＋－＠]|^[\t\r\n]|^\s*[+-](?!\d)/);
    }),
    { numRuns: 300 },
  );
});

/** As UTF-8 holds it, without the quote that keeps text from being run. */
function unguarded(text: string): string {
  return Buffer.from(text).toString().replace(/^'/, '');
}

import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Language, testBrowser } from '#test/helpers/browser.ts';
import { reopenSheet } from '#test/helpers/reopen-sheet.ts';
import { type ShownTable, shownTable } from '#test/helpers/shown-table.ts';

const browser = testBrowser();
const ranking = '/districts/440103/2023/ranking';
/** Pages whose table is taken along: add a page with files here. */
const pages = [
  { address: ranking, table: '.ranking-table' },
  {
    address: `${ranking}?sort=-execution_rate,office&pin=execution_rate,rank&unit=yi`,
    table: '.ranking-table',
  },
  { address: `${ranking}?columns=office`, table: '.ranking-table' },
  { address: `${ranking}?status=returned&unit=yuan`, table: '.ranking-table' },
  { address: '/districts/440103/2021/ranking?score=self', table: '.ranking-table' },
  { address: '/districts/440103/2023/ranking?by=group&shade=total_score&top=3', table: '.ranking-table' },
  {
    address: '/districts/440103/2023/compare?offices=440103001,440103002,440103005',
    table: '.compare-table',
  },
  { address: '/districts/440103/2023/indicators', table: '.loss-table' },
  { address: '/districts/440103/2022/indicators?level=3&sort=name', table: '.loss-table' },
  { address: '/districts/440103/2023/problems', table: '.themes-table' },
  { address: '/districts/440103/2023/problems?view=matrix', table: '.matrix-table' },
  { address: '/districts/440103/2023/progress', table: '.reminder-table' },
];
const shortHeads = ['差', 'Diff.'];
const languages: Language[] = ['zh-CN', 'en'];

for (const language of languages)
  test.each(pages)(
    `what is on $address is in its files, cell by cell (${language})`,
    async ({ address, table }) => {
      const { page, leave } = await browser.visitAs('leader', { language });
      await page.goto(address);
      const shown = await shownTable(page, table);
      await compareWorkbook(page, shown);
      await compareCsv(page, shown);
      await leave();
    },
  );

test('every column that the ranking can show is in its files', async () => {
  const { page, leave } = await browser.visitAs('leader');
  await page.goto(ranking);
  await page.goto((await page.getAttribute('.chooser-sets a:nth-of-type(2)', 'href')) ?? '');
  const shown = await shownTable(page, '.ranking-table');
  expect(shown.heads.length).toBeGreaterThan(60);
  await compareWorkbook(page, shown);
  await compareCsv(page, shown);
  await leave();
});

async function compareWorkbook(page: Page, shown: ShownTable): Promise<void> {
  const read = await reopenSheet(await download(page, 'xlsx'));
  expect(read.heads.map(bare)).toEqual(shown.heads.map(bare));
  expectSameRows(read.rows, shown);
  expect(read.formulas).toBe(0);
  // whatever reads as a plain number on the page is a number in the workbook
  const start = read.frozen.rows ?? 0;
  const values = read.values.slice(start, start + shown.rows.length);
  for (const [index, row] of read.rows.entries())
    row.forEach((text, column) => {
      const isNumber = /^[-+]?[\d,]+(\.\d+)?%?$/.test(text);
      if (isNumber) expect([text, typeof values[index]?.[column]]).toEqual([text, 'number']);
    });
  expect(read.notes.join(' ')).toMatch(/资料来源|Source/);
  expect(read.notes.join(' ')).toMatch(/数据截至|as of/);
}

async function compareCsv(page: Page, shown: ShownTable): Promise<void> {
  const records: string[][] = parse(await download(page, 'csv'), { bom: true, relaxColumnCount: true });
  const [heads = [], ...rows] = records;
  expect(heads).toHaveLength(shown.heads.length);
  // the file's one head row names group, column and unit; “差” says there from which office
  for (const [column, head] of shown.heads.entries())
    for (const word of head.split(' ').filter((each) => !shortHeads.includes(each)))
      expect(bare(heads[column] ?? '')).toContain(bare(word));
  expectSameRows(rows.slice(0, shown.rows.length), shown);
  expect(rows[shown.rows.length]).toEqual(['']);
}

async function download(page: Page, format: 'csv' | 'xlsx'): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.click(`a[download][href*=".${format}"]`),
  ]);
  expect(file.suggestedFilename()).toMatch(new RegExp(`_20\\d\\d\\.${format}$`));
  return readFile(await file.path());
}

/** A head without what separates its name from its unit: lines, spaces or brackets. */
function bare(text: string): string {
  return text.replace(/[\s（）()]/g, '');
}

/** Cell by cell; where a cell of the page reaches across columns, the same texts in the same order. */
function expectSameRows(file: readonly string[][], shown: ShownTable): void {
  expect(file).toHaveLength(shown.rows.length);
  for (const [index, row] of shown.rows.entries()) {
    const spans = row.length < shown.heads.length;
    const compared = spans ? (texts: readonly string[]) => texts.filter(Boolean) : withoutEmptyEnd;
    expect(compared(file[index] ?? [])).toEqual(compared(inFile(row)));
  }
}

/** A row as its files hold it: the mark before the largest of several is bold type there. */
function inFile(row: readonly string[]): string[] {
  return withoutEmptyEnd(row).map((text) => text.replace(/^[▲＝](?=\S)/, ''));
}

/** A heading has one cell on the page and a row of them in a workbook. */
function withoutEmptyEnd(row: readonly string[]): string[] {
  const last = row.findLastIndex((text) => text !== '');
  return row.slice(0, last + 1);
}

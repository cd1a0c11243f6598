import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomSheet } from '#test/helpers/random-sheet.ts';
import { type ReopenedSheet, reopenSheet } from '#test/helpers/reopen-sheet.ts';
import { type Sheet, type SheetFigure, textOf } from './sheet.ts';
import { xlsxFile } from './xlsx.server.ts';

const figure = (value: string, text = value, more: Partial<SheetFigure> = {}) => ({ value, text, ...more });
const sheet: Sheet = {
  name: '排名表',
  title: '演示区2023年度街道绩效自评排名',
  unitLine: '单位：万元、%、分',
  head: [
    [
      { text: '街道', down: 2 },
      { text: '得分', across: 2 },
      { text: '说明', down: 2 },
    ],
    [{ text: '总分\n100分' }, { text: '升降' }],
  ],
  columns: [
    { heading: '街道', width: 16 },
    { heading: '得分·总分（100分）', width: 11, decimals: 2, barTo: 100 },
    { heading: '得分·升降', width: 7, decimals: 0 },
    { heading: '说明', width: 40, wrap: true },
  ],
  rows: [
    { kind: 'body', cells: ['白鹤街道', figure('95.966', '95.97', { shade: 1 }), figure('2', '▲ 2'), ''] },
    {
      kind: 'body',
      cells: ['春涌街道', figure('88.5', '88.50', { strong: true }), figure('-1', '▼ 1'), '暂定'],
    },
    { kind: 'heading', cells: ['未参与排名（1个街道）'] },
    { kind: 'body', cells: ['谷丰街道', '未报', '—', '已退回，待街道修改'] },
    { kind: 'summary', cells: ['平均', figure('92.233', '92.23'), '—', '以上2个'] },
    { kind: 'summary', cells: ['计入', figure('2'), '', ''] },
  ],
  notes: ['名次按“总分”由高到低。', '资料来源：各街道填报'],
  foot: '资料来源：R&D 各街道',
  frozen: 1,
};
const reopen = async (changes: Partial<Sheet> = {}) => reopenSheet(await xlsxFile({ ...sheet, ...changes }));

describe('a workbook', () => {
  it('shows what the page shows, cell by cell', async () => {
    const { texts, heads, rows, notes } = await reopen();
    expect(texts.slice(0, 3)).toEqual([
      ['演示区2023年度街道绩效自评排名', '', '', ''],
      ['单位：万元、%、分', '', '', ''],
      ['街道', '得分', '', '说明'],
    ]);
    expect(heads).toEqual(['街道', '总分\n100分', '升降', '说明']);
    expect(rows).toEqual(
      sheet.rows.map(({ cells }) => Array.from({ length: 4 }, (_, index) => textOf(cells[index] ?? ''))),
    );
    expect(notes).toEqual(sheet.notes);
  });

  it('holds figures as exact numbers, not as rounded ones or as text', async () => {
    const { values } = await reopen();
    expect(values.slice(4, 6).map((row) => row.slice(1, 3))).toEqual([
      [95.966, 2],
      [88.5, -1],
    ]);
  });

  it('merges the title, groups over their columns, and headings across the table', async () => {
    expect((await reopen()).merges.sort()).toEqual([
      'A12:D12',
      'A13:D13',
      'A1:D1',
      'A2:D2',
      'A3:A4',
      'A7:D7',
      'B3:C3',
      'D3:D4',
    ]);
  });

  it('draws bars from 0 to the end of the scale over the offices only', async () => {
    expect((await reopen()).bars).toEqual([{ range: 'B5:B6 B8:B8', from: '0', to: '100' }]);
  });

  it('marks by bold and by the strength of the ground', async () => {
    const { bold, grounds } = await reopen();
    expect(bold.slice(4).map((row) => row[1])).toEqual([
      ...[false, true, true, false, true, true],
      ...[false, false, false],
    ]);
    expect(grounds[4]?.[1]).toMatch(/8FB6DE$/);
    expect(grounds[5]?.[1]).toBeUndefined();
  });

  it('keeps heads and leading columns in view and offers a filter on the offices above the first heading', async () => {
    const { frozen, filter } = await reopen();
    expect(frozen).toEqual({ rows: 4, columns: 1 });
    expect(filter).toBe('A4:D6');
  });

  it('prints on A4 landscape, as wide as the paper, with heads, names, source and page numbers on each page', async () => {
    const { print, foot } = await reopen();
    expect(print).toMatchObject({
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$4',
      printTitlesColumn: '$A:$A',
    });
    expect(foot).toBe('&L&9 资料来源：R&&D 各街道&R&9 &P / &N');
  });

  it('takes pages side by side where one would be too small to read, and keeps its prose off the repeated column', async () => {
    const wide = Array.from({ length: 50 }, (_, index) => ({ heading: `${index}`, width: 12 }));
    const { print, texts, merges } = await reopen({
      columns: wide,
      head: [wide.map(({ heading: text }) => ({ text }))],
    });
    expect(print.fitToWidth).toBe(3);
    expect(texts[0]?.slice(0, 2)).toEqual(['', sheet.title]);
    expect(merges).toContain('B1:K1');
  });

  it('keeps rare characters whole, wherever in the file they come to stand', async () => {
    const rows = Array.from({ length: 1500 }, (_, index) => ({
      kind: 'body' as const,
      cells: [`${'𠆷'.repeat(33)}${index}`],
    }));
    const { values } = await reopen({ rows, columns: sheet.columns });
    const texts = values.flat().filter((value) => typeof value === 'string');
    expect(texts.filter((text) => text.includes('\ufffd'))).toEqual([]);
  });

  it('says who made it and what it is', async () => {
    expect((await reopen()).properties).toMatchObject({ title: sheet.title, creator: '对标 Duibiao' });
  });

  it.each([
    ['排名[2023]: a/b\\c*?', '排名 2023 a b c'],
    ["it's", 'it s'],
    ['名'.repeat(40), '名'.repeat(31)],
    ['[]', 'Sheet1'],
  ])('names its sheet within the rules: %s', async (name, expected) => {
    expect((await reopen({ name })).name).toBe(expected);
  });

  it('writes 200 rows of 60 columns within a second', async () => {
    const columns = Array.from({ length: 60 }, () => ({ heading: '', width: 10, decimals: 2, barTo: 100 }));
    const cells = columns.map(() => figure('12.345', '12.35'));
    const rows = Array.from({ length: 200 }, () => ({ kind: 'body' as const, cells }));
    const times: number[] = [];
    for (let run = 0; run < 3; run += 1) {
      const started = performance.now();
      await xlsxFile({ ...sheet, columns, head: [columns.map(() => ({ text: '列' }))], rows });
      times.push(performance.now() - started);
    }
    expect(Math.min(...times)).toBeLessThan(1000);
  }, 30_000);

  it('holds any text as text and any figure as shown; nothing becomes a formula', async () => {
    await fc.assert(
      fc.asyncProperty(randomSheet(), async (random) => {
        const read = await reopenSheet(await xlsxFile(random));
        expect(read.formulas).toBe(0);
        expect(tableOf(read, random)).toEqual(
          random.rows.map(({ cells }) => random.columns.map((_, index) => held(textOf(cells[index] ?? '')))),
        );
        for (const [index, { cells }] of random.rows.entries())
          cells.forEach((cell, column) => {
            const value = read.values[(read.frozen.rows ?? 0) + index]?.[column];
            if (typeof cell === 'string') expect(typeof value).not.toBe('number');
          });
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});

/** The rows of the table by their place: a random row may be empty. */
function tableOf({ texts, frozen }: ReopenedSheet, { rows, columns }: Sheet): string[][] {
  const start = frozen.rows ?? 0;
  return rows.map((_, index) => columns.map((__, column) => texts[start + index]?.[column] ?? ''));
}

/** What a workbook can hold of a text. */
function held(text: string): string {
  const kept = Array.from(text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')).filter(isHeld);
  return kept.join('').slice(0, 32_767);
}

function isHeld(char: string): boolean {
  const code = char.codePointAt(0) ?? 0;
  if (code < 32) return char === '\n' || char === '\t';
  return code !== 0xfffe && code !== 0xffff && !(code >= 0xd800 && code <= 0xdfff);
}

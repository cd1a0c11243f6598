import ExcelJS from 'exceljs';
import { readXlsx } from 'hucre';
import { expect, it } from 'vitest';
import { templateFile } from './template-file.server.ts';
import type { TemplatePlan } from './template-plan.ts';

const plan: TemplatePlan = {
  title: '甲街道自评填报表',
  cover: { name: '填写说明', lines: ['=1+1', '金额单位为万元。'] },
  sheets: [
    {
      name: '存在问题',
      title: '存在问题',
      hint: '每行一个问题。',
      mark: 'duibiao:problems',
      columns: [
        { heading: '序号', width: 7 },
        { heading: '问题', width: 40, key: 'text' },
        { heading: '类型', width: 20, key: 'themes', choices: 'themes', strict: true },
        { heading: '金额', width: 14, key: 'amount', format: '#,##0.00' },
      ],
      rows: [
        {
          key: 'problems.1',
          cells: ['1', '=HYPERLINK("x")', '资产管理', { value: 12.5, format: '#,##0.00' }],
        },
        { key: 'problems.2', cells: ['2', '', '', { value: '约 3 万', format: '@' }] },
      ],
      roomBelow: 3,
    },
  ],
  choices: { themes: ['绩效意识', '资产管理'] },
  foot: '甲街道',
  meta: [['meta', 'office', '990101001']],
  hidden: { meta: '_duibiao', choices: '_choices' },
};

it('reopened by another library: keys hidden, what it was made for hidden deeper, texts no formulas', async () => {
  const { sheets } = await readXlsx(await templateFile(plan), { readStyles: true });
  expect(sheets.map(({ name, hidden, veryHidden }) => [name, Boolean(hidden), Boolean(veryHidden)])).toEqual([
    ['填写说明', false, false],
    ['存在问题', false, false],
    ['_choices', false, true],
    ['_duibiao', false, true],
  ]);
  const [cover, page, , meta] = sheets;
  expect(cover?.rows[1]).toEqual(['=1+1']);
  expect(meta?.rows).toEqual([['meta', 'office', '990101001']]);
  expect(page?.rows).toEqual([
    ['duibiao:problems', null, 'text', 'themes', 'amount'],
    ['#', '存在问题', null, null, null],
    ['#', '每行一个问题。', null, null, null],
    ['#', '序号', '问题', '类型', '金额'],
    ['problems.1', '1', '=HYPERLINK("x")', '资产管理', 12.5],
    ['problems.2', '2', null, null, '约 3 万'],
  ]);
  expect([...(page?.cells?.values() ?? [])].filter(({ formula }) => formula !== undefined)).toEqual([]);
  expect(page?.columns?.[0]?.hidden).toBe(true);
  expect(page?.rowDefs?.get(0)?.hidden).toBe(true);
  expect(page?.freezePane).toMatchObject({ rows: 4, columns: 2 });
  expect(page?.dataValidations).toMatchObject([{ type: 'list', range: 'D5:D9', showErrorMessage: true }]);
  expect(page?.pageSetup).toMatchObject({ paperSize: 'a4', fitToPage: true, fitToWidth: 1 });
});

it('everything is locked but cells to be filled in, rows added below among them; rows may be inserted', async () => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await templateFile(plan)) as never);
  const page = workbook.getWorksheet('存在问题');
  const open = (address: string) => page?.getCell(address).protection?.locked === false;
  expect(['C5', 'D6', 'E5', 'C9'].map(open)).toEqual([true, true, true, true]);
  expect(['A5', 'B5', 'C1', 'C2', 'C4', 'E4'].map(open)).toEqual(Array(6).fill(false));
  const model = page?.model as unknown as { sheetProtection: object };
  expect(model.sheetProtection).toMatchObject({ sheet: true, insertRows: true });
  expect(model.sheetProtection).not.toHaveProperty('hashValue');
});

it('columns under groups, with notes; a locked one is read though it takes nothing; wide sheets take pages side by side', async () => {
  const [sheet] = plan.sheets;
  if (!sheet) throw new Error('no sheet');
  const columns = [
    { heading: '街道', width: 18, key: 'name', locked: true },
    { heading: '预算', width: 100, key: 'a', group: '收支', note: '万元', format: '#,##0.00' },
    { heading: '执行', width: 100, key: 'b', group: '收支', format: '#,##0.00' },
    { heading: '得分', width: 100, key: 'c', group: '自评', note: '满分 10', format: 'General' },
  ];
  const rows = [{ key: '990101001', cells: ['甲街道', { value: 1, format: '#,##0.00' }, '', ''] }];
  const wide = { ...plan, sheets: [{ ...sheet, columns, rows, frozen: 1, roomBelow: 0 }] };
  const bytes = await templateFile(wide);
  const page = (await readXlsx(bytes)).sheets.find(({ name }) => name === sheet.name);
  expect(page?.rows).toEqual([
    ['duibiao:problems', 'name', 'a', 'b', 'c'],
    ['#', '存在问题', null, null, null],
    ['#', '每行一个问题。', null, null, null],
    ['#', null, '收支', null, '自评'],
    ['#', '街道', '预算', '执行', '得分'],
    ['#', null, '万元', null, '满分 10'],
    ['990101001', '甲街道', 1, null, null],
  ]);
  expect(page?.merges).toContainEqual({ startRow: 3, startCol: 2, endRow: 3, endCol: 3 });
  expect(page?.freezePane).toMatchObject({ rows: 6, columns: 2 });
  expect(page?.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 2, printTitlesRow: '$4:$6' });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as never);
  const open = (address: string) =>
    workbook.getWorksheet(sheet.name)?.getCell(address).protection?.locked === false;
  expect(['B7', 'C5', 'C6', 'C7', 'E7'].map(open)).toEqual([false, false, false, true, true]);
});

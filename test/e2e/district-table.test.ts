import { readFile } from 'node:fs/promises';
import { readXlsx } from 'hucre';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { arrived, axeFindings, cellTexts, testBrowser, type VisitOptions } from '#test/helpers/browser.ts';
import { type EditedSheet, editWorkbook } from '#test/helpers/edit-workbook.ts';
import { filingDemo } from '#test/helpers/filing-demo.ts';
import { gb18030 } from '#test/helpers/gb18030.ts';

const demo = filingDemo();
const browser = testBrowser(demo);

/** An office of the demo’s last year whose report waits for review. */
const waiting = '440103022';
const base = '/districts/440103/2023';

test('a reviewer fills in the template, sees the errors, mends them, accepts, and the ranking changes', async () => {
  const { page, leave } = await open();
  await page.goto(`${base}/progress`);
  await page.click('main a:has-text("导入汇总表")');
  await arrived(page, '**/import');
  const template = await download(page, 'text=下载已填入现有内容的模板');
  expect(template.name).toBe('演示区2023年度自评汇总表.xlsx');
  const broken = await withCells(template.bytes, (sheet) => {
    sheet.set(waiting, 'amounts.executed_total', '很多');
    sheet.set(waiting, 'scores.total.score', 60);
  });
  await choose(page, '汇总.xlsx', broken);
  expect(await page.innerText('main')).toContain('有 1 处不能采用，没有写入任何内容');
  const [, problem] = await cellTexts(page, 'main section:has-text("不能采用") table');
  expect(problem?.slice(2)).toEqual(['全年执行数', '很多', expect.stringContaining('不是一个数')]);
  const marked = await download(page, 'text=下载标明错误的表');
  expect((await readXlsx(marked.bytes)).sheets.flatMap(({ rows }) => rows.flat())).toContain('错误说明');

  const mended = await withCells(marked.bytes, (sheet) => {
    sheet.set(waiting, 'amounts.executed_total', 1234.56);
  });
  await page.click('main a:has-text("不采用")');
  await choose(page, '汇总.xlsx', mended);
  const rows = await cellTexts(page, 'main .workbook-office table');
  expect(rows.map(([field, , to]) => [field, to])).toEqual(
    expect.arrayContaining([
      ['全年执行数（万元）', '1234.56'],
      ['总分·自评分', '60'],
    ]),
  );
  await page.click('button:has-text("全部采用")');
  await arrived(page, '**/import?taken=*');
  expect(await page.innerText('[role="status"]')).toContain('写入 1 个街道，共 2 处');
  await page.goto(`${base}/ranking`);
  expect(await page.innerText(`#o${waiting}`)).toContain('1,234.56');
  await page.goto(`/offices/${waiting}/2023`);
  expect(await page.innerText('main')).toContain('1,234.56');
  await leave();
});

test('a messy table of the bureau’s own in GB18030: names chosen, without JavaScript, then taken whole', async () => {
  const { page, leave } = await open({ javaScript: false });
  const lines = [
    '演示区2023年度部门整体支出绩效自评汇总表,,,,,,,',
    ',,,,,,,单位：万元',
    '序号,单位名称,预算情况,,执行情况,,自评得分,备注',
    ',,年初预算数,全年预算数,全年执行数（元）,执行率,,',
    '1,演示区棠梨街道办事处,9800,"10,158.36",96123400,94.62%,95.5,已核',
    '2,棠棣街道,1,2,3,50%,4,',
    '合计,,9801,,,,,',
    '注：本表为虚构数据。,,,,,,,',
  ];
  await page.goto(`${base}/import`);
  await choose(page, '汇总.csv', gb18030(lines.join('\r\n')));
  const matched = await cellTexts(page, 'main section:has-text("每行是哪个街道") table');
  expect(matched.slice(1).map(([row, name, , match]) => [row, name, match?.split('\n')[0]])).toEqual([
    ['5', '演示区棠梨街道办事处', '名称相近，请核对'],
    ['6', '棠棣街道', expect.stringContaining('没有这个街道')],
  ]);
  expect(await columnsShown(page)).toContainEqual([
    'E 执行情况 全年执行数（元）',
    '全年执行数',
    '元（列名写明）',
  ]);
  await page.selectOption('[name="office.6"]', 'leave');
  await click(page, 'button:has-text("按此重新检查")');
  expect(await page.innerText('main')).toContain('尚无填报，写入后记为“已提交”，来源“区汇总表”');
  await click(page, 'button:has-text("全部采用")');
  expect(await page.innerText('[role="status"]')).toContain('写入 1 个街道，共 5 处');
  await page.goto(`${base}/ranking`);
  expect(await page.innerText('main')).toMatch(/棠梨街道/);
  await leave();
});

test('columns of names that nobody knows get their fields on the page, without JavaScript', async () => {
  const { page, leave } = await open({ javaScript: false });
  await page.goto(`${demo.url}${base}/import`);
  const table = '街道,全口径支出,项目经费,自评得分,备注\n松烟街,123400,600,90.5,88\n';
  await choose(page, '自制.csv', gb18030(table));
  expect(await columnsShown(page)).toEqual([
    ['B 全口径支出', '不导入', ''],
    ['C 项目经费', '不导入', ''],
    ['D 自评得分', '总分·自评分', ''],
    ['E 备注', '不导入', ''],
  ]);
  await page.selectOption('[name="field.2"]', 'amounts.executed_total');
  await page.selectOption('[name="field.3"]', 'amounts.executed_total');
  await page.selectOption('[name="field.4"]', 'leave');
  await click(page, 'button:has-text("按此重新检查")');
  expect(await page.innerText('main')).toMatch(
    /有两列都是这一栏[\s\S]*没有写明金额单位|没有写明金额单位[\s\S]*有两列/,
  );
  await page.selectOption('[name="field.3"]', 'amounts.expenditure_project');
  await page.selectOption('[name="unit.2"]', '元');
  await page.selectOption('[name="unit.3"]', '千元');
  await click(page, 'button:has-text("按此重新检查")');
  expect(await columnsShown(page)).toEqual([
    ['B 全口径支出', '全年执行数', '元'],
    ['C 项目经费', '项目支出', '千元'],
    ['D 自评得分', '不导入', ''],
    ['E 备注', '不导入', ''],
  ]);
  const changes = await cellTexts(page, 'main .workbook-office table');
  expect(changes.slice(1).map(([field, , to]) => [field, to])).toEqual([
    ['全年执行数（万元）', '12.34'],
    ['项目支出（万元）', '60'],
  ]);
  await click(page, 'button:has-text("全部采用")');
  expect(await page.innerText('[role="status"]')).toContain('写入 1 个街道，共 2 处');
  await leave();
});

test('a table taken by mistake is taken back from the page after accepting, or later from the list', async () => {
  const { page, leave } = await open();
  const standing = async () => {
    await page.goto(`${demo.url}${base}/ranking`);
    return page.innerText('main tr:has-text("松烟")');
  };
  const before = await standing();
  const accept = async (name: string, rows: string) => {
    await page.goto(`${demo.url}${base}/import`);
    await choose(page, name, Buffer.from(`街道,自评得分\n${rows}`));
    await page.click('button:has-text("全部采用")');
    await page.waitForURL('**/import?taken=*');
  };
  await accept('误导入.csv', '松烟街,11.5');
  const taken = page.url();
  expect(await standing()).not.toBe(before);
  await page.goto(taken);
  await click(page, 'button:has-text("撤销整张表")');
  await page.waitForSelector('[role="status"]:has-text("撤销：1 个街道恢复原来的内容，共 1 处")');
  expect(await standing()).toBe(before);

  await accept('误导入2.csv', '松烟街,12.5');
  await accept('更正.csv', '松烟街,13.5');
  await page.goto(`${demo.url}${base}/import`);
  const listed = await cellTexts(page, 'main section:has-text("已导入的汇总表") table');
  expect(listed.slice(1, 4).map(([file, , , , , state]) => [file, state?.slice(0, 3)])).toEqual([
    ['更正.csv', '已写入'],
    ['误导入2.csv', '已写入'],
    ['误导入.csv', '已撤销'],
  ]);
  await page.click('main a:has-text("误导入2.csv")');
  await page.waitForSelector('text=之后又有更改');
  expect(await page.locator('button:has-text("撤销整张表")').count()).toBe(0);
  await page.goto(`${demo.url}${base}/settings/audit?action=round.table`);
  await page.click('main a[href*="/import?taken="]');
  await page.click('button:has-text("撤销整张表")');
  await page.waitForSelector('[role="status"]:has-text("撤销：")');
  await leave();
});

test('an office’s approved report is left alone, and the page says what to do', async () => {
  const { page, leave } = await open();
  await page.goto(`${base}/import`);
  await choose(page, 'a.csv', Buffer.from('街道,自评得分\n采薇街,1'));
  expect(await page.innerText('main')).toContain('已审定，不能由汇总表改动');
  expect(await page.locator('text=全部采用').count()).toBe(0);
  await leave();
});

test.each(['zh-CN', 'en'] as const)(
  'no state of the page has a fault that axe finds or is wider than a phone (%s)',
  async (language) => {
    const { page, leave } = await open({ language, width: 390 });
    const files = [
      undefined,
      Buffer.from('a'),
      Buffer.from('街道,年初预算数,自评得分,备注\n松烟街,1,x,\n采薇街道,1,1,\n无名街道,1,1,\n合计,,,'),
      Buffer.from('街道,年初预算数（万元）,自评得分\n松烟街,1,90'),
    ];
    for (const file of files) {
      await page.goto(`${base}/import`);
      if (file) await choose(page, 'a.csv', file);
      expect(await axeFindings(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    }
    await leave();
  },
);

/** A template with what somebody typed into it in a program of his own. */
function withCells(file: Uint8Array, edit: (sheet: EditedSheet) => void): Promise<Uint8Array> {
  return editWorkbook(file, (sheet) => edit(sheet('汇总表')));
}

async function download(page: Page, selector: string) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(selector)]);
  return { name: file.suggestedFilename(), bytes: new Uint8Array(await readFile(await file.path())) };
}

/** Each column with what is chosen for it: its field, and its unit where it has one to choose. */
function columnsShown(page: Page): Promise<string[][]> {
  return page.$$eval('main section:has-text("每列是什么") tbody tr', (rows) => {
    const chosen = (select: HTMLSelectElement | null) => select?.selectedOptions[0]?.text ?? '';
    return rows.map((row) => [
      [...row.querySelectorAll('td:first-child, th')].map((cell) => cell.textContent).join(' '),
      chosen(row.querySelector('[name^="field."]')),
      chosen(row.querySelector('[name^="unit."]')),
    ]);
  });
}

/** Chooses a table, sends it and waits for the answer, a page of its own. */
async function choose(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page.setInputFiles('#file', { name, mimeType: '', buffer: Buffer.from(bytes) });
  await click(page, '.upload-form button');
}

async function click(page: Page, selector: string): Promise<void> {
  const answered = page.waitForEvent('load');
  await page.click(selector);
  await answered;
}

function open(options: VisitOptions = {}) {
  return browser.visitAs('reviewer', options);
}

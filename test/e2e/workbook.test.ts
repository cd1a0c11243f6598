import { readFile } from 'node:fs/promises';
import { readXlsx } from 'hucre';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { arrived, axeFindings, cellTexts, testBrowser, type VisitOptions } from '#test/helpers/browser.ts';
import { editWorkbook } from '#test/helpers/edit-workbook.ts';
import { filers, filingDemo } from '#test/helpers/filing-demo.ts';

const demo = filingDemo();
const browser = testBrowser(demo);

const { draft, returned } = filers;

test('an office fills in the template: errors come back in the same workbook, mended it fills the form', async () => {
  const { page, leave } = await open(draft.preparer, draft.office);
  await page.click('main a:has-text("用 Excel 填报")');
  await arrived(page, '**/workbook');
  const template = await download(page, 'text=下载已填入现有内容的模板');
  expect(template.name).toMatch(/街道2023年度自评填报表\.xlsx$/);

  await choose(page, await withCells(template.bytes, { staffing: '很多', budget: 10158.36 }));
  expect(await page.innerText('h2')).toBe('有 1 格不能识别，没有写入任何内容');
  const [, refusal] = await cellTexts(page, 'main table');
  expect(refusal).toEqual([
    expect.stringMatching(/^基本情况 D\d+$/),
    '编制人数',
    '很多',
    expect.stringContaining('不是'),
  ]);
  const marked = await download(page, 'text=下载标明错误的工作簿');
  const sheet = (await readXlsx(marked.bytes)).sheets.find(({ name }) => name === '基本情况');
  expect(sheet?.rows.flat()).toContain('错误说明');

  await page.click('main a:has-text("不采用")');
  await arrived(page, '**/workbook');
  await choose(page, await withCells(marked.bytes, { staffing: 86, budget: 10158.36 }));
  expect(await page.innerText('main')).toContain('以下内容尚未写入');
  const rows = await cellTexts(page, 'main section:has-text("将要写入") table');
  expect(rows.map(([field, , to]) => [field, to])).toEqual(
    expect.arrayContaining([
      ['编制人数', '86'],
      ['全年预算数（万元）', '10158.36'],
    ]),
  );
  await page.click('text=采用，写入填报');
  await arrived(page, '**/workbook?saved=*');
  expect(await page.innerText('[role="status"]')).toMatch(/写入 \d+ 处/);
  await page.click('[role="status"] a');
  await arrived(page, '**/edit');
  expect(await page.inputValue('[name="staffing"]')).toBe('86');
  expect(await page.inputValue('[name="amounts.budget_total"]')).toBe('10158.36');
  await leave();
});

test('another office’s template is refused in words, without JavaScript too, where all works the same', async () => {
  const one = await open(draft.preparer, draft.office);
  const foreign = await fetchTemplate(one.page, draft.office);
  await one.leave();
  const { page, leave } = await open(returned.preparer, returned.office, { javaScript: false });
  await page.goto(`/offices/${returned.office}/2023/workbook`);
  await choose(page, foreign);
  expect(await page.innerText('[role="alert"]')).toMatch(/的模板，而这里是/);
  await choose(page, await withCells(await fetchTemplate(page, returned.office), { staffing: 87 }));
  expect(await page.innerText('main .reading')).toContain('1 处不同');
  await page.click('text=采用，写入填报');
  await arrived(page, '**/workbook?saved=*');
  await page.click('text=恢复为写入前的内容');
  expect(await page.innerText('[role="status"]')).toContain('已恢复 1 处');
  await leave();
});

test.each(['zh-CN', 'en'] as const)(
  'no state of the page has a fault that axe finds or is wider than a phone (%s)',
  async (language) => {
    const { page, leave } = await open(draft.preparer, draft.office, { language, width: 390 });
    const address = `/offices/${draft.office}/2023/workbook`;
    const zh = await withCells(await fetchTemplate(page, draft.office, 'zh-CN'), { staffing: 'x' });
    for (const file of [undefined, Buffer.from('a'), zh, await withCells(zh, { staffing: 88 })]) {
      await page.goto(address);
      if (file) await choose(page, file);
      expect(await axeFindings(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    }
    await leave();
  },
);

/** A template with what somebody typed into it in a program of his own. */
function withCells(
  file: Uint8Array,
  { staffing, budget }: { staffing: string | number; budget?: number },
): Promise<Uint8Array> {
  return editWorkbook(file, (sheet) => {
    sheet('基本情况').set('staffing', 'value', staffing);
    if (budget !== undefined) sheet('收支情况').set('amounts.budget_total', 'value', budget);
  });
}

async function fetchTemplate(page: Page, office: string, language = 'zh-CN'): Promise<Uint8Array> {
  const address = `/offices/${office}/2023/template.xlsx?filled=1`;
  const answer = await page.request.get(address, { headers: { 'accept-language': language } });
  return new Uint8Array(await answer.body());
}

async function download(page: Page, selector: string) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(selector)]);
  return { name: file.suggestedFilename(), bytes: new Uint8Array(await readFile(await file.path())) };
}

/** Chooses a workbook, sends it and waits for the answer, a page of its own. */
async function choose(page: Page, bytes: Uint8Array): Promise<void> {
  await page.setInputFiles('#file', { name: '填好.xlsx', mimeType: '', buffer: Buffer.from(bytes) });
  const answered = page.waitForEvent('load');
  await page.click('.upload-form button');
  await answered;
}

async function open(loginName: string, office: string, options: VisitOptions = {}) {
  const visit = await browser.visitAs(loginName, options);
  await visit.page.goto(`/offices/${office}/2023/edit`);
  return visit;
}

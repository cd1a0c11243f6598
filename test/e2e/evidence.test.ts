import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { arrived, axeFindings, testBrowser, type VisitOptions } from '#test/helpers/browser.ts';
import { docxBytes, pdfBytes, pngBytes } from '#test/helpers/evidence-file.ts';
import { filers, filingDemo } from '#test/helpers/filing-demo.ts';

const demo = filingDemo();
const browser = testBrowser(demo);

const { draft, returned } = filers;
const report = pdfBytes('验收报告', 40_000);
/** What the report had been returned for. */
const corrections = {
  'rates.execution_rate': '90.66',
  'amounts.expenditure_general': '6456.22',
  'amounts.budget_total': '8000',
};

test('from the form to the review: a file is attached, sent along, and downloaded byte by byte', {
  timeout: 150_000,
}, async () => {
  const office = await open(returned.preparer, `/offices/${returned.office}/2023/edit`);
  const { page } = office;
  for (const [name, value] of Object.entries(corrections)) {
    await page.fill(`[name="${name}"]`, value);
    await page.locator(`[name="${name}"]`).blur();
  }
  await page.waitForSelector('.form-save[data-kind="saved"]');
  const link = page.locator('.form-evidence').first();
  expect(await link.innerText()).toBe('添加佐证文件');
  await link.click();
  await arrived(page, '**/evidence?node=*');
  const node = await page.inputValue('#node');
  expect(node).not.toBe('');
  await attach(page, [
    ['验收报告.pdf', report],
    ['现场照片.png', pngBytes('照片')],
    ['附件.pdf', docxBytes('其实是文档')],
  ]);
  expect(await page.innerText('[role="alert"]')).toMatch(
    /“附件\.pdf”的内容与扩展名不符[\s\S]*已添加：验收报告\.pdf、现场照片\.png/,
  );
  await attach(page, [['附件.docx', docxBytes('文档')]]);
  expect(await page.innerText('[role="status"]')).toBe('已添加 1 个文件。');
  expect(await page.innerText(`[id="n-${node}"]`)).toMatch(/验收报告\.pdf（39 KB）[\s\S]*附件\.docx/);

  await page.click('[aria-label="移除“附件.docx”"]');
  await arrived(page, '**/evidence?removed=1');
  expect(await page.innerText('main')).not.toContain('附件.docx');
  await page.click('text=返回填报');
  await arrived(page, '**/edit');
  expect(await page.innerText(`.form-evidence[href*="node=${node}"]`)).toBe('佐证文件 2 个');
  expect(await axeFindings(page)).toEqual([]);
  await office.leave();

  const approver = await open(returned.approver, `/offices/${returned.office}/2023/submit`);
  expect(await approver.page.innerText('.sent-evidence')).toMatch(/现场照片\.png[\s\S]*验收报告\.pdf/);
  expect(await axeFindings(approver.page)).toEqual([]);
  const review = `/districts/440103/2023/review/${returned.office}`;
  const reviewer = await open('reviewer', review);
  expect(await reviewer.page.innerText('#scores')).not.toContain('验收报告.pdf');
  await answerAll(approver.page);
  await approver.page.click('button[value="submit"]');
  await approver.page.waitForSelector('.receipt');
  expect(await approver.page.innerText('.sent-evidence')).toContain('验收报告.pdf');
  await approver.leave();

  await reviewer.page.goto(review);
  const file = await download(reviewer.page, '#scores a:has-text("验收报告.pdf")');
  expect(file.name).toBe('验收报告.pdf');
  expect(file.bytes.equals(report)).toBe(true);
  expect(await reviewer.page.innerText('#scores tr:has-text("验收报告.pdf")')).toContain('新增');
  expect(await axeFindings(reviewer.page)).toEqual([]);
  await reviewer.page.goto(`/districts/440103/2023/indicators/${node}`);
  const losing = reviewer.page.locator(`.lost-offices a[href*="/offices/${returned.office}/2023/evidence/"]`);
  expect(await losing.allInnerTexts()).toEqual(['现场照片.png（1 KB）', '验收报告.pdf（39 KB）']);
  await reviewer.page.goto('/districts/440103/2023/settings/audit?action=draft.attach');
  expect(await reviewer.page.innerText('.audit-table')).toMatch(/添加佐证文件[\s\S]*验收报告\.pdf/);
  await reviewer.page.goto(`/offices/${returned.office}/2023`);
  await reviewer.page.click('text=查看佐证文件（2 个）');
  await arrived(reviewer.page, '**/evidence');
  expect(await reviewer.page.locator('.evidence-form, .evidence-files button').count()).toBe(0);
  await reviewer.leave();
});

test('without JavaScript a file is attached, downloaded and removed, and a refusal keeps the indicator', async () => {
  const { page, leave } = await open(draft.preparer, `/offices/${draft.office}/2023/evidence`, {
    javaScript: false,
  });
  await page.click('[id^="n-"] a >> nth=1');
  const node = await page.inputValue('#node');
  await attach(page, [['空.pdf', Buffer.alloc(0)]]);
  expect(await page.innerText('[role="alert"]')).toContain('没有作任何改动');
  expect(await page.inputValue('#node')).toBe(node);
  await attach(page, [['报告.pdf', report]]);
  const file = await download(page, 'text=报告.pdf（39 KB）');
  expect([file.name, file.bytes.equals(report)]).toEqual(['报告.pdf', true]);
  await page.click('[aria-label="移除“报告.pdf”"]');
  expect(await page.innerText('[role="status"]')).toBe('已移除 1 个文件。');
  await leave();
});

test.each(['zh-CN', 'en'] as const)(
  'no state of the page has a fault that axe finds or is wider than a phone (%s)',
  async (language) => {
    const address = `/offices/${draft.office}/2023/evidence`;
    const { page, leave } = await open(draft.approver, address, { language, width: 390 });
    const check = async () => {
      expect(await axeFindings(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    };
    await check();
    await page.goto(`${address}?node=effectiveness`);
    await page.selectOption('#node', { index: 1 });
    await attach(page, [[`${'很长的名称'.repeat(20)} ${language}.pdf`, pdfBytes(language)]]);
    await check();
    await page.selectOption('#node', { index: 2 });
    await attach(page, [['a.exe', Buffer.from('MZ')]]);
    await check();
    await leave();
  },
);

test('with the keyboard alone: choose an indicator, attach, remove', async () => {
  const { page, leave } = await open(draft.preparer, `/offices/${draft.office}/2023/evidence`);
  await page.focus('#node');
  await page.keyboard.press('ArrowDown');
  await page.setInputFiles('#file', { name: '键盘.pdf', mimeType: '', buffer: pdfBytes('键盘') });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await arrived(page, '**attached=1');
  await page.focus('[aria-label="移除“键盘.pdf”"]');
  await page.keyboard.press('Enter');
  await arrived(page, '**removed=1');
  await leave();
});

/** Chooses files, sends them and waits for the answer, a page of its own. */
async function attach(page: Page, files: [string, Buffer][]): Promise<void> {
  await page.setInputFiles(
    '#file',
    files.map(([name, buffer]) => ({ name, mimeType: '', buffer })),
  );
  const answered = page.waitForEvent('load');
  await page.click('.evidence-form button');
  await answered;
}

async function answerAll(page: Page): Promise<void> {
  for (const field of await page.locator('.answer textarea').all()) await field.fill('已与决算核对');
  await page.click('button[value="answers"]');
  await page.waitForSelector('button[value="submit"]');
}

async function download(page: Page, selector: string) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(selector)]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

async function open(loginName: string, address: string, options: VisitOptions = {}) {
  const visit = await browser.visitAs(loginName, options);
  await visit.page.goto(address);
  return visit;
}

import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { arrived, testBrowser } from '#test/helpers/browser.ts';

const browser = testBrowser();
const compare = '/districts/440103/2023/compare';
const pair = `${compare}?offices=440103001,440103002`;

test('two offices are chosen by ticking them, and the sentence says what sets them apart', async () => {
  const { page, leave } = await browser.visitAs('leader');
  await page.goto(compare);
  await page.check('input[value="440103001"]');
  await page.check('input[value="440103002"]');
  await page.click('.compare-chooser button[type="submit"]');
  await arrived(page, (url) => url.searchParams.getAll('offices').length === 2);
  const heading = await page.innerText('h1');
  expect(heading).toContain('白鹤洞街道');
  expect(heading).toMatch(/总分[高低]3\.50分，主要来自.*资产管理（[+-]1\.50）/);
  await leave();
});

test('the published reports stand beside each other with the difference worked out', async () => {
  const { page, leave } = await browser.visitAs('leader');
  await page.goto(pair);
  const rows = await shownRows(page);
  expect(rows.find(([name]) => name === '总分（100分）')?.slice(1, 5)).toEqual([
    '95.97',
    '99.47',
    '+3.50',
    '—',
  ]);
  // One of the two did not state it: no difference is worked out.
  expect(rows.find(([name]) => name === '预算执行率（%）')?.slice(1, 5)).toEqual(['96.12', '未报', '—', '—']);
  const larger = page.locator('.compare-table tr:has-text("总分（100分）") td[data-lead="alone"]');
  expect(await larger.innerText()).toContain('99.47');
  expect(await larger.locator('.sr-only').textContent()).toBe('最大');
  await leave();
});

test('offices are moved, made the base and removed by links; the address holds it all', async () => {
  const { page, leave } = await browser.visitAs('leader');
  await page.goto(`${compare}?offices=440103001,440103002,440103005&unit=yi`);
  await page.click('.compare-links a[aria-label="嘉禾街道左移"]');
  await arrived(page, (url) => url.searchParams.get('offices') === '440103002,440103001,440103005');
  await page.click('.compare-links a[aria-label="以白鹤洞街道为基准"]');
  await arrived(page, (url) => url.searchParams.get('base') === '440103001');
  await page.locator('.compare-office:has(b)', { hasText: '白鹤洞街道' }).waitFor();
  await page.check('.compare-controls input[name="differ"]');
  for (const group of ['standing', 'rates', 'money', 'quality'])
    await page.uncheck(`.compare-controls input[value="${group}"]`);
  await page.click('.compare-controls button');
  await arrived(page, (url) => url.searchParams.get('differ') === '1');
  expect(await page.locator('.compare-table .compare-group').count()).toBe(1);
  const shown = await shownRows(page);
  const address = page.url();
  expect(new URL(address).searchParams.get('unit')).toBe('yi');
  await leave();
  const other = await browser.visitAs('reviewer', { javaScript: false });
  await other.page.goto(address);
  expect(await shownRows(other.page)).toEqual(shown);
  await other.leave();
});

test('unknown codes are dropped and named; of more than five the first five are compared', async () => {
  const { page, leave } = await browser.visitAs('leader');
  await page.goto(`${pair},999999999,440103003,440103004,440103005,440103006`);
  const dropped = await page.locator('.compare-dropped').allInnerTexts();
  expect(dropped[0]).toContain('999999999');
  expect(dropped[1]).toContain('最多对比5个街道');
  expect(await page.locator('.compare-office').count()).toBe(5);
  await page.goto(`${compare}?offices=440103001`);
  expect(await page.innerText('main')).toContain('已选1个街道');
  expect(await page.isChecked('input[value="440103001"]')).toBe(true);
  await leave();
});

test('an office that cannot be compared stays as a column with the reason', async () => {
  const { page, leave } = await browser.visitAs('leader');
  await page.goto(compare);
  const returned = page.locator('.compare-chooser tr', { hasText: '已退回' }).first();
  const code = await returned.locator('input').getAttribute('value');
  await page.goto(`${pair},${code}`);
  expect(await page.locator('.compare-office').last().innerText()).toContain('不参与比较：已退回');
  expect(await page.innerText('h1')).toContain('总分高3.50分');
  await leave();
});

test('the CSV holds exactly the cells on the page', async () => {
  const { page, leave } = await browser.visitAs('leader');
  for (const state of ['', '&differ=1&groups=scores&unit=yuan', ',440103005&base=440103002']) {
    await page.goto(pair + state);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('a[href*="compare.csv"]'),
    ]);
    expect(download.suggestedFilename()).toBe('对比_演示区_2023.csv');
    const options = { bom: true, relaxColumnCount: true } as const;
    const file: string[][] = parse(await readFile(await download.path()), options);
    const shown = await shownRows(page);
    const figures = file.slice(1).filter((row) => row.length === shown[0]?.length);
    expect(figures).toEqual(shown);
    expect(figures.length).toBeGreaterThan(5);
  }
  await leave();
});

test('long texts unfold without scripts, and themes in common are marked', async () => {
  const { page, leave } = await browser.visitAs('leader', { javaScript: false });
  await page.goto(pair);
  const folded = page.locator('.words-folded').first();
  expect(await folded.locator('.words').isVisible()).toBe(false);
  await folded.locator('summary').click();
  expect(await folded.locator('.words').isVisible()).toBe(true);
  expect(await page.innerText('#words')).toContain('人员能力与培训不足（白鹤洞街道、嘉禾街道）');
  expect(await page.locator('.words-themes [data-tone="accent"]').count()).toBeGreaterThanOrEqual(4);
  expect(await page.locator('.shares [data-mark]').count()).toBeGreaterThan(8);
  await leave();
});

/** The table’s rows below the head, group headings left out, marks for eye and ear left out. */
async function shownRows(page: Page): Promise<string[][]> {
  return page.$$eval('.compare-table tbody tr', (rows) =>
    rows
      .filter((row) => row.children.length > 1)
      .map((row) =>
        [...row.children].map((cell) => {
          const copy = cell.cloneNode(true) as HTMLElement;
          for (const mark of copy.querySelectorAll('.sr-only, .compare-mark')) mark.remove();
          return copy.textContent?.trim() ?? '';
        }),
      ),
  );
}

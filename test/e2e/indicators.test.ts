import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { arrived, cellTexts, testBrowser } from '#test/helpers/browser.ts';

const browser = testBrowser();
const heatmap = '/districts/440103/2023/indicators';
const offices = '.loss-table tbody:not(.unranked-rows)';

test('the sentence names where most points go, and the table marks what was not stated', async () => {
  const { page, leave } = await browser.visitAs('leader');
  await page.goto(heatmap);
  expect(await page.innerText('h1')).toContain('失分最多的是“整体效能”');
  const rows = await cellTexts(page, offices);
  expect(rows).toHaveLength(18);
  const jiahe = rows.find(([office]) => office === '嘉禾街道');
  expect(jiahe?.slice(1, 5)).toEqual(['1', '0.53', '未报', '未报']);
  // 信息公开 3 of 4, 采购管理 9.77 of 10, as the published report says.
  expect([jiahe?.[7], jiahe?.[9]]).toEqual(['1.00', '0.23']);
  expect(await cellTexts(page, '.unranked-rows')).toEqual(
    expect.arrayContaining([
      ['棠梨街道', '未报送'],
      ['疏桐街道', '填报中，尚未提交'],
    ]),
  );
  await leave();
});

test('offices sort by a column of the reader’s choice, indicators by what they lose', async () => {
  const { page, leave } = await browser.visitAs('leader');
  await page.goto(heatmap);
  await page.click('thead a[aria-label*="采购管理"]');
  await arrived(page, (url) => url.searchParams.get('sort') === '-management.procurement');
  await page.waitForSelector('th[aria-sort="descending"]:has-text("采购管理")');
  const lost = (await cellTexts(page, offices)).map((row) => Number(row[9]));
  expect(lost).toEqual([...lost].sort((a, b) => b - a));
  expect(lost[0]).toBeGreaterThan(0);
  await page.click('.loss-choices a:has-text("失分最多在前")');
  await arrived(page, (url) => url.searchParams.get('order') === 'lost');
  await page.waitForFunction(() => document.querySelectorAll('.loss-table thead tr').length === 1);
  const means = (await cellTexts(page, '.loss-table tfoot'))[0]?.slice(3, -1).map(Number) ?? [];
  expect(means).toHaveLength(9);
  expect(means).toEqual([...means].sort((a, b) => b - a));
  expect(await page.getAttribute('thead [aria-sort]', 'aria-sort')).toBe('descending');
  await leave();
});

test('a link shows the next person the same table', async () => {
  const { page, leave } = await browser.visitAs('leader');
  await page.goto(heatmap);
  for (const choice of ['三级', '管理效率', '只看有失分的', '自评分']) {
    await page.click(`.loss-choices a:text-is("${choice}")`);
    await page.waitForSelector(`.loss-choices a[aria-current]:text-is("${choice}")`);
  }
  const shown = await cellTexts(page, '.loss-table');
  const address = page.url();
  await leave();
  const other = await browser.visitAs('reviewer', { javaScript: false });
  await other.page.goto(address);
  expect(await cellTexts(other.page, '.loss-table')).toEqual(shown);
  expect(await other.page.innerText('.loss-table thead')).not.toContain('履职效能');
  await other.leave();
});

test('the CSV holds exactly the cells on the page', async () => {
  const { page, leave } = await browser.visitAs('leader');
  for (const state of ['', '?level=3&order=offices&losses=1', '?dim=management&score=reviewed&sort=office']) {
    await page.goto(heatmap + state);
    const [heads, ...file] = await downloadCsv(page);
    const rows = (await cellTexts(page, offices)).map(([office, ...cells]) => [office, ...cells]);
    expect(rows.length).toBeGreaterThan(10);
    expect(file.slice(0, rows.length)).toEqual(rows);
    expect(heads).toHaveLength(rows[0]?.length ?? 0);
    const summary = await cellTexts(page, '.loss-table tfoot');
    for (const row of summary) expect(file).toContainEqual(row);
    expect(file.flat()).toContain(await page.innerText('h1'));
  }
  await leave();
});

test('one indicator tells who lost points, by the report’s own words, and the years before', async () => {
  const { page, leave } = await browser.visitAs('leader');
  await page.goto(heatmap);
  await page.click('thead a:text-is("采购管理")');
  await arrived(page, `**${heatmap}/management.procurement`);
  await page.waitForSelector('.lost-offices');
  const jiahe = (await cellTexts(page, '.lost-offices tbody')).find(([office]) =>
    office?.startsWith('嘉禾街道'),
  );
  expect(jiahe?.slice(1, 5)).toEqual(['9.77', '0.23', '2.3%', '9.77']);
  expect(jiahe?.[6]).toContain('占比为77%');
  expect(jiahe?.[7]).toContain('采购管理得分 9.77 分');
  expect(await page.locator('.strip-dot').count()).toBe(18);
  await page.focus('.strip-dot');
  await page.keyboard.press('End');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toMatch(
    /^\/offices\/4401\d+\/2023$/,
  );
  await page.click('[aria-labelledby="history"] summary');
  const years = await cellTexts(page, '.chart-twin[open] tbody');
  expect(years.map(([year]) => year)).toEqual(['2019', '2020', '2021', '2022', '2023']);
  await page.click('a[rel="next"]');
  await arrived(page, `**${heatmap}/management.assets`);
  await leave();
});

test('without JavaScript both pages are complete, and an unknown indicator is not there', async () => {
  const address = `${heatmap}/effectiveness.spending_progress`;
  const seen: string[][][] = [];
  for (const javaScript of [true, false]) {
    const { page, leave } = await browser.visitAs('leader', { javaScript });
    await page.goto(address);
    seen.push(await cellTexts(page, '.lost-offices'));
    expect(await page.locator('svg .strip-dot').count()).toBe(16);
    expect((await page.goto(`${heatmap}/effectiveness.no_such`))?.status()).toBe(404);
    await leave();
  }
  expect(seen[0]).toEqual(seen[1]);
  expect(seen[0]?.length).toBe(17);
});

test.each([
  ['zh-CN', '', 1],
  ['zh-CN', '?level=3', 1],
  // English heads are too long for so many columns on one sheet
  ['en', '?level=3', 2],
] as const)('on paper the heatmap (%s %s) takes %i', async (language, state, sheets) => {
  const { page, leave } = await browser.visitAs('leader', { language });
  // with scripts running, which make tables fit
  await page.goto(heatmap + state, { waitUntil: 'networkidle' });
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(sheets);
  await leave();
});

async function downloadCsv(page: Page): Promise<string[][]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.click('a[download]:text-is("CSV")'),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  return parse(text.replace(/^\uFEFF/, ''), { relax_column_count: true });
}

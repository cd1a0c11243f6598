import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { arrived, cellTexts, testBrowser } from '#test/helpers/browser.ts';

const browser = testBrowser();
const ranking = '/districts/440103/2023/ranking';

test('the leader signs in and lands on the overview of the latest year', async () => {
  const { page, leave } = await browser.signInAs('leader');
  expect(new URL(page.url()).pathname).toBe('/districts/440103/2023');
  expect(await page.innerText('h1')).toContain('演示区');
  const text = await page.innerText('main');
  expect(text).toMatch(/22个街道.*18个/);
  await page.click('a:has-text("排名表")');
  await arrived(page, `**${ranking}`);
  await leave();
});

test('the ranking shows both published reports as they are', async () => {
  const { page, leave } = await browser.visitAs('leader');
  await page.goto(ranking);
  expect(await rowOf(page, '白鹤洞街道')).toMatchObject({ 总分: '95.97', 预算执行率: '96.12' });
  expect(await rowOf(page, '嘉禾街道')).toMatchObject({ 总分: '99.47', 预算执行率: '未报', 核查错误: '2' });
  await leave();
});

test('sorting by execution rate ranks by it and puts 嘉禾街道 under the table with the reason', async () => {
  const { page, leave } = await browser.visitAs('leader');
  await page.goto(ranking);
  await page.click('thead a:has-text("预算执行率")');
  await arrived(page, (url) => url.searchParams.get('sort') === '-execution_rate');
  await page.waitForSelector('thead th[aria-sort="descending"]:has-text("预算执行率")');
  const heads = await headings(page);
  const ranked = await cellTexts(page, '.ranking-table tbody:not(.unranked)');
  const rates = ranked.map((row) => Number(row[heads.indexOf('预算执行率')]));
  expect(rates).toHaveLength(16);
  expect(rates).toEqual([...rates].sort((a, b) => b - a));
  expect(ranked[0]?.[heads.indexOf('名次')]).toBe('1');
  const unranked = await cellTexts(page, '.ranking-table tbody.unranked');
  expect(unranked.find(([office]) => office === '嘉禾街道')?.at(-1)).toContain('未报全年预算数');
  await leave();
});

test('the CSV holds exactly the cells on the page, whatever was sorted, filtered and chosen', async () => {
  const { page, leave } = await browser.visitAs('leader');
  const states = [
    '',
    '?sort=-execution_rate&columns=rank,execution_rate,budget_total,three_public_actual&pin=execution_rate',
    '?status=submitted&unit=yuan&score=self',
    '?of=execution_rate&min=90&max=97&unit=yi',
  ];
  for (const state of states) {
    await page.goto(ranking + state);
    const [heading, ...file] = await downloadCsv(page);
    const [heads, ...rows] = await shownTable(page);
    for (const [index, head] of heads?.entries() ?? []) expect(heading?.[index]).toContain(head);
    const isRow = (row: string[]) => row.length === heads?.length;
    expect(file.filter(isRow)).toEqual(rows);
    expect(rows.length).toBeGreaterThan(3);
  }
  await leave();
});

test('a link shows the next person the same table', async () => {
  const { page, leave } = await browser.visitAs('leader');
  await page.goto(ranking);
  await page.click('details:has(input[name="q"]) > summary');
  await page.fill('input[name="q"]', '街');
  await page.check('input[name="status"][value="approved"]');
  await page.press('input[name="q"]', 'Enter');
  await arrived(page, (url) => url.searchParams.get('status') === 'approved');
  const shown = await shownTable(page);
  expect(shown).toHaveLength(1 + 12 + 4);
  const address = page.url();
  await leave();
  const other = await browser.visitAs('reviewer');
  await other.page.goto(address);
  expect(await shownTable(other.page)).toEqual(shown);
  await other.leave();
});

test('the report card of 嘉禾街道 offers the unit correction and applies nothing', async () => {
  const { page, leave } = await browser.visitAs('leader');
  await page.goto('/offices/440103002/2023');
  const findings = await page.innerText('.findings');
  expect(findings).toContain('填报15,324.90元');
  expect(findings).toContain('153,249,000.00元');
  expect(findings).toContain('今年 1-11 月');
  expect(findings).toMatch(/填报49.77分，测算48.77分.*信息公开.*4.00分/);
  expect(findings).toMatch(/填报5，测算4/);
  expect(await page.innerText('.reading')).toContain('预算执行率未报');
  const money = await cellTexts(page, '.report-table');
  expect(money.find(([item]) => item?.startsWith('项目支出'))?.[1]).toBe('1.53');
  await leave();
});

async function headings(page: Page): Promise<string[]> {
  return (await shownTable(page))[0] ?? [];
}

async function rowOf(page: Page, office: string): Promise<Record<string, string>> {
  const heads = await headings(page);
  const row = (await shownTable(page)).find(([first]) => first === office) ?? [];
  return Object.fromEntries(heads.map((head, index) => [head, row[index] ?? '']));
}

/** Heading texts, then the texts of every row: offices, the heading of the unranked left out, then summaries. */
async function shownTable(page: Page): Promise<string[][]> {
  return page.$$eval('.ranking-table', ([table]) => {
    // Words for screen readers stand beside an arrow for the eye; the file has the arrow.
    const text = (cell: Element) => {
      const copy = cell.cloneNode(true) as HTMLElement;
      for (const hidden of copy.querySelectorAll('.sr-only')) hidden.remove();
      return copy.textContent?.trim() ?? '';
    };
    const heads = [...(table?.querySelectorAll('thead th:not([scope="colgroup"])') ?? [])];
    const note = heads.filter((head) => (head as HTMLTableCellElement).rowSpan > 1);
    const ordered = [note[0], ...heads.filter((head) => !note.includes(head)), note[1]].filter(
      (head) => head !== undefined,
    );
    const rows = [...(table?.querySelectorAll('tbody tr, tfoot tr') ?? [])].filter(
      (row) => row.children.length > 1,
    );
    const name = (head: Element) => text(head.querySelector('a') ?? head);
    return [ordered.map(name), ...rows.map((row) => [...row.children].map(text))];
  });
}

async function downloadCsv(page: Page): Promise<string[][]> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('a[href*="ranking.csv"]')]);
  expect(download.suggestedFilename()).toBe('排名_演示区_2023.csv');
  return parse(await readFile(await download.path()), { bom: true, relaxColumnCount: true });
}

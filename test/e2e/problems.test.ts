import { readdir, readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { arrived, cellTexts, testBrowser } from '#test/helpers/browser.ts';

const browser = testBrowser();
const problems = '/districts/440103/2023/problems';

test('from the overview’s year to the themes, to one theme, to an office’s report card', async () => {
  const { page, leave } = await browser.signInAs('leader');
  await page.click('.frame-nav a:has-text("共性问题")');
  await arrived(page, `**${problems}`);
  await page.waitForSelector('.themes-table');
  expect(await page.innerText('h1')).toMatch(/最常见.*占已报18个街道的\d+%/);
  await page.click('.themes-table a:has-text("执行率低、结转多")');
  await arrived(page, (url) => url.searchParams.get('theme') === 'slow_execution');
  await page.waitForSelector('.statement');
  const counted = Number((await page.innerText('#statements')).match(/(\d+)个街道提到/)?.[1]);
  const offices = await page.$$eval('#statements ~ .statement-group .statement-office a', (links) =>
    links.map((link) => link.textContent),
  );
  expect(counted).toBeGreaterThan(1);
  expect(new Set(offices).size).toBe(counted);
  expect(await page.innerText('#former')).toContain('今年未再提及');
  await page.click('.statement-office a >> nth=0');
  await arrived(page, '**/offices/**/2023');
  await page.waitForSelector(`h1:has-text("${offices[0]}")`);
  await leave();
});

test('the matrix leads from a cell to the office’s words, and tells those who do not see what a cell says', async () => {
  const { page, leave } = await browser.visitAs('leader');
  await page.goto(`${problems}?view=matrix`);
  const rows = await page.$$eval('.matrix-table tbody tr', (each) => each.length);
  expect(rows).toBe(18);
  const cell = page.locator('.matrix-cell[data-state="repeated"] a').first();
  expect(await cell.innerText()).toMatch(/^\d/);
  expect(await cell.locator('.sr-only').textContent()).toMatch(/^连续\d年提出$/);
  await cell.click();
  await arrived(page, (url) => url.searchParams.has('office') && url.searchParams.has('theme'));
  await page.waitForSelector('.statement .badge');
  expect(await page.$$eval('.statement-group', (groups) => groups.length)).toBeGreaterThan(0);
  expect(await page.innerText('.statement .badge >> nth=0')).toMatch(/^连续\d年提出$/);
  await leave();
});

test('a filter is an address, and a link shows the next person the same', async () => {
  const { page, leave } = await browser.visitAs('leader');
  await page.goto(`${problems}?view=statements`);
  const all = await page.$$eval('.statement', (each) => each.length);
  await page.fill('input[name="q"]', '预算');
  await page.selectOption('select[name="by"]', 'office');
  await page.click('.problems-filter button');
  await arrived(page, (url) => url.searchParams.get('q') === '预算');
  expect(new URL(page.url()).search).toBe(`?${new URLSearchParams({ by: 'office', q: '预算' })}`);
  await page.waitForSelector('mark');
  expect(new Set(await page.$$eval('mark', (marks) => marks.map((mark) => mark.textContent)))).toEqual(
    new Set(['预算']),
  );
  await page.check('input[name="repeated"]');
  await arrived(page, (url) => url.searchParams.get('repeated') === '1');
  await page.waitForFunction(() => document.querySelector('#statements')?.textContent?.includes('符合条件'));
  const shown = await page.innerText('main');
  expect(await page.$$eval('.statement', (each) => each.length)).toBeLessThan(all);
  const address = page.url();
  await leave();
  const other = await browser.visitAs('reviewer');
  await other.page.goto(address);
  expect(await other.page.innerText('main')).toBe(shown);
  await other.page.click('.problems-filter a');
  await arrived(other.page, (url) => url.search === '?view=statements&by=office');
  await other.leave();
});

test('the CSV is what the page shows', async () => {
  const { page, leave } = await browser.visitAs('leader');
  for (const [query, table] of [
    ['', '.themes-table'],
    ['?sort=repeated', '.themes-table'],
    ['?view=matrix&rows=name', '.matrix-table'],
  ] as const) {
    await page.goto(problems + query);
    const shown = (await cellTexts(page, `${table} tbody`)).map((row) => row.map(eyeText));
    const file = await downloadCsv(page);
    expect(file.slice(1, shown.length + 1).map((row) => row.map(eyeText))).toEqual(shown);
    expect(shown.length).toBeGreaterThan(10);
  }
  await page.goto(`${problems}?theme=slow_execution`);
  const texts = await page.$$eval('#statements ~ .statement-group .statement-body > p', (each) =>
    each.map((line) => line.textContent),
  );
  for (const row of (await downloadCsv(page)).slice(1)) {
    if (row.length < 5) break;
    expect(texts).toContain(row[2]);
  }
  await leave();
});

test('without JavaScript the page is complete: themes, chart, matrix, statements, filter', async () => {
  const views = ['', '?sort=change', '?view=matrix', '?by=office&q=%E9%A2%84%E7%AE%97'];
  const seen: string[][] = [];
  for (const javaScript of [true, false]) {
    const { page, leave } = await browser.visitAs('leader', { javaScript });
    const texts: string[] = [];
    for (const query of views) {
      await page.goto(problems + query);
      texts.push(await page.innerText('main'));
    }
    await page.goto(problems);
    expect(await page.$$eval('figure svg a[data-mark]', (marks) => marks.length)).toBeGreaterThan(5);
    if (!javaScript) {
      await page.goto(`${problems}?view=statements`);
      await page.selectOption('select[name="theme"]', 'slow_execution');
      await page.click('.problems-filter button');
      expect(new URL(page.url()).searchParams.get('theme')).toBe('slow_execution');
      expect(await page.innerText('#statements')).toContain('执行率低、结转多');
    }
    seen.push(texts);
    await leave();
  }
  expect(seen[1]).toEqual(seen[0]);
});

test('the taxonomy’s patterns reach the form alone, which classifies as one types; its names are there once', async () => {
  const assets = (await readdir('build/client/assets')).filter((name) => name.endsWith('.js'));
  const scripts = await Promise.all(
    assets.map(async (name) => ({ name, text: await readFile(`build/client/assets/${name}`, 'utf8') })),
  );
  const holding = (words: string) =>
    scripts.filter(({ text }) => text.includes(words)).map(({ name }) => name);
  const [patterns, ...more] = holding('收支两条线');
  expect(more).toEqual([]);
  expect(holding('指标调整不及时')).toHaveLength(1);
  const loaded = async (account: string, address: string) => {
    const { page, leave } = await browser.visitAs(account);
    await page.goto(address, { waitUntil: 'networkidle' });
    const names = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    await leave();
    return names.some((name) => name.endsWith(`/${patterns}`));
  };
  expect(await loaded('preparer', '/offices/440103001/2023/edit')).toBe(true);
  for (const page of ['', '/problems', '/ranking', '/compare?offices=440103001,440103002'])
    expect([page, await loaded('leader', `/districts/440103/2023${page}`)]).toEqual([page, false]);
});

/** A cell without the words for those who do not see it, as the file has it. */
function eyeText(text: string): string {
  return text
    .replace(/\s*(暂定数|连续\d+年提出|今年新提出|今年提出，上年未报|上年提出，今年未再提及)$/, '')
    .replace(/\*$/, '');
}

async function downloadCsv(page: Page): Promise<string[][]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.click('a[href*="problems.csv"]'),
  ]);
  expect(download.suggestedFilename()).toMatch(/^共性问题_.+_演示区_2023\.csv$/);
  return parse(await readFile(await download.path()), { bom: true, relaxColumnCount: true });
}

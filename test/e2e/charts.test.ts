import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { testBrowser } from '#test/helpers/browser.ts';

const browser = testBrowser();
const overview = '/districts/440103/2023';
/** The first chart of the page, once it is drawn. */
const chart = 'figure:has([data-mark])';

async function openChart() {
  const visit = await browser.visitAs('leader');
  await visit.page.goto(overview);
  await visit.page.waitForSelector(`${chart} [data-mark]`);
  return visit;
}

test('a chart is saved as SVG that stands by itself: title, unit, source, day and provisional mark', async () => {
  const { page, leave } = await openChart();
  const title = await titleOf(page);
  const svg = (await save(page, 'SVG')).toString();
  const read = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    return {
      broken: parsed.querySelector('parsererror') !== null,
      title: parsed.querySelector('title')?.textContent,
      text: [...parsed.querySelectorAll('text')].map((line) => line.textContent).join(''),
      links: parsed.querySelectorAll('a[href]').length,
      styled: parsed.querySelectorAll('[style]').length,
    };
  }, svg);
  expect(read).toMatchObject({ broken: false, title, links: 0 });
  for (const part of [title, '单位：%', '资料来源：', '数据截至 20', '含暂定数', '望舒街道'])
    expect(read.text).toContain(part);
  await leave();
});

test('a chart is saved as PNG at twice its size', async () => {
  const { page, leave } = await openChart();
  const svg = (await save(page, 'SVG')).toString();
  const png = await save(page, 'PNG');
  const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
    Math.floor(Number(width) * 2),
    Math.floor(Number(height) * 2),
  ]);
  // a blank picture of this size is a few thousand bytes
  expect(png.length).toBeGreaterThan(30_000);
  await leave();
});

test('a chart is one tab stop, read with arrow keys, Home and End, each mark by its own name', async () => {
  const { page, leave } = await openChart();
  await page.focus(`${chart} [data-mark]`);
  expect(await focused(page)).toMatch(/^第1名，枕流街道，104\.43%/);
  await page.keyboard.press('ArrowDown');
  expect(await focused(page)).toMatch(/^第2名，/);
  await page.keyboard.press('End');
  expect(await focused(page)).toMatch(/望舒街道，54\.06%/);
  await page.keyboard.press('Home');
  expect(await focused(page)).toMatch(/^第1名，/);
  await page.keyboard.press('Tab');
  const inside = await page.evaluate(
    (selector) => document.querySelector(selector)?.contains(document.activeElement),
    chart,
  );
  expect(inside).toBe(false);
  await page.keyboard.press('Shift+Tab');
  expect(await focused(page)).toMatch(/^第1名，/);
  await leave();
});

test('what belongs to the office in focus or under the pointer is lit, and nothing else', async () => {
  const { page, leave } = await openChart();
  const mark = page.locator(`${chart} [data-mark]`).nth(2);
  const office = await mark.getAttribute('data-office');
  const lit = () =>
    page.$$eval('[data-lit]', (all) => [...new Set(all.map((one) => one.getAttribute('data-office')))]);
  await mark.focus();
  expect(await lit()).toEqual([office]);
  await page.focus('h1, main');
  await page.mouse.move(0, 0);
  await mark.hover();
  expect(await lit()).toEqual([office]);
  await page.mouse.move(0, 0);
  expect(await page.$$('[data-lighting]')).toEqual([]);
  await leave();
});

async function titleOf(page: Page): Promise<string> {
  return ((await page.getAttribute(chart, 'aria-label')) ?? '').replace(/^图：/, '');
}

async function save(page: Page, format: 'SVG' | 'PNG'): Promise<Buffer> {
  const name = { SVG: '存为 SVG', PNG: '存为图片' }[format];
  const button = page.getByRole('button', { name, exact: true }).first();
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${format.toLowerCase()}$`));
  return readFile(await download.path());
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
}

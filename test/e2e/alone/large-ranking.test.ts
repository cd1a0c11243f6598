import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { insertLargeDistrict } from '#db/demo/large-district.server.ts';
import { testBrowser } from '#test/helpers/browser.ts';
import { ownDemo } from '#test/helpers/own-demo.ts';
import { pieceOfWork } from '#test/helpers/piece-of-work.ts';

/**
 * The table with every column of a district of 200 offices. No single task may keep the reader waiting: tasks are held
 * against a fixed piece of work done in the same browser right before and after, so that a busy machine slows down both.
 */
const offices = 200;
/** How many times as long as the piece of work a task may take: 60 ms of it on an idle machine, 200 ms on a busy one. */
const atMost = { moving: 6, sorting: 15 };

let district: { code: string; loginName: string };
const demo = ownDemo({
  prepare: async (database) => {
    const { code, leader } = await insertLargeDistrict(database, { offices, years: 2 });
    district = { code, loginName: leader.loginName };
  },
});
const browser = testBrowser(demo);

test('200 offices with all columns stand in the first HTML', async () => {
  const { page, leave } = await browser.visitAs(district.loginName, { javaScript: false });
  const answer = await page.request.get(address());
  const html = await answer.text();
  const [table = ''] = html.match(/<table class="data-table ranking-table".*?<\/table>/s) ?? [];
  const columns = table.match(/<th scope="col"/g)?.length ?? 0;
  const rows = table.match(/<tr id="o\d{9}">.*?<\/tr>/gs) ?? [];
  expect(columns).toBeGreaterThan(60);
  expect(rows).toHaveLength(offices);
  for (const row of rows) expect(row.match(/<t[hd][ >]/g)).toHaveLength(columns);
  await leave();
});

test('and can be scrolled, sorted and selected in without waiting or jumping', async () => {
  const { page, leave } = await browser.visitAs(district.loginName);
  await page.addInitScript(record);
  await page.goto(address(), { waitUntil: 'networkidle' });
  const scroller = page.locator('.ranking-scroll');
  const scrolling = await worstTask(page, async () => {
    for (let step = 1; step <= 20; step++) {
      await scroller.evaluate((node, at) => node.scrollTo(node.scrollWidth * at, 0), step / 20);
      await page.evaluate((at) => window.scrollTo(0, document.body.scrollHeight * at), step / 20);
      await page.waitForTimeout(30);
    }
  });
  // Until here: rows that sorting moves are meant to move.
  const shift = await page.evaluate(() => (window as unknown as Recorded).layoutShift);
  const figures = {
    scrolling,
    sorting: await worstTask(page, async () => {
      await page.evaluate(() => document.querySelector('.ranking-scroll')?.scrollTo(0, 0));
      await page.click('thead a:has-text("预算执行率")');
      await page.waitForSelector('thead th[aria-sort]:has-text("预算执行率")');
      await page.waitForTimeout(300);
    }),
    selecting: await worstTask(page, async () => {
      const cell = (row: number, column: number) =>
        page.locator(`.ranking-table tbody tr:nth-child(${row}) > *:nth-child(${column})`);
      await cell(1, 3).scrollIntoViewIfNeeded();
      await cell(1, 3).hover();
      await page.waitForSelector('td[tabindex="0"]', { state: 'attached' });
      await page.mouse.down();
      for (const row of [3, 6, 9, 12]) await cell(row, 6).hover();
      await page.mouse.up();
      expect(await page.locator('.chosen').count()).toBe(12 * 4);
    }),
  };
  expect(Math.max(figures.scrolling, figures.selecting), JSON.stringify(figures)).toBeLessThan(atMost.moving);
  expect(figures.sorting, JSON.stringify(figures)).toBeLessThan(atMost.sorting);
  expect(shift).toBeLessThan(0.02);
  await leave();
});

interface Recorded {
  longestTask: number;
  layoutShift: number;
}

function record() {
  const recorded = Object.assign(window as unknown as Recorded, { longestTask: 0, layoutShift: 0 });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries())
      recorded.longestTask = Math.max(recorded.longestTask, duration);
  }).observe({ type: 'longtask' });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    })[])
      if (!entry.hadRecentInput) recorded.layoutShift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/** The longest task while `act` runs, as a multiple of the fixed piece of work; 0 when none was above 50 ms. */
async function worstTask(page: Page, act: () => Promise<void>): Promise<number> {
  const before = await page.evaluate(pieceOfWork);
  await page.waitForTimeout(100);
  await page.evaluate(() => Object.assign(window, { longestTask: 0 }));
  await act();
  await page.waitForTimeout(100);
  const longest = await page.evaluate(() => (window as unknown as Recorded).longestTask);
  const after = await page.evaluate(pieceOfWork);
  return longest / Math.max(before, after);
}

function address(): string {
  return `/districts/${district.code}/2023/ranking?columns=all`;
}

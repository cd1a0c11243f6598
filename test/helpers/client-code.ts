import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';

export interface PageLoad {
  /** Every script the page loaded, lazily loaded ones included, in bytes after gzip. */
  scriptBytes: number;
  /** Sum of all layout shifts that nobody's input caused, while loading and scrolling. */
  layoutShift: number;
}

/** Opens the address in a signed-in page, scrolls through it to the end so that everything lazy loads, and measures. */
export async function measureLoad(page: Page, address: string): Promise<PageLoad> {
  await page.addInitScript(recordShifts);
  await page.goto(address, { waitUntil: 'networkidle' });
  await scrollThrough(page);
  await page.waitForLoadState('networkidle');
  const { scripts, shift } = await page.evaluate(() => ({
    scripts: performance.getEntriesByType('resource').map(({ name }) => name),
    shift: (window as unknown as Shifts).layoutShift,
  }));
  const sizes = [...new Set(scripts)]
    .filter((url) => new URL(url).pathname.endsWith('.js'))
    .map(gzippedBytes);
  return { scriptBytes: (await Promise.all(sizes)).reduce((a, b) => a + b, 0), layoutShift: shift };
}

interface Shifts {
  layoutShift: number;
}

function recordShifts() {
  const shifts = window as unknown as Shifts;
  shifts.layoutShift = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    })[])
      if (!entry.hadRecentInput) shifts.layoutShift += entry.value;
  });
  observer.observe({ type: 'layout-shift', buffered: true });
}

/** Half a window at a time, with time to load and draw what comes into view. */
async function scrollThrough(page: Page): Promise<void> {
  const atEnd = () => window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 1;
  while (!(await page.evaluate(atEnd))) {
    await page.evaluate(() => window.scrollBy(0, window.innerHeight / 2));
    await page.waitForTimeout(100);
  }
  await page.waitForTimeout(500);
}

async function gzippedBytes(url: string): Promise<number> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`);
  return gzipSync(await answer.text()).length;
}

import { expect, test } from 'vitest';
import { arrived, testBrowser } from '#test/helpers/browser.ts';
import { measureLoad } from '#test/helpers/client-code.ts';

const browser = testBrowser();
const overview = '/districts/440103/2023';

test.each([1280, 390])(
  'nothing moves while the overview loads at %d px, and its code stays small',
  async (width) => {
    const { page, leave } = await browser.visitAs('leader', { width });
    const { scriptBytes, layoutShift } = await measureLoad(page, overview);
    expect(await page.locator('.chart-drawing svg').count()).toBeGreaterThanOrEqual(2);
    expect(scriptBytes).toBeGreaterThan(100_000);
    expect(scriptBytes).toBeLessThanOrEqual(240_000);
    expect(layoutShift).toBeLessThan(0.02);
    await leave();
  },
);

test.each([true, false])(
  'a chosen day shows what changed since and stays in the address (JavaScript %s)',
  async (javaScript) => {
    const { page, leave } = await browser.visitAs('leader', { javaScript });
    await page.goto(`${overview}?unit=yi`);
    await page.fill('input[name="since"]', '2024-11-01');
    await page.click('.since-form button');
    await arrived(page, (url) => url.searchParams.get('since') === '2024-11-01');
    expect(new URL(page.url()).searchParams.get('unit')).toBe('yi');
    const block = await page.innerText('section:has(> #changes)');
    expect(block).toContain('自2024-11-01以来：新报送4个街道、审定10个、退回1个');
    expect(block).toMatch(/霁色街道[\s\S]*98.20[\s\S]*97.20/);
    await page.goto(`${overview}?since=2024-02-31`);
    expect(await page.innerText('#changes')).not.toContain('2024-02-31');
    await leave();
  },
);

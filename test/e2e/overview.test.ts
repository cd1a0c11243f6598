import { expect, test } from 'vitest';
import { testBrowser } from '#test/helpers/browser.ts';
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
    expect(scriptBytes).toBeLessThanOrEqual(240 * 1024);
    expect(layoutShift).toBeLessThan(0.02);
    await leave();
  },
);

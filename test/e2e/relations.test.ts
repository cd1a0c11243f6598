import { expect, test } from 'vitest';
import { cellTexts, testBrowser } from '#test/helpers/browser.ts';

const browser = testBrowser();
const relations = '/districts/440103/2023/relations';

test('the page answers whether high scores come with execution, without scripts', async () => {
  const { page, leave } = await browser.visitAs('leader', { javaScript: false });
  await page.goto(relations);
  expect(await page.innerText('#rate_score')).toMatch(/得分高的街道执行率也高：总分与预算执行率呈强正相关/);
  const block = page.locator('section[aria-labelledby="rate_score"]');
  expect(await block.locator('.relations-outliers').innerText()).toContain('望舒街道（54.06%，89.72分）');
  expect(await block.locator('[data-mark]').count()).toBe(16);
  expect(await block.locator('.relations-outliers .missing').innerText()).toContain('嘉禾街道（数字未报）');
  expect(await page.innerText('#claims')).toMatch(/12个街道中3个自评高于复核/);
  await leave();
});

test('the table under a plot has its every dot', async () => {
  const { page, leave } = await browser.visitAs('leader');
  await page.goto(relations);
  const block = page.locator('section[aria-labelledby="size_rate"]');
  await block.locator('summary').click();
  const rows = await cellTexts(page, 'section[aria-labelledby="size_rate"] .chart-twin tbody');
  const labels = await block
    .locator('[data-mark]')
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label') ?? ''));
  expect(rows).toHaveLength(labels.length);
  for (const [index, [office, budget, , rate]] of rows.entries()) {
    const name = office?.replace(/\*[\s\S]*$/, '').trim() ?? '';
    expect(labels[index]).toContain(name);
    expect(labels[index]).toContain(`全年预算数${budget}万元`);
    expect(labels[index]).toContain(`预算执行率${rate}%`);
  }
  await leave();
});

test('names in a plot overlap neither each other nor a dot', async () => {
  const { page, leave } = await browser.visitAs('leader', { width: 1440 });
  for (const query of ['', '?x=revenue_total&y=problems', '?x=rate:spending_progress&y=score:management']) {
    await page.goto(relations + query);
    const clashes = await page.$$eval('svg.scatter', (plots) =>
      plots.flatMap((plot) => {
        const boxes = (selector: string) =>
          [...plot.querySelectorAll(selector)].map((each) => each.getBoundingClientRect());
        const names = boxes('[data-mark] > text:not(.scatter-waiting)');
        const dots = boxes('[data-mark] > circle:last-of-type');
        const hit = (a: DOMRect, b: DOMRect) =>
          a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3;
        return names.flatMap((name, index) =>
          [...names.slice(index + 1), ...dots].filter((other) => hit(name, other)).map(() => name.x),
        );
      }),
    );
    expect([query, clashes]).toEqual([query, []]);
  }
  await leave();
});

test('a dot says its name when the keyboard reaches it, and the arrow keys go on', async () => {
  const { page, leave } = await browser.visitAs('leader');
  await page.goto(relations);
  await page.waitForLoadState('networkidle');
  const dot = page.locator('section[aria-labelledby="rate_score"] [data-mark]:has(.scatter-waiting)').first();
  const name = dot.locator('.scatter-waiting');
  expect(await name.evaluate((text) => getComputedStyle(text).opacity)).toBe('0');
  await dot.focus();
  await page.waitForFunction(() => document.activeElement?.hasAttribute('data-lit'));
  expect(await name.evaluate((text) => getComputedStyle(text).opacity)).toBe('1');
  const before = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  await page.keyboard.press('ArrowRight');
  const after = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  expect(after).toBeTruthy();
  expect(after).not.toBe(before);
  await leave();
});

test('any two figures are drawn by a form whose answer is an address', async () => {
  const { page, leave } = await browser.visitAs('leader', { javaScript: false });
  await page.goto(`${relations}?unit=yi`);
  await page.selectOption('select[name="x"]', 'revenue_total');
  await page.selectOption('select[name="y"]', 'score:management');
  await page.click('.relations-axes button');
  const params = new URL(page.url()).searchParams;
  expect([params.get('x'), params.get('y'), params.get('unit')]).toEqual([
    'revenue_total',
    'score:management',
    'yi',
  ]);
  const title = await page.innerText('#free');
  expect(title).toContain('管理效率与收入合计');
  expect(await page.locator('section[aria-labelledby="free"] [data-mark]').count()).toBeGreaterThan(10);
  const address = page.url();
  await leave();
  const other = await browser.visitAs('reviewer');
  await other.page.goto(address);
  expect(await other.page.innerText('#free')).toBe(title);
  expect(await other.page.inputValue('select[name="x"]')).toBe('revenue_total');
  await other.leave();
});

import { expect, test } from 'vitest';
import { arrived, cellTexts, testBrowser } from '#test/helpers/browser.ts';

const browser = testBrowser();
const trends = '/districts/440103/2023/trends';
const moves = '/districts/440103/2023/moves';

test('trends draw every year on the server, with the tables under the drawings', async () => {
  const { page, leave } = await browser.visitAs('leader', { javaScript: false });
  await page.goto(trends);
  expect(await page.innerText('h1')).toBe('演示区2019—2023年度走势');
  expect(await page.locator('svg.trend-drawing').count()).toBe(4);
  expect(await page.locator('svg a[data-office]').count()).toBeGreaterThan(22);
  const tables = await cellTexts(page, '.chart-twin table');
  expect(tables.length).toBeGreaterThan(60);
  await leave();
});

test('without offices in the address the riser, the faller, the first and the last stand out', async () => {
  const { page, leave } = await browser.visitAs('leader');
  await page.goto(trends);
  const labels = await page
    .locator('section[aria-labelledby="trend-ranks"] svg a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')?.split('：')[0]));
  expect(labels).toEqual(['听潮街道', '望舒街道', '嘉禾街道']);
  await leave();
});

test('the form chooses offices, and its address shows the next person the same', async () => {
  const { page, leave } = await browser.visitAs('leader', { javaScript: false });
  await page.goto(`${trends}?by=execution_rate&unit=yi`);
  await page.click('.trends-choose > summary');
  const ticked = page.locator('input[name="offices"]:checked');
  while ((await ticked.count()) > 0) await ticked.first().uncheck();
  await page.check('input[name="offices"][value="440103012"]');
  await page.check('input[name="offices"][value="440103018"]');
  await page.click('.trends-choose button');
  const address = new URL(page.url());
  expect(address.searchParams.getAll('offices')).toEqual(['440103018', '440103012']);
  expect([address.searchParams.get('by'), address.searchParams.get('unit')]).toEqual([
    'execution_rate',
    'yi',
  ]);
  const drawn = 'section[aria-labelledby="trend-ranks"] svg';
  const shown = await page.locator(drawn).innerHTML();
  expect(shown).toContain('◇ 合并');
  await leave();
  const other = await browser.visitAs('reviewer', { javaScript: false });
  await other.page.goto(address.pathname + address.search);
  expect(await other.page.locator(drawn).innerHTML()).toBe(shown);
  await other.leave();
});

test('the months say how far behind the calendar an office is, and keep the mean apart from the execution rate', async () => {
  const { page, leave } = await browser.visitAs('leader');
  await page.goto(trends);
  const block = page.locator('section[aria-labelledby="trend-months"]');
  expect(await block.locator('h2').innerText()).toMatch(
    /16个有月度通报的街道中，16个.*落后于序时进度.*望舒街道/,
  );
  await block.locator('summary').click();
  const rows = await cellTexts(page, 'section[aria-labelledby="trend-months"] table');
  const wangshu = rows.find(([office]) => office === '望舒街道') ?? [];
  expect(wangshu[1]).toBe('12');
  const [, rate, gap] = /12月 ([\d.]+)（落后([\d.]+)）/.exec(wangshu[5] ?? '') ?? [];
  expect(Number(rate) + Number(gap)).toBeCloseTo(100, 2);
  expect(await block.innerText()).toContain('不是预算执行率');
  await leave();
});

test('the list of moves leads to an office’s steps, which add up to its movement', async () => {
  const { page, leave } = await browser.visitAs('leader');
  await page.goto(moves);
  const rows = await cellTexts(page, '.moves-list');
  expect(rows).toHaveLength(23);
  await page.click('.moves-list a:has-text("望舒街道")');
  await arrived(page, (url) => url.searchParams.get('office') === '440103005');
  await page.waitForSelector('#moves-rank');
  expect(await page.innerText('#moves-rank')).toMatch(
    /望舒街道由第4名降至第18名：自身得分变化使其下降13名（主要是履职效能 -\d\.\d\d分）/,
  );
  await page.click('section[aria-labelledby="moves-rank"] summary');
  const steps = await page.$$eval('section[aria-labelledby="moves-rank"] tbody tr', (all) =>
    all.slice(1).map((row) => row.querySelector('.up, .down')?.textContent ?? ''),
  );
  const places = steps.map((text) => Number(/\d+/.exec(text)?.[0] ?? 0) * (text.startsWith('▼') ? -1 : 1));
  expect(places.reduce((a, b) => a + b, 0)).toBe(-14);
  expect(await page.innerText('section[aria-labelledby="moves-passing"]')).toContain('= -14');
  await leave();
});

test('an office whose boundary changed carries the remark, one without two ranks the reason', async () => {
  const { page, leave } = await browser.visitAs('leader', { javaScript: false });
  await page.goto(`${moves}?office=440103018`);
  expect(await page.innerText('.notice')).toContain('不是同一口径');
  await page.goto(`${moves}?office=440103001`);
  expect(await page.innerText('.state')).toContain('2022年未报送');
  expect(await page.locator('svg.waterfall').count()).toBe(0);
  await leave();
});

test('the list keeps its order and rule in the address and sorts without scripts', async () => {
  const { page, leave } = await browser.visitAs('leader', { javaScript: false });
  await page.goto(`${moves}?by=execution_rate&unit=yi`);
  await page.click('.moves-list thead a:has-text("升降")');
  const address = new URL(page.url());
  expect(Object.fromEntries(address.searchParams)).toEqual({ by: 'execution_rate', sort: 'up', unit: 'yi' });
  const first = await cellTexts(page, '.moves-list tbody');
  expect(first[0]?.[0]).toContain('听潮街道');
  expect(await page.getAttribute('.moves-list thead th:has-text("升降")', 'aria-sort')).toBe('descending');
  await leave();
});

test('arrow keys go from step to step', async () => {
  const { page, leave } = await browser.visitAs('leader');
  await page.goto(`${moves}?office=440103005`);
  const marks = page.locator('section[aria-labelledby="moves-rank"] [data-mark]');
  await page.waitForLoadState('networkidle');
  await marks.first().focus();
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    await marks.nth(1).getAttribute('aria-label'),
  );
  await leave();
});

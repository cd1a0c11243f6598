import { expect, test } from 'vitest';
import { arrived, cellTexts, testBrowser } from '#test/helpers/browser.ts';

const browser = testBrowser();
const own = '/offices/440103001/2023/benchmark';
const table = '.figure-table';

test('a preparer comes from the report card, sees the position among the peers, and goes back', async () => {
  const { page, leave } = await browser.signInAs('preparer');
  await page.click('section:has(h2:text-is("在全区的位置")) a');
  await arrived(page, `**${own}`);
  await page.waitForSelector(table);
  expect(await page.innerText('.reading')).toContain(
    '2023年度总分95.97分，列18个可比街道第13，高于29.4%的街道',
  );
  const total = (await cellTexts(page, table)).find(([name]) => name === '总分（100分）');
  expect(total?.slice(1, 4)).toEqual(['95.97*\n暂定数', '13 / 18', '29.4%']);
  const losses = await cellTexts(page, '.loss-table');
  expect(losses.find(([node]) => node === '资产管理')?.slice(0, 3)).toEqual(['资产管理', '10.00', '1.50']);
  await page.click('text=返回成绩单');
  await arrived(page, '**/offices/440103001/2023');
  await leave();
});

test('a rank that several offices hold is marked as tied', async () => {
  for (const [language, tied] of [
    ['zh-CN', '并列 1 / 18'],
    ['en', 'tied 1 / 18'],
  ] as const) {
    const { page, leave } = await browser.visitAs('leader', { language });
    await page.goto('/offices/440103002/2023/benchmark');
    const ranks = (await cellTexts(page, table)).map(([, , rank]) => rank);
    expect(ranks).toEqual(expect.arrayContaining(['1 / 18', '3 / 18', tied]));
    await leave();
  }
});

test('under codes no other office is named, and a code lights up its dots in every row', async () => {
  const { page, leave } = await browser.visitAs('preparer');
  await page.goto(own);
  await page.waitForLoadState('networkidle');
  const main = await page.innerText('main');
  expect(main).not.toMatch(/嘉禾|松烟|望舒/);
  const key = page.locator('.peer-key a');
  expect(await key.count()).toBe(17);
  expect(await key.first().innerText()).toMatch(/^[甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌]$/);
  await key.first().focus();
  // Codes are drawn anew with the demo: the first may be an office that states categories only.
  expect(await page.locator('.figure-table circle[data-lit]').count()).toBeGreaterThan(10);
  await page.keyboard.press('ArrowRight');
  const focused = await page.evaluate(() => document.activeElement?.textContent);
  expect(focused).toBe(await key.nth(1).innerText());
  // Amounts are not listed one by one under codes.
  const budget = page.locator(`${table} tr:has(th:text-is("全年预算数"))`);
  expect(await budget.locator('circle[data-office]').count()).toBe(0);
  await leave();
});

test('each year follows its own round: names in 2022, aggregates before', async () => {
  const { page, leave } = await browser.visitAs('leader');
  await page.goto('/offices/440103012/2022/benchmark');
  expect(await page.locator('.peer-key').innerText()).toContain('竹影街道');
  expect(await page.innerText('main')).toContain('可查看其他街道的名称和数值');
  await page.goto('/offices/440103012/2021/benchmark');
  expect(await page.locator('.peer-key').count()).toBe(0);
  expect(await page.locator('.figure-table circle[data-office]').count()).toBe(0);
  expect(await page.innerText('main')).toContain('只列本街道位置和全区平均、中位数、最高');
  await leave();
});

test('choice and order stand in the address, with and without scripts, and survive the unit', async () => {
  const seen: string[][][] = [];
  for (const javaScript of [true, false]) {
    const { page, leave } = await browser.visitAs('leader', { javaScript });
    await page.goto('/offices/440103012/2022/benchmark?unit=yuan');
    const form = '.figure-filter';
    await page.uncheck(`${form} input[value="rates"]`);
    await page.selectOption(`${form} select`, 'behind');
    await page.check(`${form} input[name="behind"]`);
    await page.click(`${form} button`);
    await arrived(page, '**sort=behind**');
    const search = new URL(page.url()).searchParams;
    expect([search.getAll('group'), search.get('behind'), search.get('unit')]).toEqual([
      ['scores', 'money'],
      '1',
      'yuan',
    ]);
    await page.waitForSelector(`${table} tr:has-text("元；只说明规模")`);
    const shown = await cellTexts(page, table);
    await page.goto(page.url());
    expect(await cellTexts(page, table)).toEqual(shown);
    seen.push(shown);
    await leave();
  }
  expect(seen[1]).toEqual(seen[0]);
  const gaps = (seen[0] ?? []).slice(2).map((cells) => Number(cells[5]?.replaceAll(',', '')));
  const scores = gaps.slice(0, gaps.findIndex(Number.isNaN));
  expect(scores.length).toBeGreaterThan(3);
  expect(scores).toEqual(scores.toSorted((a, b) => a - b));
  expect(scores.every((gap) => gap < 0)).toBe(true);
});

test('an office that has not filed is told so and sees its own years', async () => {
  const { page, leave } = await browser.visitAs('leader');
  await page.goto('/offices/440103007/2023/benchmark');
  expect(await page.innerText('.notice')).toBe(
    '2023年度尚未报送，暂不参与比较。报送后此处显示本街道在全区的位置。',
  );
  expect(await page.locator(table).count()).toBe(0);
  expect(await page.locator('.chart-drawn a[data-mark]').count()).toBe(4);
  const marks = await page.locator('.chart-drawn a[data-mark]').first().getAttribute('aria-label');
  expect(marks).toMatch(/^2020年，本街道96\.10，全区平均[\d.]+，中位数[\d.]+$/);
  await leave();
});

test('an office cannot open another office’s page', async () => {
  const { page, leave } = await browser.visitAs('approver');
  const answer = await page.goto('/offices/440103002/2023/benchmark');
  expect(answer?.status()).toBe(404);
  await leave();
});

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { arrived, axeFindings, cellTexts, testBrowser } from '#test/helpers/browser.ts';
import { measureLoad } from '#test/helpers/client-code.ts';

const browser = testBrowser();
const ranking = '/districts/440103/2023/ranking';
const body = '.ranking-table tbody:not(.unranked)';

test('loads no more scripts than it needs and does not move', async () => {
  const { page, leave } = await browser.visitAs('leader');
  const { scriptBytes, layoutShift } = await measureLoad(page, ranking);
  expect(scriptBytes).toBeLessThan(140_000);
  expect(layoutShift).toBeLessThan(0.02);
  await leave();
});

test('offices stand under their peer groups with their rank in the group, as the address says', async () => {
  const { page, leave } = await browser.visitAs('leader');
  await page.goto(ranking);
  await page.click('a:has-text("按对标组")');
  await arrived(page, (url) => url.searchParams.get('by') === 'group');
  await page.waitForSelector('thead th[data-name]:has-text("组内名次")');
  const rows = await cellTexts(page, body);
  expect(rows.filter((row) => row.length === 1).map(([name]) => name?.slice(0, 4))).toEqual([
    ...['老城区街', '新区街道', '城乡结合'],
  ]);
  const oldTown = rows.slice(1, 7);
  const heads = await page.$$eval('thead th[data-name]', (all) => all.map((head) => head.textContent));
  const inGroup = heads.findIndex((head) => head?.startsWith('组内名次')) - 1; // the note’s head stands first too
  expect(oldTown.map((row) => Number(row[inGroup]))).toEqual([1, 2, 3, 3, 5, 6]);
  expect(rows[7]?.[0]).toBe('组平均');
  await leave();
});

test('three ranges, a peer group, the first and the last hold together, with and without scripts', async () => {
  const shown: string[][][] = [];
  for (const javaScript of [true, false]) {
    const { page, leave } = await browser.visitAs('leader', { javaScript });
    await page.goto(`${ranking}?of=total_score&min=90&max=`);
    for (const [rows, column, min, max] of [
      [3, 'execution_rate', '90', '100'],
      [4, 'budget_total', '', '25000'],
    ] as const) {
      const range = page.locator('.ranges > span').last();
      await range.locator('select').selectOption(column);
      await range.locator('[name="min"]').fill(min);
      await range.locator('[name="max"]').fill(max);
      await page.click('.ranking-filter button');
      await page.waitForSelector(`.ranges > span:nth-of-type(${rows})`);
    }
    await page.fill('[name="top"]', '3');
    await page.fill('[name="bottom"]', '2');
    await page.click('.ranking-filter button');
    await arrived(page, (url) => url.searchParams.get('top') === '3');
    await page.waitForSelector('[role="status"]:has-text("只显示前3名和后2名")');
    shown.push(await cellTexts(page, body));
    await leave();
  }
  expect(shown[1]).toEqual(shown[0]);
  expect(shown[0]).toHaveLength(6); // two share the third place shown, the sixth rank
});

test('cells are selected by mouse and keyboard and copied as Excel takes them', async () => {
  const { page, leave } = await browser.visitAs('leader');
  await page.goto(`${ranking}?columns=rank,total_score,budget_total`);
  await page.focus('.ranking-scroll');
  await page.waitForSelector(`${body} td[tabindex="0"]`, { state: 'attached' });
  const cell = (row: number, column: number) =>
    page.locator(`${body} tr:nth-child(${row}) > *:nth-child(${column})`);
  await cell(1, 3).hover();
  await page.mouse.down();
  await cell(2, 4).hover();
  await page.mouse.up();
  expect(await page.locator('.chosen').count()).toBe(4);
  expect(await copied(page)).toEqual({
    text: '99.47\t未报\r\n99.24\t26506.00',
    html: `<meta charset="utf-8"><table><tr><td>99.47</td><td style="mso-number-format:'\\@'">未报</td></tr><tr><td>99.24</td><td>26506.00</td></tr></table>`,
  });
  expect(await page.innerText('.copy-line')).toBe('已复制2行2列，可粘贴到 Excel。');

  await cell(3, 3).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowRight');
  expect((await copied(page)).text).toBe('99.12\t11364.46\r\n98.95\t20326.94');
  await cell(4, 3).click({ modifiers: ['Shift'] });
  expect(await page.locator('.chosen').count()).toBe(2);

  await page.keyboard.press('Control+a');
  const all = (await copied(page)).text.split('\r\n');
  expect(all[0]).toBe('街道\t名次\t总分（100分）\t全年预算数（万元）\t说明');
  expect(all).toHaveLength(1 + 22 + 4);
  expect(await page.innerText('.copy-line')).toContain('含列名');
  await page.keyboard.press('Escape');
  expect(await page.locator('.chosen').count()).toBe(0);
  await leave();
});

test('what is copied arrives in its rows and columns, no text as a formula, and other text as the browser copies it', async () => {
  const { page, leave } = await browser.visitAs('leader');
  await page.goto(`${ranking}?columns=rank,total_score,budget_total`);
  const cell = (row: number, column: number) =>
    page.locator(`${body} tr:nth-child(${row}) > *:nth-child(${column})`);
  await page.click('h1', { clickCount: 3 });
  expect((await pasted(page)).text.trim()).toBe(await page.innerText('h1'));

  await page.focus('.ranking-scroll');
  await page.waitForSelector(`${body} td[tabindex="0"]`, { state: 'attached' });
  await cell(1, 4).evaluate((node) => {
    node.textContent = '=HYPERLINK("http://x")';
  });
  await cell(1, 3).click();
  await cell(2, 4).click({ modifiers: ['Shift'] });
  const { text, html } = await pasted(page);
  expect(text).toBe(`99.47\t'=HYPERLINK("http://x")\n99.24\t26506.00`);
  expect(html).toContain(`<td style="mso-number-format:'\\@'">=HYPERLINK(`);
  expect(html.match(/<tr>/g)).toHaveLength(2);

  await page.click('h1', { clickCount: 3 });
  expect((await pasted(page)).text.trim()).toBe(await page.innerText('h1'));
  await leave();
});

test('ticked offices go to their comparison, two to five of them', async () => {
  const { page, leave } = await browser.visitAs('leader');
  await page.goto(ranking);
  const button = page.locator('.ranking-picks button');
  await page.waitForSelector('.ranking-picks button[disabled]');
  const boxes = page.locator('.ranking-table .pick');
  for (const index of [0, 1, 2, 3, 4]) await boxes.nth(index).check();
  expect(await page.innerText('.ranking-picks [role="status"]')).toBe('已选5个');
  expect(await boxes.nth(5).isDisabled()).toBe(true);
  for (const index of [2, 3, 4]) await boxes.nth(index).uncheck();
  await page.click('thead a:has-text("预算执行率")');
  await page.waitForSelector('thead th[aria-sort]:has-text("预算执行率")');
  expect(await page.locator('.ranking-table .pick:checked').count()).toBe(2);
  await button.click();
  await arrived(page, (url) => url.pathname.endsWith('/compare'));
  expect(new URL(page.url()).searchParams.get('offices')?.split(',').toSorted()).toEqual([
    ...['440103002', '440103022'],
  ]);
  await leave();
});

test('a view is saved, shared, opened by the next person in another year, renamed and removed, without scripts', async () => {
  const leader = await browser.visitAs('leader', { javaScript: false });
  await leader.page.goto(`${ranking}?sort=-budget_total&columns=rank,budget_total,score:gone&unit=yi`);
  await save(leader.page, '  预算规模 ', true);
  expect(new URL(leader.page.url()).searchParams.get('sort')).toBe('-budget_total');
  await save(leader.page, '预算规模', false);
  expect(await leader.page.innerText('.saved-views .refused')).toContain('同名');
  expect(await leader.page.inputValue('.saved-views [aria-invalid]')).toBe('预算规模');

  const reviewer = await browser.visitAs('reviewer', { javaScript: false });
  await reviewer.page.goto('/districts/440103/2022/ranking');
  await open(reviewer.page);
  expect(await reviewer.page.innerText('li:has-text("预算规模")')).toContain('演示·区领导共享');
  await reviewer.page.click('.saved-views a:has-text("预算规模")');
  expect(new URL(reviewer.page.url()).pathname).toBe('/districts/440103/2022/ranking');
  expect(await reviewer.page.innerText('thead')).toContain('亿元');
  await change(reviewer.page, '预算规模');
  await reviewer.page.fill('li:has-text("预算规模") input[name="name"]', '各街道预算');
  await reviewer.page.click('li:has-text("预算规模") button:has-text("改名")');
  await leader.page.goto(ranking);
  await change(leader.page, '各街道预算');
  await leader.page.click('li:has-text("各街道预算") button:has-text("删除")');
  await open(leader.page);
  expect(await leader.page.locator('li:has-text("各街道预算")').count()).toBe(0);
  await leader.leave();
  await reviewer.leave();
});

test('with everything open and chosen it has no fault that axe finds, in both languages', async () => {
  for (const language of ['zh-CN', 'en'] as const) {
    const { page, leave } = await browser.visitAs('leader', { language });
    await page.goto(`${ranking}?by=group&shade=total_score,execution_rate,budget_total&top=3`);
    await page.waitForLoadState('networkidle');
    await page.$$eval('.ranking-tool, .saved-views details', (all) => {
      for (const details of all) (details as HTMLDetailsElement).open = true;
    });
    expect(await axeFindings(page)).toEqual([]);
    await leave();
  }
});

/** What the browser’s copy command puts on the clipboard. */
async function copied(page: Page): Promise<{ text: string; html: string }> {
  await page.evaluate(() => {
    const keep = (event: ClipboardEvent) =>
      Object.assign(window, {
        copied: {
          text: event.clipboardData?.getData('text/plain'),
          html: event.clipboardData?.getData('text/html'),
        },
      });
    document.addEventListener('copy', keep, { once: true });
  });
  await page.keyboard.press('Control+c');
  return page.evaluate(() => (window as unknown as { copied: { text: string; html: string } }).copied);
}

/** Copies, and pastes into an empty field: what stands in it, and the HTML that came along. */
async function pasted(page: Page): Promise<{ text: string; html: string }> {
  await page.keyboard.press('Control+c');
  await page.evaluate(() => {
    const field = document.body.appendChild(document.createElement('textarea'));
    field.id = 'pasted';
    field.addEventListener('paste', ({ clipboardData }) => {
      field.dataset.html = clipboardData?.getData('text/html');
    });
  });
  await page.focus('#pasted');
  await page.keyboard.press('Control+v');
  return page.$eval('#pasted', (node) => {
    const field = node as HTMLTextAreaElement;
    field.remove();
    return { text: field.value, html: field.dataset.html ?? '' };
  });
}

async function open(page: Page): Promise<void> {
  if (!(await page.locator('details[open] > .saved-views').count()))
    await page.click('summary:has-text("视图")');
}

async function save(page: Page, name: string, shared: boolean): Promise<void> {
  await open(page);
  const form = page.locator('.saved-views > form');
  await form.locator('[name="name"]').fill(name);
  await form.locator('[name="shared"]').setChecked(shared);
  await form.locator('button').click();
}

async function change(page: Page, name: string): Promise<void> {
  await open(page);
  await page.click(`li:has-text("${name}") summary`);
}

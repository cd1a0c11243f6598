import { expect, test } from 'vitest';
import { type Language, testBrowser } from '#test/helpers/browser.ts';
import { type Paper, print, unspaced } from '#test/helpers/paper.ts';
import { shownTable } from '#test/helpers/shown-table.ts';

const browser = testBrowser();
const district = '/districts/440103/2023';
const languages: Language[] = ['zh-CN', 'en'];

/** A4 landscape in points, less the right margin of 12 mm. */
function expectOnPaper(pages: Paper[]): void {
  for (const { width, height, right } of pages) {
    expect([Math.round(width), Math.round(height)]).toEqual([842, 595]);
    expect(right).toBeLessThanOrEqual(842 - 34 + 1);
  }
  for (const [index, { text }] of pages.entries()) expect(text).toContain(`${index + 1}/${pages.length}`);
}

/** The mark of the order may stand between a head's name and its unit. */
function wordsOf(heads: string[]): string[] {
  return heads.flatMap((head) => head.split(' '));
}

for (const language of languages) {
  test(`the ranking prints every cell, with source, day and the provisional mark (${language})`, async () => {
    const { page, leave } = await browser.visitAs('leader', { language });
    await page.goto(`${district}/ranking`);
    const { heads, rows } = await shownTable(page, '.ranking-table');
    const title = await page.innerText('h1');
    const notes = await page.innerText('.ranking-notes');
    const pages = await print(page);
    expectOnPaper(pages);
    const text = pages.map((paper) => paper.text).join('');
    for (const shown of [title, ...wordsOf(heads), ...rows.flat(), ...notes.split('\n')])
      expect(text).toContain(unspaced(shown));
    // nothing that is for clicking
    expect(text).not.toMatch(/CSV|下载表格|Downloadtable/);
    await leave();
  });
}

test('with every column chosen it prints in parts: each has the names and its heads, and no figure is missing', async () => {
  const { page, leave } = await browser.visitAs('leader');
  await page.goto(`${district}/ranking`);
  await page.goto((await page.getAttribute('.chooser-sets a:nth-of-type(2)', 'href')) ?? '');
  await page.waitForLoadState('networkidle');
  const { heads, rows } = await shownTable(page, '.ranking-table');
  const pages = await print(page);
  expectOnPaper(pages);
  expect(pages.length).toBeGreaterThan(2);
  const offices = rows.filter((row) => row.length > 1).map(([name = '']) => name);
  for (const { text } of pages) for (const name of [heads[0] ?? '', ...offices]) expect(text).toContain(name);
  const text = pages.map((paper) => paper.text).join('');
  for (const word of wordsOf(heads)) expect(text).toContain(word);
  for (const cell of rows.flatMap((row) => row.slice(-6))) expect(text).toContain(unspaced(cell));
  expect(text).toContain('资料来源');
  // what was made for the paper is gone again, and the page is as it was
  expect(await page.$$('.paper-parts')).toEqual([]);
  expect(await page.$('[data-in-parts]')).toBeNull();
  await leave();
});

test('a table longer than a page repeats its head on the next', async () => {
  const { page, leave } = await browser.visitAs('leader');
  await page.goto(`${district}/ranking`);
  await page.waitForLoadState('networkidle'); // the scripts would take rows out again that they do not know
  await page.$eval('.ranking-table tbody', (body) => {
    for (const row of [...body.children, ...body.children]) body.append(row.cloneNode(true));
  });
  const pages = await print(page);
  expectOnPaper(pages);
  expect(pages.length).toBeGreaterThan(1);
  for (const { text } of pages.slice(0, 2)) expect(text).toContain('全年预算数');
  await leave();
});

test.each([
  { account: 'leader', address: district, words: ['白鹤洞街道', '望舒街道', '资料来源', '暂定数'] },
  { account: 'preparer', address: '/offices/440103001/2023', words: ['白鹤洞街道', '95.97', '96.12%'] },
])('$address prints within the paper', async ({ account, address, words }) => {
  const { page, leave } = await browser.visitAs(account);
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  const headings = await page.$$eval('main h2', (all) =>
    all.filter((heading) => !heading.closest('.no-print')).map((heading) => heading.textContent ?? ''),
  );
  const pages = await print(page);
  expectOnPaper(pages);
  const text = pages.map((paper) => paper.text).join('');
  for (const word of [...words, ...headings]) expect(text).toContain(unspaced(word));
  await leave();
});

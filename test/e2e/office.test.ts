import { expect, test } from 'vitest';
import { cellTexts, signIn, testBrowser } from '#test/helpers/browser.ts';

const browser = testBrowser();
const own = '/offices/440103001/2023';

test('a preparer lands on the own report card and sees rank, gaps and lost points', async () => {
  const { page, leave } = await browser.signInAs('preparer');
  expect(new URL(page.url()).pathname).toBe(own);
  const standing = await cellTexts(page, 'section[aria-label="在全区的位置"] table');
  const total = standing.find(([measure]) => measure === '总分') ?? [];
  expect(total.slice(1, 3)).toEqual(['95.97', '13 / 18']);
  const scores = await cellTexts(page, 'section[aria-label="失分情况"] table');
  expect(scores.find(([node]) => node === '资产管理')?.at(-1)).toBe('1.50');
  await leave();
});

test('the office sees the same standing that the district sees', async () => {
  const texts: string[][][] = [];
  for (const account of ['preparer', 'leader']) {
    const { page, leave } = await browser.visitAs(account);
    await page.goto(own);
    texts.push(await cellTexts(page, 'section[aria-label="在全区的位置"] table'));
    await leave();
  }
  expect(texts[0]).toEqual(texts[1]);
});

test.each(['preparer', 'approver'])(
  '%s gets 404 for the district and for another office',
  async (account) => {
    const { page, leave } = await browser.visitAs(account);
    for (const address of [
      '/districts/440103/2023',
      '/districts/440103/2023/ranking',
      '/districts/440103/2023/ranking.csv',
      '/offices/440103002/2023',
      '/offices/999999999/2023',
    ]) {
      const answer = await page.goto(address);
      expect([address, answer?.status()]).toEqual([address, 404]);
      expect(await page.locator('main, body > pre').first().textContent()).not.toContain('嘉禾');
    }
    await leave();
  },
);

test('a wrong password and an unknown name get the same clear message and no session', async () => {
  const { page, leave } = await browser.visit();
  const messages: string[] = [];
  for (const [name, password] of [
    ['leader', 'not the password'],
    ['nobody', 'duibiao-demo'],
  ] as const) {
    await page.goto('/login');
    await signIn(page, name, password);
    await page.waitForSelector('[role="alert"]');
    messages.push(await page.innerText('[role="alert"]'));
    expect(await page.inputValue('input[name="loginName"]:not([type="hidden"])')).toBe(name);
  }
  expect(messages[0]).not.toBe('');
  expect(messages[0]).toBe(messages[1]);
  expect((await page.goto(own))?.url()).toContain('/login');
  await leave();
});

test('a year without a round and an unknown office are 404 for the leader too', async () => {
  const { page, leave } = await browser.visitAs('leader');
  for (const address of [
    '/districts/440103/2031',
    '/districts/440199/2023',
    '/offices/440103999/2023',
    `${own}/nothing`,
  ]) {
    expect([address, (await page.goto(address))?.status()]).toEqual([address, 404]);
  }
  await leave();
});

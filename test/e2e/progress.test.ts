import { expect, test } from 'vitest';
import { arrived, cellTexts, testBrowser } from '#test/helpers/browser.ts';

const browser = testBrowser();
const board = '/districts/440103/2023/progress';

test('who is missing and what waits is said first, the same without JavaScript', async () => {
  const seen: string[][] = [];
  for (const javaScript of [true, false]) {
    const { page, leave } = await browser.visitAs('leader', { javaScript });
    await page.goto(board);
    seen.push(await page.locator('.progress-answer').allInnerTexts());
    await leave();
  }
  const [missing = '', waiting = ''] = seen[0] ?? [];
  expect(missing).toContain('应报22个街道，已报18个；还缺4个：');
  for (const name of ['百草园街道', '疏桐街道', '棠梨街道', '雁回街道']) expect(missing).toContain(name);
  expect(waiting).toContain('等待审核的有6件；最久的是松烟街道');
  expect(seen[1]).toEqual(seen[0]);
});

test('the queue is sorted by its heads, in the address, and leads to the review page in that order', async () => {
  const { page, leave } = await browser.visitAs('reviewer');
  await page.goto(board);
  const names = async () =>
    (await page.locator('.queue-table tbody th').allInnerTexts()).map((name) => name.trim());
  const byWaiting = await names();
  await page.click('.queue-table thead a:has-text("街道")');
  await page.waitForSelector('.queue-table th[aria-sort="ascending"]');
  expect(page.url()).toContain('sort=office');
  expect(await names()).not.toEqual(byWaiting);
  await page.goto(`${board}?sort=nonsense`);
  expect(await names()).toEqual(byWaiting);
  await page.goto(`${board}?sort=findings`);
  const [first = '', second = ''] = await names();
  await page.click(`.queue-table tbody a:has-text("${first}")`);
  await arrived(page, /review\/\d{9}\?sort=findings/);
  await page.waitForSelector(`a[rel="next"]:has-text("${second}")`);
  await leave();
});

test('the reminders are copied as cells, also where there is no clipboard of the browser’s own', async () => {
  const { page, leave } = await browser.visitAs('leader');
  await page.goto(board);
  await page.waitForSelector('.reminder-copy button');
  const copied = await page.evaluate(async () => {
    const taken: Record<string, string> = {};
    window.addEventListener('copy', (event) => {
      for (const type of ['text/plain', 'text/html']) taken[type] = event.clipboardData?.getData(type) ?? '';
    });
    document.querySelector<HTMLButtonElement>('.reminder-copy button')?.click();
    return taken;
  });
  const [heads = [], ...rows] = (await cellTexts(page, '.reminder-table')) as string[][];
  const lines = (copied['text/plain'] ?? '').split('\r\n').map((line) => line.split('\t'));
  expect(lines[0]).toEqual(heads);
  expect(lines.slice(1)).toEqual(rows);
  expect(copied['text/html']).toContain('棠梨街道');
  await page.waitForSelector('.reminder-copy [role="status"]:has-text("已复制4个街道")');
  await leave();
});

test('a leader reads the board and cannot approve from it', async () => {
  const { page, leave } = await browser.visitAs('leader');
  await page.goto(board);
  expect(await page.locator('.queue-table input[type="checkbox"]').count()).toBe(0);
  const answer = await page.context().request.post(board, {
    form: { intent: 'approve', office: '440103022.1' },
    headers: { origin: new URL(page.url()).origin },
  });
  expect(answer.status()).toBe(403);
  await leave();
});

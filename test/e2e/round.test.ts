import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoPassword } from '#db/demo/accounts.server.ts';
import { axeFindings, type Language, testBrowser, type VisitOptions } from '#test/helpers/browser.ts';
import { filers, startFilingDemo } from '#test/helpers/filing-demo.ts';

const browser = testBrowser();
let demo: Awaited<ReturnType<typeof startFilingDemo>>;
beforeAll(async () => {
  demo = await startFilingDemo();
}, 200_000);
afterAll(() => demo?.stop());

const district = '/districts/440103/2023';

interface Round {
  language: Language;
  filer: keyof typeof filers;
  /** What the preparer types, and what one field gets from the clipboard. */
  typed: Record<string, string>;
  pasted: [field: string, block: string];
  corrected: Record<string, string>;
  /** As the ranking shows it in the end. */
  rate: string;
}

const rounds: Round[] = [
  {
    language: 'zh-CN',
    filer: 'draft',
    typed: { 'amounts.budget_total': '１０,０００' },
    pasted: ['amounts.executed_total', '9900万元'],
    corrected: { 'amounts.executed_total': '9150' },
    rate: '91.50',
  },
  {
    language: 'en',
    filer: 'returned',
    // the sources of what was spent did not add up, for which it had been returned
    typed: { 'rates.execution_rate': '90.66', 'amounts.expenditure_general': '6456.22' },
    pasted: ['amounts.budget_total', '8,000'],
    corrected: { 'amounts.budget_total': '7840.78', 'rates.execution_rate': '92.50' },
    rate: '92.50',
  },
];

describe.each(rounds)('a whole round with four people ($language)', ({ language, filer, ...round }) => {
  const { office, preparer, approver } = filers[filer];
  const submit = `/offices/${office}/2023/submit`;
  const options = { language };

  test('filled in, finished, sent with a receipt, returned, corrected, sent again, approved, compared', {
    timeout: 180_000,
  }, async () => {
    // the preparer types one figure and pastes another
    const filling = await visitAs(preparer, options);
    await filling.open(`/offices/${office}/2023/edit`);
    await typeAll(filling.page, round.typed);
    await paste(filling.page, ...round.pasted);
    await settle(filling.page);
    await filling.open(submit);
    expect(await axeFindings(filling.page)).toEqual([]);
    await filling.page.click('form:has(input[value="finish"]) button');
    await filling.page.waitForSelector('input[value="take_back"]', { state: 'attached' });
    await filling.leave();

    // the approver settles what is open and sends it
    const sending = await visitAs(approver, options);
    await sending.open(submit);
    await answerAll(sending.page);
    const number = await send(sending.page);
    expect(number).toMatch(new RegExp(`^${office}-2023-R\\d+-[2-9A-Z]{3}$`));

    // the reviewer sends it back with a reason and a comment
    const reviewing = await visitAs('reviewer', options);
    await reviewing.open(`${district}/review/${office}?comment=amounts.executed_total`);
    await reviewing.page.fill('.comment-form textarea', '与决算报表不一致');
    await reviewing.page.click('.comment-form button');
    await reviewing.page.waitForSelector('.comment-text:has-text("与决算报表不一致")');
    await reviewing.page.fill('#return-reason', '请核对全年执行数');
    await reviewing.page.click('button[value="return"]');
    await reviewing.page.waitForSelector('.notice:has-text("请核对全年执行数")');

    // the office reads both, corrects the figure and sends it again
    const correcting = await visitAs(preparer, options);
    await correcting.open(`/offices/${office}/2023/edit`);
    const form = await correcting.page.innerText('main');
    expect(form).toContain('请核对全年执行数');
    expect(form).toContain('与决算报表不一致');
    await typeAll(correcting.page, round.corrected);
    await settle(correcting.page);
    await correcting.leave();
    await sending.open(submit);
    await answerAll(sending.page);
    expect(await send(sending.page)).not.toBe(number);
    await sending.leave();

    // approved, and the district's pages show it
    await reviewing.open(`${district}/review/${office}`);
    await reviewing.page.click('button[value="approve"]');
    await reviewing.page.waitForSelector('button[value="approve"]', { state: 'detached' });
    await reviewing.open(`${district}/ranking?columns=execution_rate`);
    const row = reviewing.page.locator('tbody tr', {
      has: reviewing.page.locator(`a[href*="/offices/${office}/"]`),
    });
    expect(await row.first().innerText()).toContain(round.rate);
    await reviewing.leave();
  });
});

/** Gives a reason wherever one is asked for, until nothing stands against sending. */
async function answerAll(page: Page): Promise<void> {
  const open = page.locator('.answer textarea');
  if ((await open.count()) === 0) return;
  for (const field of await open.all()) await field.fill('本年度口径与上年不同，已核对');
  await page.click('form:has(input[value="answers"]) button.button');
  await page.waitForSelector('.obstacles', { state: 'detached' });
}

async function send(page: Page): Promise<string> {
  await page.click('form:has(input[value="submit"]) button');
  await page.waitForSelector('.receipt');
  return page.innerText('.receipt dd strong');
}

async function visitAs(loginName: string, options: VisitOptions) {
  const { page, leave } = await browser.visit(options);
  const answer = await page.context().request.post(`${demo.url}/login`, {
    form: { loginName, password: demoPassword },
    headers: { origin: demo.url },
    maxRedirects: 0,
  });
  expect([loginName, answer.status()]).toEqual([loginName, 302]);
  const open = (path: string) => page.goto(demo.url + path, { waitUntil: 'networkidle' });
  return { page, leave, open };
}

async function typeAll(page: Page, values: Record<string, string>): Promise<void> {
  for (const [field, text] of Object.entries(values)) {
    await page.fill(`[name="${field}"]`, text);
    await page.locator(`[name="${field}"]`).blur();
  }
}

async function paste(page: Page, field: string, text: string): Promise<void> {
  await page.fill(`[name="${field}"]`, '');
  await page.focus(`[name="${field}"]`);
  await page.evaluate((block) => {
    const clipboard = new DataTransfer();
    clipboard.setData('text/plain', block);
    const event = new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true });
    // the browser itself pastes what no handler takes
    if (document.activeElement?.dispatchEvent(event)) document.execCommand('insertText', false, block);
  }, text);
  await page.locator(`[name="${field}"]`).blur();
}

async function settle(page: Page): Promise<void> {
  await page.waitForSelector('.form-save[data-kind="saved"]');
  await page.waitForLoadState('networkidle');
}

import type { Locator, Page, Response } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type Language, testBrowser } from '#test/helpers/browser.ts';
import { ownDemo } from '#test/helpers/own-demo.ts';

/** A demo of its own: what is opened, filed and approved here would be in every other file's way. */
const code = '440103001';
const demo = ownDemo();
const browser = testBrowser(demo);

describe.each<[Language, number]>([
  ['zh-CN', 2024],
  ['en', 2025],
])('a year that nobody had opened, in %s', (language, year) => {
  const office = `/offices/${code}/${year}`;
  const district = `/districts/440103/${year}`;
  const receipt = (revision: number) => new RegExp(`^${code}-${year}-R${revision}-[2-9A-Z]{3}$`);

  test('the reviewer opens it', async () => {
    const { page, leave } = await browser.visitAs('reviewer', { language });
    await page.goto(`${district}/settings`);
    await page.fill('#deadline', `${year + 2}-12-31`);
    await send(page, page.locator('form:has(#deadline) button[type=submit]').last());
    await page.waitForSelector('[role="status"]');
    await leave();
  });

  test('the preparer takes over last year, types and pastes the rest, answers and hands it over', async () => {
    const { page, leave } = await browser.visitAs('preparer', { language });
    await page.goto(`${office}/edit`, { waitUntil: 'networkidle' });
    expect(await page.inputValue('[name="functions"]')).toBe('');
    await page.click('button[name="take_section"][value="basics"]');
    expect(await page.inputValue('[name="functions"]')).not.toBe('');
    for (const [field, text] of Object.entries(typed)) await type(page, field, text);
    await paste(page, 'amounts.revenue_general', '800\t81\r\n200\t20');
    await page.waitForSelector('.form-save[data-kind="saved"]');
    expect(await page.inputValue('[name="amounts.revenue_gov_fund"]')).toBe('200');
    await page.goto(`${office}/submit`);
    expect(await page.locator('.obstacles li').count()).toBeGreaterThan(0);
    await answerAll(page);
    await page.waitForSelector('.obstacles', { state: 'detached' });
    await step(page, 'finish');
    await page.waitForSelector('button[value="take_back"]');
    expect(await page.locator('button[value="submit"]').count()).toBe(0);
    await leave();
  });

  test('the approver sends it, and the same click on an older page gets the same receipt', async () => {
    const { page, leave } = await browser.visitAs('approver', { language });
    await page.goto(`${office}/submit`);
    const again = await page.context().newPage();
    await again.goto(`${office}/submit`);
    await step(page, 'submit');
    const number = await receiptOn(page);
    expect(number).toMatch(receipt(2));
    await step(again, 'submit');
    expect(await receiptOn(again)).toBe(number);
    expect(await again.locator('[role="alert"]').count()).toBe(0);
    await leave();
  });

  test('returned while the approver withdraws: the page tells what was done, by whom and when', async () => {
    const approver = await browser.visitAs('approver', { language });
    await approver.page.goto(`${office}/submit`);
    const { page, leave } = await browser.visitAs('reviewer', { language });
    await page.goto(`${district}/review/${code}`);
    await page.fill('#return-reason', '执行数与决算不一致');
    await send(page, page.locator('button[value="return"]'));
    await leave();
    await approver.page.fill('#withdraw-reason', '笔误');
    const answer = await step(approver.page, 'withdraw');
    expect(answer.status()).toBe(409);
    await approver.page.waitForSelector('[role="alert"]');
    expect(await approver.page.innerText('[role="alert"]')).toMatch(
      language === 'en'
        ? /“Returned”.*At \d\d:\d\d, the finance bureau returned the report/
        : /“已退回”.*区财政局已于\d\d:\d\d退回填报/,
    );
    await approver.leave();
  });

  test('corrected and sent again, then approved, its figures are the district’s', async () => {
    const approver = await browser.visitAs('approver', { language });
    const { page } = approver;
    await page.goto(`${office}/edit`, { waitUntil: 'networkidle' });
    expect(await page.innerText('main')).toContain('执行数与决算不一致');
    await type(page, 'amounts.executed_total', '960');
    await type(page, 'rates.execution_rate', '96');
    await page.waitForSelector('.form-save[data-kind="saved"]');
    await page.goto(`${office}/submit`);
    await answerAll(page);
    await step(page, 'submit');
    expect(await receiptOn(page)).toMatch(receipt(3));
    const leader = await browser.visitAs('leader', { language });
    const row = async () => {
      await leader.page.goto(`${district}/ranking`);
      return leader.page.innerText(`main tr:has(a[href*="${code}"])`);
    };
    expect(await row()).toMatch(/96\.00/);
    expect(await row()).toMatch(provisional);
    const reviewer = await browser.visitAs('reviewer', { language });
    await reviewer.page.goto(`${district}/review/${code}`);
    await send(reviewer.page, reviewer.page.locator('button[value="approve"]'));
    await reviewer.leave();
    expect(await row()).toMatch(/96\.00/);
    expect(await row()).not.toMatch(provisional);
    await leader.leave();
    await page.goto(`${office}/submit`);
    expect(await receiptOn(page)).toMatch(receipt(3));
    expect(await page.locator('button[value="withdraw"]').count()).toBe(0);
    await approver.leave();
  });
});

const provisional = /暂定|provisional/i;

/** In 万元; the share that is pasted beside does not follow from its amounts, which is a warning. */
const typed = {
  'amounts.budget_total': '1,000',
  'amounts.executed_total': '950',
  'amounts.revenue_total': '１０００',
  'rates.execution_rate': '95',
  goal: '完成十件民生实事',
  'scores.effectiveness.score': '50',
  'scores.management.score': '49',
  'scores.total.score': '99',
  'problems.1.text': '部分项目进度偏慢',
  'measures.1.text': '按月通报进度',
};

/** Presses a button that sends its form, waits for the page that follows, and gives the answer. */
async function send(page: Page, button: Locator): Promise<Response> {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    button.click(),
  ]);
  await page.waitForLoadState('networkidle');
  return answer;
}

function step(page: Page, intent: string): Promise<Response> {
  return send(page, page.locator(`button[value="${intent}"]`));
}

async function receiptOn(page: Page): Promise<string> {
  await page.waitForSelector('.receipt');
  return page.innerText('.receipt dd strong');
}

/** Gives a reason wherever one is still asked for. */
async function answerAll(page: Page): Promise<void> {
  const open = await page.locator('.answer textarea').all();
  for (const field of open) await field.fill('已与决算核对，属实');
  if (open.length > 0) await send(page, page.locator('button[value="answers"]'));
}

async function type(page: Page, field: string, text: string): Promise<void> {
  await page.fill(`[name="${field}"]`, text);
  await page.locator(`[name="${field}"]`).blur();
}

/** Pastes a block as a spreadsheet hands it over. */
async function paste(page: Page, field: string, block: string): Promise<void> {
  await page.focus(`[name="${field}"]`);
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, block);
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoPassword } from '#db/demo/accounts.server.ts';
import { type Language, signIn, testBrowser, type VisitOptions } from '#test/helpers/browser.ts';
import { type DemoProcess, startDemo } from '#test/setup/demo-process.ts';

/** A demo of its own: what is opened, filed and approved here would be in every other file's way. */
const browser = testBrowser();
const code = '440103001';
let demo: DemoProcess;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'duibiao-round-'));
  demo = await startDemo(path.join(folder, 'data'));
}, 200_000);
afterAll(async () => {
  await demo?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe.each<[Language, number]>([
  ['zh-CN', 2024],
  ['en', 2025],
])('a year that nobody had opened, in %s', (language, year) => {
  const office = `/offices/${code}/${year}`;
  const district = `/districts/440103/${year}`;
  const receipt = (revision: number) => new RegExp(`^${code}-${year}-R${revision}-[2-9A-Z]{3}$`);

  test('the reviewer opens it', async () => {
    const { page, leave } = await open('reviewer', { language });
    await page.goto(`${demo.url}${district}/settings`);
    await page.fill('#deadline', `${year + 2}-12-31`);
    await send(page, page.locator('form:has(#deadline) button[type=submit]').last());
    await page.waitForSelector('[role="status"]');
    await leave();
  });

  test('the preparer takes over last year, types and pastes the rest, answers and hands it over', async () => {
    const { page, leave } = await open('preparer', { language });
    await page.goto(`${demo.url}${office}/edit`, { waitUntil: 'networkidle' });
    expect(await page.inputValue('[name="functions"]')).toBe('');
    await page.click('button[name="take_section"][value="basics"]');
    expect(await page.inputValue('[name="functions"]')).not.toBe('');
    for (const [field, text] of Object.entries(typed)) await type(page, field, text);
    await paste(page, 'amounts.revenue_general', '800\t81\r\n200\t20');
    await page.waitForSelector('.form-save[data-kind="saved"]');
    expect(await page.inputValue('[name="amounts.revenue_gov_fund"]')).toBe('200');
    await page.goto(`${demo.url}${office}/submit`);
    expect(await page.locator('.obstacles li').count()).toBeGreaterThan(0);
    await answerAll(page);
    await page.waitForSelector('.obstacles', { state: 'detached' });
    await step(page, 'finish');
    await page.waitForSelector('button[value="take_back"]');
    expect(await page.locator('button[value="submit"]').count()).toBe(0);
    await leave();
  });

  test('the approver sends it, and the same click on an older page gets the same receipt', async () => {
    const { page, leave } = await open('approver', { language });
    await page.goto(`${demo.url}${office}/submit`);
    const again = await page.context().newPage();
    await again.goto(`${demo.url}${office}/submit`);
    await step(page, 'submit');
    const number = await receiptOn(page);
    expect(number).toMatch(receipt(2));
    await step(again, 'submit');
    expect(await receiptOn(again)).toBe(number);
    expect(await again.locator('[role="alert"]').count()).toBe(0);
    await leave();
  });

  test('returned while the approver withdraws: the page tells what was done, by whom and when', async () => {
    const approver = await open('approver', { language });
    await approver.page.goto(`${demo.url}${office}/submit`);
    const { page, leave } = await open('reviewer', { language });
    await page.goto(`${demo.url}${district}/review/${code}`);
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
    const approver = await open('approver', { language });
    const { page } = approver;
    await page.goto(`${demo.url}${office}/edit`, { waitUntil: 'networkidle' });
    expect(await page.innerText('main')).toContain('执行数与决算不一致');
    await type(page, 'amounts.executed_total', '960');
    await type(page, 'rates.execution_rate', '96');
    await page.waitForSelector('.form-save[data-kind="saved"]');
    await page.goto(`${demo.url}${office}/submit`);
    await answerAll(page);
    await step(page, 'submit');
    expect(await receiptOn(page)).toMatch(receipt(3));
    const leader = await open('leader', { language });
    const row = async () => {
      await leader.page.goto(`${demo.url}${district}/ranking`);
      return leader.page.innerText(`main tr:has(a[href*="${code}"])`);
    };
    expect(await row()).toMatch(/96\.00/);
    expect(await row()).toMatch(provisional);
    const reviewer = await open('reviewer', { language });
    await reviewer.page.goto(`${demo.url}${district}/review/${code}`);
    await send(reviewer.page, reviewer.page.locator('button[value="approve"]'));
    await reviewer.leave();
    expect(await row()).toMatch(/96\.00/);
    expect(await row()).not.toMatch(provisional);
    await leader.leave();
    await page.goto(`${demo.url}${office}/submit`);
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

/** A page of one of the demo accounts. */
async function open(loginName: string, options: VisitOptions) {
  const visit = await browser.visit(options);
  await visit.page.goto(`${demo.url}/login`);
  await signIn(visit.page, loginName, demoPassword);
  await visit.page.waitForSelector('form[action="/logout"]');
  return visit;
}

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

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { arrived, testBrowser, type VisitOptions } from '#test/helpers/browser.ts';
import { filers, filingDemo } from '#test/helpers/filing-demo.ts';

const demo = filingDemo();
const browser = testBrowser(demo);

const { office, preparer, approver } = filers.returned;
const card = `/offices/${office}/2023`;
const submit = `${card}/submit`;
const withoutScripts = { javaScript: false };

test('what keeps a report back leads to its field, and a post of it all the same sends nothing', async () => {
  const { page, leave, open, post } = await visitAs(preparer);
  await open(card);
  expect(await page.innerText('main')).toContain('退回理由');
  await page.click(`a[href="${submit}"]`);
  const obstacle = page.locator('.obstacles a').first();
  await obstacle.waitFor();
  expect(await page.locator('button[value="submit"]').count()).toBe(0);
  const [, field = ''] = (await obstacle.getAttribute('href'))?.split('#f-') ?? [];
  await obstacle.click();
  await arrived(page, `**${card}/edit#*`);
  await page.waitForSelector(`[name="${field}"]`);
  expect((await post({ intent: 'submit', seen: '0' })).status()).toBe(403);
  expect((await post({ intent: 'nonsense' })).status()).toBe(400);
  await leave();
  const boss = await visitAs(approver);
  const unseen = await boss.post({ intent: 'submit', seen: '0', framework: '2023/9' });
  expect([unseen.status(), await unseen.text()]).toEqual([
    409,
    expect.stringContaining('区财政局发布了指标体系第1版'),
  ]);
  const answer = await boss.post({ intent: 'submit', seen: '0', framework: '2023/1' });
  expect(answer.status()).toBe(400);
  expect(await answer.text()).toContain('没有提交：还有');
  await boss.leave();
});

test('finished, answered, sent without scripts; the same click again gets the same receipt', async () => {
  const filling = await visitAs(preparer);
  await filling.open(`${card}/edit`);
  for (const [name, text] of Object.entries(corrections)) {
    await filling.page.fill(`[name="${name}"]`, text);
    await filling.page.locator(`[name="${name}"]`).blur();
  }
  await filling.page.waitForSelector('.form-save[data-kind="saved"]');
  await filling.open(submit);
  expect(await filling.page.innerText('.changed-texts')).toContain('为民服务，另有侧重');
  await filling.page.click('button[value="finish"]');
  await filling.page.waitForSelector('button[value="take_back"]');

  const { page, leave, open, post } = await visitAs(approver, withoutScripts);
  await open(submit);
  expect(await page.innerText('.status-line')).toMatch(/测试·填报人已于.*\d\d:\d\d填好/);
  const answers = page.locator('.answer textarea');
  expect(await answers.count()).toBeGreaterThan(0);
  for (const field of await answers.all()) await field.fill('已与决算核对');
  await page.click('button[value="answers"]');
  expect(await page.locator('.obstacles').count()).toBe(0);
  expect(await answers.first().inputValue()).toBe('已与决算核对');

  expect(await page.innerText('.submit-figures')).toMatch(/月支出执行率\s+\d+\.\d\d%/);

  // a reason that was changed and not saved goes along
  await answers.first().fill('又核对了一遍');
  const fields: Record<string, string> = { intent: 'submit' };
  for (const input of await page.locator('#answers-form [name]:not(button)').all())
    fields[(await input.getAttribute('name')) ?? ''] = await input.inputValue();
  await page.click('button[value="submit"]');
  expect(await page.innerText('.findings')).toContain('单位说明：又核对了一遍');
  const receipt = await page.innerText('.receipt');
  expect(receipt).toMatch(new RegExp(`${office}-2023-R\\d+-[2-9A-Z]{3}`));
  expect(receipt).toMatch(/\d{4}\/\d\d\/\d\d/);
  expect(receipt).toContain('测试·分管领导');
  expect(receipt).toContain('已过截止日期');
  expect((await post(fields)).status()).toBe(303);
  await open(submit);
  expect(await page.innerText('.receipt')).toBe(receipt);
  await leave();

  // the preparer's page is of before: it is told who sent the report
  await filling.page.click('button[value="take_back"]');
  await filling.page.waitForSelector('[role="alert"]:has-text("测试·分管领导")');
  await filling.leave();
});

test('withdrawn with a reason only; then it is filled in again', async () => {
  const { page, leave, open, post } = await visitAs(approver, withoutScripts);
  await open(`${submit}?unit=yuan`);
  const seen = await page.getAttribute('form.withdraw input[name="seen"]', 'value');
  const refused = await post({ intent: 'withdraw', seen: seen ?? '', reason: '  ' });
  expect(refused.status()).toBe(400);
  expect(await refused.text()).toContain('没有撤回：请填写理由');
  await page.fill('#withdraw-reason', '附表有误');
  await page.click('form.withdraw button');
  expect(page.url()).toContain('?unit=yuan');
  expect(await page.locator('.receipt').count()).toBe(0);
  await open(`${card}/edit`);
  expect(await page.inputValue('[name="goal"]')).toBe('为民服务，另有侧重');
  await leave();
});

test('a report that the bureau read in is not for the office to withdraw', async () => {
  const { page, leave, open } = await visitAs('approver');
  await open('/offices/440103001/2023/submit');
  expect(await page.locator('.submit-figures').count()).toBe(1);
  expect(await page.locator('form.withdraw').count()).toBe(0);
  await leave();
});

/** What the report had been returned for, and words unlike last year's. */
const corrections = {
  'rates.execution_rate': '90.66',
  'amounts.expenditure_general': '6456.22',
  'amounts.budget_total': '8000',
  goal: '为民服务，另有侧重',
};

async function visitAs(loginName: string, options?: VisitOptions) {
  const { page, leave } = await browser.visitAs(loginName, options);
  const open: (address: string) => ReturnType<Page['goto']> = (address) =>
    page.goto(address, { waitUntil: 'networkidle' });
  const post = (fields: Record<string, string>) =>
    page.request.post(submit, { form: fields, headers: { origin: demo.url }, maxRedirects: 0 });
  return { page, leave, open, post };
}

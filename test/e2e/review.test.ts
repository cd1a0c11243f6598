import { expect, test } from 'vitest';
import { arrived, testBrowser, type VisitOptions } from '#test/helpers/browser.ts';
import { ownDemo } from '#test/helpers/own-demo.ts';

/** A demo of its own: what is decided here would change what other tests see. */
const demo = ownDemo();
const browser = testBrowser(demo);

const district = '/districts/440103/2023';

test('a return takes reason and comments to the office; nothing is sent without a reason', async () => {
  const { page, leave, open } = await visitAs('reviewer');
  await open(`${district}/review/440103001`);
  await page.click('a[aria-label="给“全年执行数”加批注"]');
  await page.fill('.comment-form textarea', '请附决算报表');
  await page.click('.comment-form button');
  await page.waitForSelector('.comment-text:has-text("请附决算报表")');
  expect(page.url()).not.toContain('comment=');

  await page.fill('#return-reason', '   ');
  await page.click('button[value="return"]');
  await page.waitForSelector('[role="alert"]:has-text("必须写明理由")');

  await page.fill('#return-reason', '执行数与决算不一致');
  expect(await page.innerText('.review-decide')).toContain('1条批注将随退回一并发给街道');
  await page.click('button[value="return"]');
  await page.waitForSelector('.notice:has-text("执行数与决算不一致")');
  expect(await page.innerText('.review-history')).toContain('退回');
  await leave();

  const office = await visitAs('preparer');
  await office.open('/offices/440103001/2023');
  expect(await office.page.innerText('main')).toContain('执行数与决算不一致');
  await office.open('/offices/440103001/2023/edit');
  expect(await office.page.innerText('main')).toContain('请附决算报表');
  await office.leave();
});

test('every field leads to its history, which tells the district nothing that the office typed and did not send', async () => {
  const office = await visitAs('preparer');
  await office.open('/offices/440103001/2023/edit');
  await office.page.fill('[name="amounts.executed_total"]', '9764.88');
  await office.page.locator('[name="amounts.executed_total"]').blur();
  await office.page.waitForSelector('.form-save[data-kind="saved"]');
  await office.open('/offices/440103001/2023/history?field=amounts.executed_total');
  expect(await office.page.innerText('.field-history')).toContain('9764.88');
  await office.leave();

  const { page, leave, open } = await visitAs('reviewer');
  await open(`${district}/review/440103001`);
  expect(await page.locator('.field-history-link').count()).toBe(await page.locator('.comments').count());
  await page.click('a[aria-label="“全年执行数”的修改记录"]');
  await arrived(page, '**/offices/440103001/2023/history?field=amounts.executed_total');
  const told = await page.innerText('main');
  expect(told).toContain('退回填报');
  expect(told).not.toContain('9764.88');
  await leave();
});

test('a comment is taken back', async () => {
  const { page, leave, open } = await visitAs('reviewer');
  await open(`${district}/review/440103018?comment=goal`);
  await page.fill('.comment-form textarea', '目标过于笼统');
  await page.click('.comment-form button');
  await page.click('.comment:has-text("目标过于笼统") button');
  await page.waitForSelector('.comment:has-text("目标过于笼统")', { state: 'detached' });
  await leave();
});

test('reviewed scores need a reason, are carried up, and are kept on the page when they are refused', async () => {
  const { page, leave, open } = await visitAs('reviewer');
  await open(`${district}/review/440103018`);
  const score = 'input[aria-label="采购政策效能的复核分"]';
  await page.fill(score, '０.78');
  await page.click('button[value="score"]');
  await page.waitForSelector('[role="alert"]:has-text("采购政策效能")');
  expect(await page.inputValue(score)).toBe('０.78');
  await page.fill('input[aria-label="采购政策效能的复核理由"]', '按实际比例');
  await page.click('button[value="score"]');
  await page.waitForSelector('[role="alert"]', { state: 'detached' });
  const rows = await page.locator('.review-scores tbody tr').allInnerTexts();
  expect(rows.find((row) => row.startsWith('采购管理'))).toContain('9.78');
  expect(rows.at(-1)).toContain('由下级指标推算');
  expect(await page.inputValue(score)).toBe('0.78');
  await leave();
});

test('whoever was slower is told who was faster and when, and nothing is lost', async () => {
  const [first, second] = [await visitAs('reviewer'), await visitAs('reviewer', { javaScript: false })];
  await second.open(`${district}/review/440103012`);
  await first.open(`${district}/review/440103012`);
  await first.page.click('button[value="approve"]');
  await first.page.waitForSelector('.reading:has-text("已审定")');
  await second.page.fill('#return-reason', '材料不全');
  const [answer] = await Promise.all([
    second.page.waitForResponse((response) => response.request().method() === 'POST'),
    second.page.click('button[value="return"]'),
  ]);
  expect(answer.status()).toBe(409);
  const alert = await second.page.innerText('[role="alert"]');
  expect(alert).toMatch(/\d{4}-\d\d-\d\d \d\d:\d\d，演示·绩效科已审定/);
  expect(await second.page.inputValue('#return-reason')).toBe('材料不全');
  await first.leave();
  await second.leave();
});

test('what is picked is approved together, without scripts, and each office is told', async () => {
  const { page, leave, open } = await visitAs('reviewer', { javaScript: false });
  await open(`${district}/progress`);
  const boxes = page.locator('.queue-table input[type="checkbox"]');
  const picked = await boxes.count();
  expect(picked).toBeGreaterThan(0);
  for (const box of await boxes.all()) await box.check();
  await page.click('button[value="approve"]');
  expect(await page.innerText('.notice strong')).toBe(`已审定${picked}件`);
  expect(await page.locator('.bulk-result li').count()).toBe(picked);
  expect(await page.locator('.queue-table input[type="checkbox"]').count()).toBe(0);
  await leave();
});

test('a submission with errors, one that was decided on and an unknown office are refused, each by name', async () => {
  const { page, leave } = await visitAs('reviewer');
  const answer = await page.context().request.post(`${district}/progress`, {
    data: 'intent=approve&office=440103018.1&office=440103012.1&office=440103099.1',
    headers: { origin: demo.url, 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(answer.status()).toBe(409);
  const text = await answer.text();
  for (const told of ['有错误，未审定', '已不在待审核状态', '本区没有这个街道']) expect(text).toContain(told);
  await leave();
});

test('a leader reads the page and may do nothing on it', async () => {
  const { page, leave, open } = await visitAs('leader');
  await open(`${district}/review/440103018`);
  expect(await page.locator('.review-page form').count()).toBe(0);
  expect(await page.innerText('#decide')).toContain('本页供查阅');
  for (const intent of ['approve', 'return', 'score', 'comment', 'uncomment']) {
    const answer = await page.context().request.post(`${district}/review/440103018`, {
      form: { intent, seen: '1', reason: '无' },
      headers: { origin: demo.url },
    });
    expect([intent, answer.status()]).toEqual([intent, 403]);
  }
  await leave();
});

test('a filed revision is marked against the one sent back, or against last year as the address says', async () => {
  const { page, leave, open } = await visitAs('leader');
  await open(`${district}/review/440103006`);
  expect(await page.innerText('.review-bases')).toContain('第1稿（已退回）');
  const changed = await page.locator('.review-table tr[data-changed]').allInnerTexts();
  expect(changed.map((row) => row.split(/\s/)[0])).toEqual(['预算执行率']);
  await page.click('.review-bases a:has-text("2022年度")');
  await page.waitForSelector('.review-bases a[aria-current]:has-text("2022年度")');
  expect(page.url()).toContain('against=year');
  expect(await page.locator('.review-table tr[data-changed]').count()).toBeGreaterThan(20);
  await page.goto(`${district}/review/440103006?against=99`);
  expect(await page.locator('.review-table tr[data-changed]').count()).toBe(1);
  await leave();
});

async function visitAs(loginName: string, options?: VisitOptions) {
  const visit = await browser.visitAs(loginName, options);
  const open = (address: string) => visit.page.goto(address, { waitUntil: 'networkidle' });
  return { ...visit, open };
}

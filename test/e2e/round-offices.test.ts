import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { arrived, testBrowser } from '#test/helpers/browser.ts';
import { ownDemo } from '#test/helpers/own-demo.ts';

/** What the reviewer sets for a round, as its offices and the district's pages show it. Each test goes on from the last. */
const demo = ownDemo();
const browser = testBrowser(demo);

const settings = '/districts/440103/2024/settings';
const form = '/offices/440103001/2024/edit';
const staffing = '[name="staffing"]';

test('before the opening day the office reads when filing opens, and cannot type', async () => {
  await asReviewer(async (page) => {
    await page.fill('#opensOn', '2099-08-01');
    await page.fill('#deadline', '2099-10-31');
    await page.click('button:has-text("开设轮次")');
    expect(await page.innerText('.lede')).toContain('2099-08-01才开始填报');
  });
  await asPreparer(async (page) => {
    const head = await page.innerText('main');
    expect(head).toContain('2099-08-01开始填报');
    expect(head).toContain('尚未开始');
    expect(await page.locator(staffing).count()).toBe(0);
  });
});

test('once it has opened the office fills in and saves without scripts', async () => {
  await asReviewer(async (page) => {
    await page.fill('#opensOn', '2025-08-01');
    await page.fill('#deadline', '2025-10-31');
    await page.click('button:has-text("保存安排")');
    expect(await page.innerText('.lede')).toContain('轮次开放中');
  });
  await asPreparer(async (page) => {
    expect(await page.innerText('.status-line')).toContain('2025-10-31');
    await page.fill(staffing, '61');
    await page.click('.form-plain-save button');
    await arrived(page, '**/edit?saved=1*');
    expect(await page.inputValue(staffing)).toBe('61');
  });
});

test('an office with a later day reads its own day and the reason', async () => {
  await asReviewer(async (page) => {
    await page.fill('#extend-deadline', '2099-12-15');
    await page.fill('#extend-reason', '机构调整，决算推迟');
    await page.click('button:has-text("更改截止日期")');
    await page.waitForSelector('[role="status"]');
  }, '?office=440103001');
  await asPreparer(async (page) => {
    const line = await page.innerText('.status-line');
    expect(line).toContain('截止日期2099-12-15');
    expect(line).toContain('机构调整，决算推迟');
    expect(line).not.toContain('逾期');
  });
});

test('an office left out is on the board as taking no part, in no row of the ranking, and cannot type', async () => {
  await asReviewer(async (page) => {
    await page.fill('#leave-out-reason', '职能划转');
    await page.click('button:has-text("设为不参加")');
    expect(await page.innerText('.lede')).toContain('21个街道参加');
    await page.goto('/districts/440103/2024/progress');
    expect(await page.innerText('tr[data-state="left_out"]')).toContain('白鹤洞街道');
    expect(await page.innerText('tr[data-state="not_begun"]')).not.toContain('白鹤洞街道');
    await page.goto('/districts/440103/2024/ranking');
    const ranking = await page.innerText('main');
    expect(ranking).toContain('嘉禾街道');
    expect(ranking).not.toContain('白鹤洞街道');
    await page.goto('/districts/440103/2023/ranking');
    expect(await page.innerText('main')).toContain('白鹤洞街道');
  }, '?office=440103001');
  await asPreparer(async (page) => {
    expect(await page.innerText('main')).toContain('本街道不参加本年度填报');
    expect(await page.innerText('.status-line')).toContain('职能划转');
    expect(await page.locator(staffing).count()).toBe(0);
    await page.goto('/offices/440103001/2024');
    const card = await page.innerText('main');
    expect(card).toContain('本街道不参加2024年度的填报');
    expect(card).toContain('原因：职能划转');
    expect(card).not.toContain('尚未报送');
    await page.goto('/offices/440103001/2024/benchmark');
    const benchmark = await page.innerText('main .notice');
    expect(benchmark).toBe('本街道不参加2024年度的填报轮次，因此不参与比较。原因：职能划转。');
  });
});

test('taken in again the office finds what it had typed; a closed round is to read, a reopened one goes on', async () => {
  await asReviewer(async (page) => {
    await page.fill('#take-in-reason', '划转取消');
    await page.click('button:has-text("恢复参加")');
    expect(await page.innerText('.lede')).toContain('22个街道参加');
  }, '?office=440103001');
  await asPreparer(async (page) => expect(await page.inputValue(staffing)).toBe('61'));
  await asReviewer((page) => decide(page, '提前结束', '关闭轮次'));
  await asPreparer(async (page) => {
    expect(await page.innerText('main')).toContain('本年度填报轮次已关闭');
    expect(await page.locator(staffing).count()).toBe(0);
    expect(await page.innerText('main')).toContain('61');
  });
  await asReviewer((page) => decide(page, '补报', '重新开放'));
  await asPreparer(async (page) => expect(await page.inputValue(staffing)).toBe('61'));
});

test('the form tells what a new version of the framework changed since last year, which keeps its own', async () => {
  await asReviewer(async (page) => {
    await page.click('button:has-text("复制并开始编辑")');
    await page.fill('[name="effectiveness.spending_progress.weight"]', '12');
    await page.fill('[name="effectiveness.overall.weight"]', '38');
    await page.fill('[name="effectiveness.overall.outputs.weight"]', '18');
    await page.click('button:has-text("保存并试算")');
    await page.click('button:has-text("发布新版本")');
    expect(await page.innerText('.lede')).toContain('2024年第1版');
    await page.goto('/districts/440103/2023/settings/framework');
    expect(await page.innerText('.lede')).toContain('2023年第1版');
  }, '/framework');
  await asPreparer(async (page) => {
    const changes = await page.innerText('.form-changes');
    expect(changes).toContain('与2023年度相比有 3 处变化');
    expect(changes).toContain('“部门预算资金支出率”分值由10.00分改为12.00分');
    await page.goto('/offices/440103001/2024/submit');
    const told = await page.innerText('details.notice');
    expect(told).toContain('指标体系2024年第1版，与前一版相比有 3 处变化');
    expect(told).toContain('“部门预算资金支出率”分值由10.00分改为12.00分');
  });
});

test('the leader gets none of the settings, neither to read nor to send', async () => {
  const { page, leave } = await browser.visitAs('leader');
  for (const address of [settings, `${settings}/framework`, `${settings}/rehearsal`]) {
    expect((await page.goto(address))?.status(), address).toBe(403);
    const sent = await page.request.post(address, {
      form: { intent: 'close', reason: '无权' },
      headers: { origin: demo.url },
    });
    expect(sent.status(), address).toBe(403);
  }
  await leave();
});

async function decide(page: Page, reason: string, button: string): Promise<void> {
  await page.fill('#status-reason', reason);
  await page.click(`button:has-text("${button}")`);
  await page.waitForSelector('[role="status"]');
}

async function asReviewer(act: (page: Page) => Promise<void>, more = ''): Promise<void> {
  const { page, leave } = await browser.visitAs('reviewer', { javaScript: false });
  await page.goto(`${settings}${more}`);
  await act(page);
  await leave();
}

async function asPreparer(act: (page: Page) => Promise<void>): Promise<void> {
  const { page, leave } = await browser.visitAs('preparer', { javaScript: false });
  await page.goto(form);
  await act(page);
  await leave();
}

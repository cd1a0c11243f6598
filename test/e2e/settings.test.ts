import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { arrived, axeFindings, cellTexts, testBrowser } from '#test/helpers/browser.ts';
import { ownDemo } from '#test/helpers/own-demo.ts';
import { typedRules } from '#test/helpers/typed-rules.ts';

const district = '/districts/440103';
const demo = ownDemo();
const browser = testBrowser(demo);

test('a year without a round is opened, refused at the field first, and appears to the office', async () => {
  const { page, leave } = await browser.visitAs('reviewer', { javaScript: false });
  await page.goto(`${district}/2023/settings`);
  await page.click('text=开设2024年度轮次');
  expect(await page.innerText('main')).toContain('2024年度还没有轮次');
  await page.fill('#deadline', '2025-01-01');
  await page.uncheck('input[value="440103022"]');
  await page.click('button:has-text("开设轮次")');
  expect(await page.innerText('#deadline-error')).toContain('不能早于开始填报日期');
  expect(await page.innerText('#open-reason-error')).toContain('请填写原因');
  expect(await page.inputValue('#deadline')).toBe('2025-01-01');
  expect(await page.isChecked('input[value="440103022"]')).toBe(false);
  await page.fill('#deadline', '2025-10-31');
  await page.fill('#open-reason', '撤并');
  await page.click('button:has-text("开设轮次")');
  expect(await page.innerText('[role="status"]')).toContain('轮次已开设');
  expect(await page.innerText('.lede')).toMatch(/21个街道参加/);
  await leave();
  const office = await browser.visitAs('preparer');
  await office.page.goto('/');
  await arrived(office.page, '**/offices/440103001/2024');
  expect(await office.page.innerText('.status-line')).toContain('2025-10-31');
  await office.leave();
});

test('one office gets a later day, and the round is closed and opened again, each with a reason', async () => {
  const { page, leave } = await browser.visitAs('reviewer', { javaScript: false });
  await page.goto(`${district}/2024/settings?office=440103001`);
  await page.fill('#extend-deadline', '2025-09-01');
  await page.fill('#extend-reason', '系统故障');
  await page.click('button:has-text("更改截止日期")');
  expect(await page.innerText('#extend-deadline-error')).toContain('2025-10-31');
  await page.fill('#extend-deadline', '2025-11-30');
  await page.click('button:has-text("更改截止日期")');
  const rows = await cellTexts(page, 'main .data-table');
  expect(rows.find(([name]) => name === '白鹤洞街道')?.join(' ')).toMatch(/2025-11-30.*系统故障/);
  await page.click('button:has-text("关闭轮次")');
  expect(await page.innerText('#status-reason-error')).toContain('请填写原因');
  await page.fill('#status-reason', '提前结束');
  await page.click('button:has-text("关闭轮次")');
  expect(await page.innerText('.lede')).toContain('轮次已关闭');
  await page.fill('#status-reason', '补报');
  await page.click('button:has-text("重新开放")');
  expect(await page.innerText('.lede')).toContain('截止');
  expect(await page.innerText('[role="status"]')).toContain('重新开放');
  await leave();
});

test('a wrong sum is told at the node; mended, the framework is rehearsed', async () => {
  const { page, leave } = await browser.visitAs('reviewer');
  await page.goto(`${district}/2024/settings/framework`);
  await page.click('button:has-text("复制并开始编辑")');
  await page.waitForSelector('.framework-editor');
  await weigh(page, 'effectiveness.spending_progress', '15');
  expect(await page.innerText('#node-effectiveness')).toContain('下级合计55分，比50分多5分');
  await page.click('button:has-text("保存并试算")');
  await page.waitForSelector('text=先回到编辑改正');
  await page.click('main a:has-text("回到编辑")');
  await page.waitForSelector('.framework-editor');
  expect(await page.inputValue('[name="effectiveness.spending_progress.weight"]')).toBe('15');
  await weigh(page, 'effectiveness.overall', '35');
  await weigh(page, 'effectiveness.overall.outputs', '15');
  await page.click('button:has-text("保存并试算")');
  await page.waitForSelector('.rehearsal-table');
  expect(await page.innerText('.lede')).toMatch(/按2023年度\d+个街道的得分试算/);
  expect(await page.innerText('.change-list')).toContain('“部门预算资金支出率”分值由10.00分改为15.00分');
  await leave();
});

test.each(['framework', 'rehearsal'])(
  'while a framework is made, …/%s has no fault that axe finds and stays within the width of a phone',
  (settings) => isSound(`${district}/2024/settings/${settings}`),
);

test('what was rehearsed is published and becomes the year’s version', async () => {
  const { page, leave } = await browser.visitAs('reviewer');
  await page.goto(`${district}/2024/settings/rehearsal`);
  await page.click('button:has-text("发布新版本")');
  await page.waitForSelector('[role="status"]:has-text("已发布")');
  expect(await page.innerText('.lede')).toContain('2024年第1版');
  await leave();
});

test('a rule of every kind is made, changed and taken away in the editor; what will not do is refused at its field and kept', async () => {
  const { page, leave } = await browser.visitAs('reviewer');
  await page.goto(`${district}/2024/settings/framework`);
  await page.click('button:has-text("复制并开始编辑")');
  await page.waitForSelector('.framework-editor');
  const code = 'management.operating_cost.three_public';
  const row = page.locator(`[id="node-${code}"]`);
  const fill = async (fields: Record<string, string>) => {
    for (const [field, text] of Object.entries(fields)) {
      const control = page.locator(`[name="rule.${field}"]`);
      if ((await control.evaluate(({ tagName }) => tagName)) === 'SELECT') await control.selectOption(text);
      else await control.fill(text);
    }
  };
  const openNode = async () => {
    await row.locator('button[value^="open:"]').click();
    await page.waitForSelector('.node-panel');
  };
  const save = async () => {
    await page.click('button[value^="node:"]');
    await page.waitForSelector('.node-panel', { state: 'detached' });
  };
  for (const { kind, fields, says, change, after } of typedRules) {
    await openNode();
    await fill({ kind, ...fields });
    await save();
    expect([kind, await row.innerText()]).toEqual([kind, expect.stringContaining(says)]);
    await openNode();
    for (const [field, text] of Object.entries(fields))
      expect([field, await page.inputValue(`[name="rule.${field}"]`)]).toEqual([field, text]);
    await fill(change);
    await save();
    expect([kind, await row.innerText()]).toEqual([kind, expect.stringContaining(after)]);
  }
  await openNode();
  await fill({
    kind: 'one_of',
    'option1.name': '结转率',
    'option1.kind': 'proportion',
    'option1.fullAt': '九成',
  });
  await page.click('button[value^="node:"]');
  await page.waitForSelector('#rule-option1-fullAt-error');
  expect(await page.innerText('#rule-option1-fullAt-error')).toContain('“九成”不合要求');
  expect(await page.inputValue('[name="rule.option1.fullAt"]')).toBe('九成');
  expect(await page.inputValue('[name="rule.option1.name"]')).toBe('结转率');
  expect(await page.innerText('#rule-option1-nameEn-error')).toContain('请填写');
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.locator('.node-panel').evaluate(({ clientWidth }) => clientWidth)).toBeLessThan(390);
  await fill({ kind: '' });
  await save();
  expect(await row.innerText()).not.toContain('复核');
  await leave();
});

test('the leader may not run rounds', async () => {
  const { page, leave } = await browser.visitAs('leader');
  expect((await page.goto(`${district}/2023/settings`))?.status()).toBe(403);
  await leave();
});

/** No fault that axe finds, in either language, and nothing wider than a phone. */
async function isSound(address: string): Promise<void> {
  for (const language of ['zh-CN', 'en'] as const) {
    const { page, leave } = await browser.visitAs('reviewer', { language, width: 390 });
    await page.goto(address, { waitUntil: 'networkidle' });
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await leave();
  }
}

function weigh(page: Page, code: string, weight: string): Promise<void> {
  return page.fill(`[name="${code}.weight"]`, weight);
}

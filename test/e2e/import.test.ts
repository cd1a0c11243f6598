import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFindings, cellTexts, type Language, testBrowser } from '#test/helpers/browser.ts';

const browser = testBrowser();
const own = '/offices/440103001';
const address = `${own}/2022/import`;
const baihedong = read('baihedong-2023.txt');
const jiahe = read('jiahe-2023.txt');

test('a file that does not fit is refused at the field, with what to do', async () => {
  const { page, leave } = await browser.visitAs('preparer');
  await page.goto(`${own}/2022`);
  await page.click('main a:has-text("导入自评报告")');
  await page.waitForURL(`**${address}`);
  await page.click('text=读取报告');
  expect(await alertOf(page)).toContain('没有选择文件');
  const refusals: [string, string | Buffer, RegExp][] = [
    ['baihedong-2023.txt', baihedong, /2023 年度，而这里要导入的是 2022 年度/],
    ['jiahe-2023.txt', jiahe, /“嘉禾街道”，而这里要导入的是“白鹤洞街道”/],
    ['空.txt', '', /“空.txt”是空文件/],
    ['setup.exe', 'MZ', /“setup.exe”不是可读取的类型/],
  ];
  for (const [name, content, message] of refusals) {
    await choose(page, name, content);
    expect(await alertOf(page)).toMatch(message);
    expect(await alertOf(page)).toContain('没有写入任何数据');
    expect(await page.getAttribute('#file', 'aria-describedby')).toContain('file-error');
  }
  await page.goto(`${own}/2022`);
  expect(await page.innerText('.status-line')).toContain('未报送');
  await leave();
});

test('a file beyond 20 MB gets an answer, not a broken connection', async () => {
  const { page, leave } = await browser.visitAs('preparer');
  await page.goto(address);
  await choose(page, 'a.txt', Buffer.alloc(24 * 1024 * 1024, 'a'));
  expect(await page.innerText('main')).toMatch(/超过 20 MB.*没有写入任何数据/);
  await leave();
});

test('a report is read, accepted and becomes a draft that only the office sees', async () => {
  const { page, leave } = await browser.visitAs('preparer');
  await page.goto(address);
  await choose(page, '白鹤洞2022.txt', baihedong.replaceAll('2023', '2022'));
  expect(await page.innerText('.reading')).toContain('读到 12 项金额、2 项比率、10 项得分、2 个存在问题');
  const figures = await cellTexts(page, 'section[aria-label="金额与比率"] table');
  expect(figures).toContainEqual(['全年预算数', '10,158.36', '白鹤洞街2022年预算数10158.36万元']);
  await page.dblclick('main button:has-text("采用，存为草稿")');
  await page.waitForURL(`**${own}/2022`);
  expect(await page.innerText('.status-line')).toContain('填报中');
  expect(await page.innerText('main')).toMatch(/区里看不到，也不参与排名/);
  expect(await page.innerText('.reading')).toContain('总分95.97分');
  await leave();

  const leader = await browser.visitAs('leader');
  await leader.page.goto('/districts/440103/2022/ranking');
  const row = (await cellTexts(leader.page, '.ranking-table')).find(([office]) => office === '白鹤洞街道');
  expect(row?.join(' ')).not.toMatch(/95\.97|96\.12/);
  await leader.page.goto(`${own}/2022`);
  expect(await leader.page.innerText('main')).toContain('正在填报');
  expect(await leader.page.innerText('main')).not.toContain('10,158.36');
  await leader.leave();
});

test('read again, the report is compared with the draft; left alone, nothing changes', async () => {
  const { page, leave } = await browser.visitAs('preparer');
  await page.goto(address);
  const changed = baihedong.replaceAll('2023', '2022').replace('10158.36', '10168.36');
  await choose(page, '白鹤洞2022.txt', changed);
  const differences = await cellTexts(page, 'section[aria-label="与现有填报的不同"] table');
  expect(differences).toContainEqual(['全年预算数（万元）', '10,158.36', '10,168.36']);
  await page.click('main a:has-text("不采用")');
  await page.waitForURL(`**${own}/2022`);
  expect(await page.innerText('main')).toContain('10,158.36');
  await leave();
});

test('without JavaScript it works the same', async () => {
  const { page, leave } = await browser.visitAs('preparer', { javaScript: false });
  await page.goto(`${own}/2020/import`);
  await choose(page, 'baihedong-2023.txt', baihedong);
  expect(await alertOf(page)).toContain('2023 年度');
  await choose(page, '白鹤洞2020.txt', baihedong.replaceAll('2023', '2020'));
  await page.locator('main button:has-text("采用，存为草稿")').last().click();
  await page.waitForURL(`**${own}/2020`);
  expect(await page.innerText('.reading')).toContain('总分95.97分');
  await leave();
});

test.each(['leader', 'approver'])('%s may not import', async (account) => {
  const { page, leave } = await browser.visitAs(account);
  expect((await page.goto(address))?.status()).toBe(403);
  await leave();
});

test.each<Language>(['zh-CN', 'en'])(
  'choosing, a refusal, the preview and a closed year have no fault that axe finds (%s)',
  async (language) => {
    const { page, leave } = await browser.visitAs('preparer', { language });
    const other = await browser.visitAs('preparer', { language, width: 390 });
    for (const [name, content] of [
      [],
      ['jiahe-2023.txt', jiahe],
      ['白鹤洞2022.txt', baihedong.replaceAll('2023', '2022').replace('95.97', '95.98')],
    ] as const) {
      for (const each of [page, other.page]) {
        await each.goto(address);
        if (name) await choose(each, name, content);
      }
      expect(await axeFindings(page)).toEqual([]);
      expect(await other.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    }
    await page.goto(`${own}/2023/import`);
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.locator('input[type=file]').count()).toBe(0);
    await other.leave();
    await leave();
  },
);

/** Chooses a file, sends it and waits for the answer, a page of its own. */
async function choose(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page.setInputFiles('#file', { name, mimeType: 'text/plain', buffer: Buffer.from(content) });
  const answered = page.waitForEvent('load');
  await page.click('.upload-form button');
  await answered;
}

function alertOf(page: Page): Promise<string> {
  return page.innerText('[role="alert"]');
}

function read(name: string): string {
  return readFileSync(new URL(`../../db/demo/reports/${name}`, import.meta.url), 'utf8');
}

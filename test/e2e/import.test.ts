import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { demoPassword } from '#db/demo/accounts.server.ts';
import { arrived, axeFindings, signIn, testBrowser, type VisitOptions } from '#test/helpers/browser.ts';
import { docxFile } from '#test/helpers/docx-file.ts';
import { filingDemo, newcomer } from '#test/helpers/filing-demo.ts';

const demo = filingDemo({ withNewcomer: true });
const browser = testBrowser(demo);

const own = `/offices/${newcomer.office}/2023`;
const jiahe = read('jiahe-2023.txt');
const baihedong = read('baihedong-2023.txt');
const project = 'amounts.expenditure_project';

test('a file that does not fit is refused at the field, with what to do', async () => {
  const { page, leave } = await open();
  await page.click('.upload-form button');
  expect(await alertOf(page)).toContain('没有选择文件');
  const refusals: [string, string | Buffer, RegExp][] = [
    ['jiahe-2022.txt', jiahe.replaceAll('2023', '2022'), /2022 年度，而这里要导入的是 2023 年度/],
    ['baihedong-2023.txt', baihedong, /“白鹤洞街道”，而这里要导入的是“嘉禾街道”/],
    ['空.txt', '', /“空.txt”是空文件/],
    ['setup.exe', 'MZ', /“setup.exe”不是可读取的类型/],
  ];
  for (const [name, content, message] of refusals) {
    await choose(page, name, content);
    expect(await alertOf(page)).toMatch(message);
    expect(await alertOf(page)).toContain('没有写入任何数据');
    expect(await page.getAttribute('#file', 'aria-describedby')).toContain('file-error');
  }
  await choose(page, 'a.txt', Buffer.alloc(24 * 1024 * 1024, 'a'));
  expect(await page.innerText('main')).toMatch(/超过 20 MB.*没有写入任何数据/);
  await leave();
});

test('a closed year is told before a file is chosen', async () => {
  const { page, leave } = await open();
  await page.goto(`/offices/${newcomer.office}/2021/import`);
  expect(await page.innerText('main .notice')).toContain('2021 年度填报轮次已关闭');
  expect(await page.locator('input[type=file]').count()).toBe(0);
  await leave();
});

test('嘉禾’s report: the unit correction is chosen, the missing budget named, section by section it fills the form; undone', async () => {
  const { page, leave } = await open();
  await choose(page, '嘉禾2023.txt', jiahe);
  await arrived(page, '**/import/*');
  const kept = page.url();
  expect(await page.innerText('.reading')).toContain('读到 45 项：45 项表中未填');
  expect(await page.innerText('#section-money .import-missing')).toContain('全年预算数');

  const item = page
    .locator('.import-item', { hasText: '项目支出' })
    .filter({ has: page.locator('fieldset') });
  expect(await item.innerText()).toMatch(/1\.53 万元[\s\S]*15,324\.90 万元 按万元计（建议）/);
  await page.click('#section-money button');
  await arrived(page, '**done=*');
  expect(await page.innerText('[role="status"]')).toMatch(/已写入 \d+ 栏/);
  expect(await item.innerText()).toContain('表中未填');
  await item.locator('input[type=radio]').nth(1).check();
  await item.locator('input[type=checkbox]').check();
  await page.click('text=采用勾选的');
  await arrived(page, '**done=2');
  expect(await item.innerText()).toContain('与表中一致');
  await page.click('#section-basics button');
  await arrived(page, '**done=3');

  await page.goto(`${own}/edit`);
  expect(await page.inputValue(`[name="${project}"]`)).toBe('15324.9');
  expect(await page.inputValue('[name="amounts.budget_total"]')).toBe('');
  expect(await page.inputValue('[name="sub_units_stated"]')).toBe('5');
  expect(await page.inputValue('[name="goal"]')).toBe('');
  await page.fill('[name="sub_units_stated"]', '6');
  await page.waitForSelector('text=已保存');

  await page.goto(kept); // another day, without the file
  await page.click('text=撤销这次导入');
  await arrived(page, '**done=*');
  expect(await page.innerText('[role="status"]')).toMatch(
    /已撤销导入，恢复 \d+ 栏.*另有 1 栏之后又被改过，保持不变：下属单位个数/,
  );
  await page.goto(`${own}/edit`);
  expect(await page.inputValue(`[name="${project}"]`)).toBe('');
  expect(await page.inputValue('[name="sub_units_stated"]')).toBe('6');
  await leave();
});

test.each([
  ['with', true],
  ['without', false],
])('%s scripts each value leads to its words in the document and back', async (_, javaScript) => {
  const { page, leave } = await open({ javaScript });
  await choose(page, '嘉禾2023.docx', docxFile(jiahe.split('\n')));
  await arrived(page, '**/import/*');
  const item = page.locator('.import-item', { hasText: '收入合计' }).first();
  const link = item.locator('.item-source a');
  const target = (await link.getAttribute('href')) ?? '';
  await link.click();
  const words = page.locator(target);
  expect(await words.evaluate((one) => one.matches(':target'))).toBe(true);
  expect(await words.locator('xpath=following-sibling::mark').innerText()).toContain('18495.84');
  await words.click();
  expect(await item.evaluate((one) => one.matches(':target'))).toBe(true);
  await leave();
});

test('without JavaScript a section is accepted, and the original comes back byte for byte', async () => {
  const { page, leave } = await open({ javaScript: false });
  const bytes = docxFile(jiahe.split('\n'));
  await choose(page, '嘉禾2023.docx', bytes);
  await page.click('#section-goals button');
  await arrived(page, '**done=*');
  expect(await page.innerText('[role="status"]')).toContain('已写入 2 栏');
  const [file] = await Promise.all([page.waitForEvent('download'), page.click('text=下载原件')]);
  expect(file.suggestedFilename()).toBe('嘉禾2023.docx');
  expect((await readFile(await file.path())).equals(bytes)).toBe(true);
  await page.click('text=撤销这次导入');
  await arrived(page, '**done=*');
  await leave();
});

test('a report uploaded by mistake is taken out again, until something is accepted from it', async () => {
  const { page, leave } = await open();
  await choose(page, '误传.docx', docxFile([...jiahe.split('\n'), '（误传）']));
  await page.click('button:has-text("删除这份报告")');
  await page.waitForSelector('[role="status"]:has-text("已删除报告及其原件")');
  expect(await page.locator('a:has-text("误传.docx")').count()).toBe(0);
  await leave();
});

test('what a colleague wrote meanwhile is shown beside the report’s value, and the ticks are kept', async () => {
  const { page, leave } = await open();
  await choose(page, '嘉禾2023.txt', jiahe);
  await page.check('[value="amounts.revenue_total"]');
  await page.check('[value="goal"]');
  const colleague = await open({}, newcomer.approver);
  await colleague.page.goto(`${own}/edit`);
  await colleague.page.fill('[name="amounts.revenue_total"]', '18000');
  await colleague.page.waitForSelector('text=已保存');
  await page.click('text=采用勾选的');
  await page.waitForSelector('[role="alert"]');
  const item = page.locator('.import-item', { has: page.locator('[value="amounts.revenue_total"]') });
  expect(await item.locator('.alert').innerText()).toMatch(/现有：18,000\.00 万元\s+报告：18,495\.84 万元/);
  expect(await page.isChecked('[value="goal"]')).toBe(true);
  await page.click('text=采用勾选的');
  await arrived(page, '**done=*');
  await colleague.leave();
  await leave();
});

test('what is ticked can be checked before anything is written', async () => {
  const { page, leave } = await open();
  await choose(page, '嘉禾2023.txt', jiahe);
  const item = page.locator('.import-item', { has: page.locator(`[value="${project}"]`) });
  for (const id of [project, 'amounts.expenditure_basic', 'amounts.executed_total'])
    await page.check(`[value="${id}"]`);
  await item.locator('input[type=radio]').nth(0).check();
  await page.click('text=按勾选重新核查');
  await page.waitForSelector('text=采用勾选的内容后的核查发现');
  expect(await page.innerText('#findings')).toContain('项目支出');
  expect(await item.locator('input[type=radio]').nth(0).isChecked()).toBe(true);
  expect(await item.innerText()).toContain('表中未填');
  await leave();
});

test('the reviewer publishes a report by the same page', async () => {
  const visit = await browser.visit();
  await visit.page.goto('/login');
  await signIn(visit.page, 'reviewer', demoPassword);
  await visit.page.waitForSelector('form[action="/logout"]');
  await visit.page.goto('/offices/440103007/2023/import');
  const report = jiahe.replaceAll('嘉禾', '兰桂').replaceAll('白云区', '荔湾区');
  const name = await visit.page.innerText('h1');
  const office = /：(.+?)街道/.exec(name)?.[1] ?? '';
  await choose(visit.page, '公开.txt', report.replaceAll('兰桂', office));
  await visit.page.locator('main button:has-text("全部采用")').first().click();
  await arrived(visit.page, '**done=*');
  await visit.page.click('[role="status"] a');
  expect(await visit.page.innerText('.status-line')).toMatch(/已提交[\s\S]*公开报告/);
  await visit.leave();
});

test.each(['leader', 'approver'])('%s may not import', async (account) => {
  const { page, leave } = await browser.visitAs(account);
  expect((await page.goto('/offices/440103001/2023/import'))?.status()).toBe(403);
  await leave();
});

test.each(['zh-CN', 'en'] as const)(
  'no state of the page has a fault that axe finds or is wider than a phone (%s)',
  async (language) => {
    const wide = await open({ language });
    const phone = await open({ language, width: 390 });
    const content = jiahe.replace('18495.84', language === 'en' ? '18495.85' : '18495.86');
    for (const [name, text] of [[], ['a.txt', baihedong], ['嘉禾.txt', content]] as const) {
      for (const { page } of [wide, phone]) {
        await page.goto(`${own}/import`);
        if (name) await choose(page, name, text);
      }
      expect(await axeFindings(wide.page)).toEqual([]);
      expect(await widthOf(phone.page)).toBeLessThanOrEqual(390);
    }
    for (const { page } of [wide, phone]) await page.locator('main button[value="all"]').first().click();
    for (const { page } of [wide, phone]) await arrived(page, '**done=*');
    expect(await axeFindings(wide.page)).toEqual([]);
    expect(await widthOf(phone.page)).toBeLessThanOrEqual(390);
    expect(await phone.page.innerText('body')).not.toMatch(/(?<![/\w])(?:import|form|office)\.[a-z]\w*\b/);
    await phone.leave();
    await wide.leave();
  },
);

function widthOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth);
}

/** Chooses a file, sends it and waits for the answer, a page of its own. */
async function choose(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page.setInputFiles('#file', { name, mimeType: '', buffer: Buffer.from(content) });
  const answered = page.waitForEvent('load');
  await page.click('.upload-form button');
  await answered;
}

/** The import page of the newcomer's, by one of its people. */
async function open(options: VisitOptions = {}, loginName = newcomer.preparer) {
  const visit = await browser.visitAs(loginName, options);
  if (loginName === newcomer.preparer) await visit.page.goto(`${own}/import`);
  return visit;
}

function alertOf(page: Page): Promise<string> {
  return page.innerText('[role="alert"]');
}

function read(name: string): string {
  return readFileSync(new URL(`../../db/demo/reports/${name}`, import.meta.url), 'utf8');
}

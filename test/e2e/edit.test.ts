import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeFindings, testBrowser, type VisitOptions } from '#test/helpers/browser.ts';
import { filers, filingDemo } from '#test/helpers/filing-demo.ts';

const demo = filingDemo();
const browser = testBrowser(demo);

const { draft, returned } = filers;
const budget = 'amounts.budget_total';

describe('saving by itself', () => {
  test('what is typed is saved, says so, and is there after opening the page again', async () => {
    const { page, leave } = await open(draft.preparer, draft.office);
    await type(page, 'staffing', '６１ 人');
    await saved(page);
    expect(await page.innerText('.form-save-state')).toMatch(/^已保存 \d\d:\d\d$/);
    await page.reload();
    expect(await textIn(page, 'staffing')).toBe('６１ 人');
    expect(await notesOf(page, 'staffing')).toBe('');
    await leave();
  });

  test('what is typed before scripts run is taken up by them and saved', async () => {
    const { page, leave } = await browser.visitAs(draft.preparer);
    let scriptsMayCome = () => {};
    const held = new Promise<void>((done) => {
      scriptsMayCome = done;
    });
    await page.route('**/*.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(address(draft.office), { waitUntil: 'commit' });
    await page.fill('[name="staffing"]', '57');
    await page.fill('[name="goal"]', '脚本运行之前填写的目标');
    await page.selectOption('[name="followups.1.state"]', 'solved');
    scriptsMayCome();
    await saved(page);
    await page.reload();
    const texts = await Promise.all(
      ['staffing', 'goal', 'followups.1.state'].map((field) => textIn(page, field)),
    );
    expect(texts).toEqual(['57', '脚本运行之前填写的目标', 'solved']);
    await leave();
  });

  test('without a connection nothing is lost: kept, restored in a new page, sent when it is back', async () => {
    const { page, leave } = await open(draft.preparer, draft.office);
    await page.context().setOffline(true);
    await type(page, 'goal', '离线时填写的目标');
    await page.waitForSelector('.form-save[data-kind="unreachable"]');
    expect(await page.innerText('.form-save-state')).toBe('未保存：网络中断，将自动重试');
    await page.context().setOffline(false);
    await saved(page);
    await page.context().setOffline(true);
    await type(page, 'goal', '浏览器关闭前填写的目标');
    await page.waitForSelector('.form-save[data-kind="unreachable"]');
    const again = await page.context().newPage();
    await page.close();
    await again.context().setOffline(false);
    await again.goto(address(draft.office));
    await again.waitForSelector('text=已恢复上次未保存的 1 处更改');
    expect(await textIn(again, 'goal')).toBe('浏览器关闭前填写的目标');
    await saved(again);
    await again.reload();
    expect(await textIn(again, 'goal')).toBe('浏览器关闭前填写的目标');
    await leave();
  });

  test('two people in one form see each other’s texts, and both texts where they wrote the same field', async () => {
    const one = await open(draft.preparer, draft.office);
    const other = await open(draft.approver, draft.office);
    await type(one.page, 'functions', '甲写的职能');
    await saved(one.page);
    await type(other.page, 'key_tasks', '乙写的任务');
    await saved(other.page);
    expect(await textIn(other.page, 'functions')).toBe('甲写的职能');
    await type(one.page, 'key_tasks', '甲写的任务');
    await one.page.waitForSelector('.form-conflict');
    const conflict = await one.page.innerText('.form-conflict');
    expect(conflict).toContain('乙写的任务');
    expect(conflict).toContain('甲写的任务');
    expect(conflict).toMatch(/测试·分管领导 \d\d:\d\d 已保存/);
    expect(await one.page.getAttribute('[name="key_tasks"]', 'aria-invalid')).toBe('true');
    await one.page.click('.form-conflict >> text=用我的');
    await saved(one.page);
    await other.page.reload();
    expect(await textIn(other.page, 'key_tasks')).toBe('甲写的任务');
    await type(other.page, 'key_tasks', '乙改的任务');
    await saved(other.page);
    await type(one.page, 'key_tasks', '甲又写的任务');
    await one.page.waitForSelector('.form-conflict');
    await one.page.click('.form-conflict >> text=用已保存的');
    expect(await textIn(one.page, 'key_tasks')).toBe('乙改的任务');
    await one.leave();
    await other.leave();
  });
});

describe('filling in', () => {
  test('a block from a spreadsheet fills the grid; what lies beyond it is told', async () => {
    const { page, leave } = await open(draft.preparer, draft.office);
    await paste(page, 'amounts.revenue_general', '8,000.5\t80.5\r\n1,000\t10\t多余\r\n');
    expect(await textIn(page, 'amounts.revenue_general')).toBe('8,000.5');
    expect(await textIn(page, 'rates.revenue_general_share')).toBe('80.5');
    expect(await textIn(page, 'amounts.revenue_gov_fund')).toBe('1,000');
    expect(await page.innerText('.form-notice')).toBe('已粘贴 4 格；另有 1 格超出表格，没有粘贴。');
    await paste(page, 'months.1', '8.1\t16.2\t24.3\t\t40.5');
    expect(await textIn(page, 'months.5')).toBe('40.5');
    expect(await textIn(page, 'rates.spending_progress')).not.toBe('40.5');
    await paste(
      page,
      'scores.management.budget_execution.target',
      '合规\t已完成\t3.8\t“三公”略超\t压减\t台账',
    );
    expect(await textIn(page, 'scores.management.budget_execution.score')).toBe('3.8');
    expect(await textIn(page, 'scores.management.budget_execution.evidence')).toBe('台账');
    await page.fill('[name="change_reason"]', '');
    await paste(page, 'change_reason', '第一段\n第二段');
    expect(await textIn(page, 'change_reason')).toBe('第一段\n第二段');
    await saved(page);
    await page.reload();
    expect(await textIn(page, 'months.5')).toBe('40.5');
    await leave();
  });

  test('last year stands beside each field, and one click takes it over', async () => {
    const { page, leave } = await open(returned.preparer, returned.office);
    const row = page.locator('tr', { has: page.locator('[name="amounts.budget_initial"]') });
    expect(await row.innerText()).toContain('7,394.36');
    await row.locator('button').first().click();
    expect(await textIn(page, 'amounts.budget_initial')).toBe('7394.358378');
    await page.click('text=列出上年填报的');
    expect(await textIn(page, 'followups.1.problem')).not.toBe('');
    expect(await page.innerText('.form-notice')).toMatch(/已带入 \d+ 处/);
    await saved(page);
    await leave();
  });

  test('a finding stands at its field as one types; a value that would mend it takes one click', async () => {
    const { page, leave } = await open(draft.approver, draft.office);
    for (const [field, text] of [
      [budget, '10158.36'],
      ['amounts.executed_total', '9763.97'],
      ['amounts.expenditure_general', '6236.37'],
      ['amounts.expenditure_gov_fund', '3349.67'],
      ['amounts.expenditure_other', '177.93'],
    ] as const)
      await type(page, field, text);
    expect(await notesOf(page, 'amounts.executed_total')).toBe('');
    await type(page, 'amounts.expenditure_other', '178.93');
    await page.waitForSelector('[id="n-amounts.executed_total"]');
    expect(await notesOf(page, 'amounts.executed_total')).toMatch(/错误[\s\S]*9,763\.97[\s\S]*9,764\.97/);
    expect(await page.innerText('.form-index li:has-text("收支情况")')).toContain('有问题');
    await type(page, 'amounts.expenditure_other', '177.93');
    await page.waitForSelector('[id="n-amounts.executed_total"]', { state: 'detached' });
    await type(page, 'amounts.expenditure_gov_fund', '3349.67元');
    await page.click('button:has-text("改为 3349.67")');
    expect(await textIn(page, 'amounts.expenditure_gov_fund')).toBe('3349.67');
    await page.waitForSelector('.form-finding:has-text("单位")', { state: 'detached' });
    await saved(page);
    await leave();
  });

  test('bad entries are told at the cell, kept as typed and mended one by one', async () => {
    const { page, leave } = await open(draft.preparer, draft.office);
    const refused: [string, string, RegExp][] = [
      [budget, 'abc', /不是一个数/],
      [budget, '１２，３４５．６万元', /^$/],
      [budget, '1.2亿', /^$/],
      [budget, '-5', /不能是负数/],
      [budget, '300 %', /不带 % 号/],
      ['rates.execution_rate', '300 %', /^$|执行率/],
      [budget, '1e9', /不是一个数/],
      [budget, '🙂', /不是一个数/],
      ['staffing', '60.5', /整数/],
      ['filed_on', '2024-02-30', /不是日期/],
      ['goal', '长'.repeat(5_001), /超过 5,000 字/],
    ];
    for (const [field, text, why] of refused) {
      await page.fill(`[name="${field}"]`, text);
      await page.waitForTimeout(60);
      const notes = (await notesOf(page, field)).split('\n')[0] ?? '';
      if (why.source === '^$') expect([text, notes.includes('未计入')]).toEqual([text, false]);
      else expect([text, notes]).toEqual([text, expect.stringMatching(why)]);
      const isWrong = notes.includes('未计入');
      expect(await page.getAttribute(`[name="${field}"]`, 'aria-invalid')).toBe(isWrong ? 'true' : null);
      if (isWrong)
        expect(await page.getAttribute(`[name="${field}"]`, 'aria-describedby')).toBe(`n-${field}`);
    }
    await saved(page);
    await page.reload();
    expect([(await textIn(page, 'goal')).length, await textIn(page, budget)]).toEqual([5_001, '🙂']);
    await type(page, 'goal', '目标');
    await type(page, budget, '12,000');
    await saved(page);
    expect((await notesOf(page, budget)).includes('未计入')).toBe(false);
    await leave();
  });

  test('without a mouse: Enter leads down a column, links lead from part to part', async () => {
    const { page, leave } = await open(draft.preparer, draft.office);
    await page.focus('[name="amounts.budget_initial"]');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(budget);
    await page.keyboard.press('Shift+Enter');
    expect(await focused(page)).toBe('amounts.budget_adjusted');
    await page.focus(
      '#s-money + * + .form-ways a:last-child, .form-section-head:has(#s-money) .form-ways a:last-child',
    );
    await page.keyboard.press('Enter');
    expect(page.url()).toContain('#s-months');
    await page.keyboard.press('Tab');
    expect(
      await page.evaluate(() => document.activeElement?.closest('.form-section')?.querySelector('h2')?.id),
    ).toBe('s-months');
    await leave();
  });
});

describe('without JavaScript', () => {
  test('the form is saved, shows what came of it, and takes over last year', async () => {
    const { page, leave } = await open(returned.preparer, returned.office, { javaScript: false });
    await page.fill('[name="amounts.carryover_opening"]', 'x');
    await page.fill('[name="preparer_name"]', '张三');
    await page.click('button:has-text("立即保存") >> nth=-1');
    expect(page.url()).toContain('saved=2');
    expect(await page.innerText('.form-page')).toContain('已保存 2 处更改');
    expect(await textIn(page, 'preparer_name')).toBe('张三');
    expect(await notesOf(page, 'amounts.carryover_opening')).toContain('不是一个数');
    expect(await page.getAttribute('[name="amounts.carryover_opening"]', 'aria-invalid')).toBe('true');
    const row = page.locator('tr', { has: page.locator('[name="months.1"]') });
    await row.locator('button').click();
    expect(await textIn(page, 'months.1')).toBe('81.11');
    await leave();
  });

  test('two texts in one field are both shown, and the reader chooses', async () => {
    const one = await open(returned.preparer, returned.office, { javaScript: false });
    const other = await open(returned.approver, returned.office, { javaScript: false });
    await one.page.fill('[name="goal"]', '甲的目标');
    await other.page.fill('[name="goal"]', '乙的目标');
    await one.page.click('button:has-text("立即保存") >> nth=-1');
    await other.page.click('button:has-text("立即保存") >> nth=-1');
    expect(await other.page.innerText('.form-conflict')).toContain('甲的目标');
    expect(await textIn(other.page, 'goal')).toBe('乙的目标');
    await other.page.click('.form-conflict >> text=用我的');
    await one.page.goto(address(returned.office));
    expect(await textIn(one.page, 'goal')).toBe('乙的目标');
    await one.leave();
    await other.leave();
  });
});

test('a body that is none of ours gets a clear answer and changes nothing', async () => {
  const { page, leave } = await open(draft.preparer, draft.office);
  const headers = { origin: demo.url };
  const data = ['', '[]', '{"changes":[{"field":1}]}', '{"changes":', '"x"'];
  for (const body of data) {
    const answer = await page.request.post(`${address(draft.office)}.json`, {
      headers: { ...headers, 'content-type': 'application/json' },
      data: Buffer.from(body),
    });
    expect([body, answer.status()]).toEqual([body, 400]);
  }
  const forms: Record<string, string>[] = [
    { other: 'x' },
    { base: 'x' },
    { base: '[1]' },
    { base: '{"a":1}' },
  ];
  for (const form of forms) {
    const answer = await page.request.post(address(draft.office), { headers, form });
    expect([form, answer.status()]).toEqual([form, 400]);
    expect(await answer.text()).toContain('没有保存');
  }
  await leave();
});

test('a report that has been sent can only be read, with the way back', async () => {
  const { page, leave } = await open('preparer', '440103001');
  expect(await page.locator('main input, main textarea, main select').count()).toBe(0);
  const text = await page.innerText('main');
  expect(text).toContain('已提交区财政局，现在只能查看');
  expect(text).toContain('10158.36');
  expect(await page.getAttribute('main a:has-text("提交页")', 'href')).toBe('/offices/440103001/2023/submit');
  await leave();
});

test.each(['zh-CN', 'en'] as const)('no fault that axe finds, and fit for a phone (%s)', async (language) => {
  const { page, leave } = await open(returned.preparer, returned.office, { language });
  expect(await axeFindings(page)).toEqual([]);
  await leave();
  const phone = await open(returned.preparer, returned.office, { language, width: 390 });
  expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await phone.leave();
});

function address(office: string): string {
  return `/offices/${office}/2023/edit`;
}

/** The office's form, opened by one of its people; with scripts, once they run. */
async function open(loginName: string, office: string, options: VisitOptions = {}) {
  const visit = await browser.visitAs(loginName, options);
  await visit.page.goto(address(office), {
    waitUntil: options.javaScript === false ? 'load' : 'networkidle',
  });
  return visit;
}

/** Replaces a field's text as a person would, and leaves the field. */
async function type(page: Page, field: string, text: string): Promise<void> {
  await page.fill(`[name="${field}"]`, text);
  await page.locator(`[name="${field}"]`).blur();
}

async function saved(page: Page): Promise<void> {
  await page.waitForSelector('.form-save[data-kind="saved"]');
}

function textIn(page: Page, field: string): Promise<string> {
  return page.inputValue(`[name="${field}"]`);
}

/** What is said about a field; nothing where nothing is. */
async function notesOf(page: Page, field: string): Promise<string> {
  const notes = page.locator(`[id="n-${field}"]`);
  return (await notes.count()) === 0 ? '' : notes.innerText();
}

function focused(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.getAttribute('name'));
}

/** Pastes as a browser does, with what the clipboard holds. */
async function paste(page: Page, field: string, text: string): Promise<void> {
  await page.focus(`[name="${field}"]`);
  await page.evaluate((block) => {
    const clipboard = new DataTransfer();
    clipboard.setData('text/plain', block);
    const event = new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true });
    const field = document.activeElement as HTMLTextAreaElement;
    // The browser itself pastes what no handler takes.
    if (field.dispatchEvent(event)) document.execCommand('insertText', false, block);
  }, text);
  await page.waitForTimeout(60);
}

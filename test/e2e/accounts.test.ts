import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import {
  arrived,
  axeFindings,
  cellTexts,
  signIn,
  testBrowser,
  type VisitOptions,
} from '#test/helpers/browser.ts';
import { ownDemo } from '#test/helpers/own-demo.ts';

/** A demo of its own: other tests count the offices of theirs. */
const demo = ownDemo();
const browser = testBrowser(demo);

const offices = '/districts/440103/2023/settings/offices';
const jiahe = `${offices}?office=440103002`;

function asReviewer(options: VisitOptions = {}) {
  return browser.visitAs('reviewer', options);
}

/** Makes an account of 嘉禾街道 and returns the password that the page shows. */
async function make(page: Page, loginName: string, displayName: string): Promise<string> {
  await page.goto(jiahe);
  await page.fill('#create-account-loginName', loginName);
  await page.fill('#create-account-displayName', displayName);
  await page.getByRole('button', { name: /^(开设账号|Make an account)$/ }).click();
  return page.innerText('.issued-password code');
}

const own = '嘉禾的财务科今年也按时填报';

/** Chooses a password of one's own, as whoever signs in by one that was handed over must. */
async function ownPassword(page: Page, current: string, next: string): Promise<void> {
  await arrived(page, '**/password**');
  await page.fill('#current', current);
  await page.fill('#next', '太短');
  await page.fill('#again', '太短');
  await page.getByRole('button', { name: '修改密码' }).click();
  expect(await page.innerText('#next-error')).toBe('新密码少于12个字符。');
  await page.fill('#current', current);
  await page.fill('#next', next);
  await page.fill('#again', next);
  await page.getByRole('button', { name: '修改密码' }).click();
  await arrived(page, '**/login?password-changed**');
  expect(await page.innerText('.notice')).toBe('密码已修改，请用新密码登录。');
}

async function openAccount(page: Page, loginName: string): Promise<void> {
  await page.goto(jiahe);
  await page.locator('tr', { hasText: loginName }).getByRole('link').click();
  await page.waitForSelector('#account');
}

test('an account is made, signs in, and is out at once when it is made inactive', async () => {
  const { page: reviewer, leave } = await asReviewer();
  const password = await make(reviewer, 'jiahe.li', '填报人（财务科）');
  expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
  // shown once: nowhere when the page is opened again
  await reviewer.goto(jiahe);
  expect(await reviewer.content()).not.toContain(password);

  const { page: preparer, leave: leavePreparer } = await browser.visit();
  await preparer.goto('/login');
  await signIn(preparer, 'jiahe.li', password);
  await ownPassword(preparer, password, own);
  await signIn(preparer, 'jiahe.li', own);
  await arrived(preparer, '**/offices/440103002/2023**');

  await openAccount(reviewer, 'jiahe.li');
  expect(await axeFindings(reviewer)).toEqual([]);
  await reviewer.getByRole('button', { name: '停用账号' }).click();
  await arrived(reviewer, /done=disable/);
  await preparer.goto('/offices/440103002/2023');
  expect(new URL(preparer.url()).pathname).toBe('/login');
  await signIn(preparer, 'jiahe.li', own);
  await preparer.waitForSelector('[role=alert]');
  expect(new URL(preparer.url()).pathname).toBe('/login');

  // active again; after a reset with the new one alone
  await openAccount(reviewer, 'jiahe.li');
  await reviewer.getByRole('button', { name: '恢复账号' }).click();
  await arrived(reviewer, /done=enable/);
  await openAccount(reviewer, 'jiahe.li');
  await reviewer.getByRole('button', { name: '生成新密码' }).click();
  const next = await reviewer.innerText('.issued-password code');
  expect(next).not.toBe(password);
  await preparer.goto('/login');
  await signIn(preparer, 'jiahe.li', own);
  await preparer.waitForSelector('[role=alert]');
  await signIn(preparer, 'jiahe.li', next);
  await arrived(preparer, '**/password**');

  await reviewer.goto('/districts/440103/2023/settings/audit?action=account');
  const rows = await cellTexts(reviewer, '.audit-table tbody');
  const done = rows.filter((row) => row.length > 4).map((row) => row[3]);
  expect(done).toEqual(['重置密码', '恢复账号', '停用账号', '修改本人密码', '开设账号']);
  expect(rows.at(-2)?.slice(4)).toEqual(['嘉禾街道：jiahe.li', '显示名称', '（空）', '填报人（财务科）', '']);
  expect(rows.at(-1)).toEqual(['角色', '（空）', '街道填报人', '']);
  const told = await reviewer.content();
  for (const hidden of [password, own, next, 'argon2']) expect(told).not.toContain(hidden);
  await leavePreparer();
  await leave();
});

test('it all works without scripts, says what is wrong at its field and keeps what was typed', async () => {
  const { page, leave } = await asReviewer({ javaScript: false, language: 'en' });
  const password = await make(page, 'jiahe.wu', 'Approver');
  expect(password).toHaveLength(19);
  await page.goto(jiahe);
  await page.fill('#create-account-loginName', 'jiahe.wu');
  await page.fill('#create-account-displayName', 'Another one');
  await page.getByRole('button', { name: 'Make an account' }).click();
  expect(await page.innerText('#create-account-loginName-error')).toBe(
    'This login name is taken. Choose another one.',
  );
  expect(await page.inputValue('#create-account-displayName')).toBe('Another one');
  await openAccount(page, 'jiahe.wu');
  await page.selectOption('#change-account-role', 'office_approver');
  await page.locator('#change-account-role').locator('xpath=ancestor::form').getByRole('button').click();
  expect(await page.innerText('[role=status]')).toBe('The account was changed.');
  await leave();
});

test('an office is added, moved to another peer group, and gets a boundary change that the trends show', async () => {
  const { page, leave } = await asReviewer({ width: 390 });
  await page.goto(offices);
  await page.getByRole('button', { name: '新增街道' }).click();
  expect(await page.innerText('#create-office-code-error')).toBe('请填写行政区划代码。');
  await page.fill('#create-office-code', '440103099');
  await page.fill('#create-office-name', '演示新街道');
  await page.fill('#create-office-nameEn', 'Yanshi Xin Street');
  await page.fill('#create-office-pinyin', 'yan shi xin');
  await page.fill('#create-office-firstYear', '2030');
  await page.getByRole('button', { name: '新增街道' }).click();
  await arrived(page, /done=create-office&office=440103099/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.selectOption('#change-office-group', { label: '新区街道' });
  await page.locator('#change-office-group').locator('xpath=ancestor::form').getByRole('button').click();
  await arrived(page, /done=change-office/);
  await page.fill('#boundary-note', '由邻街道析出');
  await page.fill('#boundary-noteEn', 'split off its neighbour');
  await page.selectOption('#boundary-kind', 'split');
  await page.getByRole('button', { name: '登记变动' }).click();
  await arrived(page, /done=boundary/);
  await page.waitForSelector('.office-forms li:has-text("2023年度起，拆分：由邻街道析出")');
  // no former year gets an office that has not filed
  await page.goto('/districts/440103/2023');
  expect(await page.innerText('main')).not.toContain('演示新街道');
  await leave();
});

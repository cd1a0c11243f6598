import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { arrived, cellTexts, testBrowser } from '#test/helpers/browser.ts';
import { print, unspaced } from '#test/helpers/paper.ts';

const browser = testBrowser();
const audit = '/districts/440103/2023/settings/audit';

test('the leader reads without scripts that the trail is intact, and who returned what and why', async () => {
  const { page, leave } = await browser.visitAs('leader', { javaScript: false });
  await page.goto(`${audit}?action=submission.return`);
  expect(await page.innerText('.audit-page .notice')).toMatch(
    /全部\d+条记录首尾相接，未被改动。.*末条校验值 [0-9a-f]{12}。/,
  );
  const rows = await cellTexts(page, '.audit-table tbody');
  expect(rows.length).toBeGreaterThan(3);
  for (const row of rows) {
    expect(row[2]).toBe('演示·绩效科（区财政局复核人）');
    expect(row[3]).toBe('退回填报');
    expect(row.at(-1)).toMatch(/重新填报/);
  }
  expect(await page.locator('.settings-nav').count()).toBe(0);
  await leave();
});

test('filters live in the address: the form sets them, a link keeps them, clearing takes them away', async () => {
  const { page, leave } = await browser.visitAs('reviewer');
  await page.goto(audit);
  expect(await page.locator('.settings-nav a[aria-current="page"]').count()).toBe(1);
  await page.selectOption('select[name=office]', '440103012');
  await page.selectOption('select[name=action]', 'submission');
  await page.fill('input[name=to]', '2023-12-31');
  await page.click('.audit-filter button');
  await arrived(page, /office=440103012/);
  const { searchParams } = new URL(page.url());
  expect([searchParams.get('action'), searchParams.get('to')]).toEqual(['submission', '2023-12-31']);
  const shown = await cellTexts(page, '.audit-table tbody');
  expect(shown.length).toBeGreaterThan(0);
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(address);
  expect(await cellTexts(page, '.audit-table tbody')).toEqual(shown);
  expect(await page.inputValue('select[name=action]')).toBe('submission');
  await page.click('text=清除筛选');
  await arrived(page, (url) => url.pathname.endsWith('/audit') && url.search === '');
  await leave();
});

test('pages lead on to older entries, and a field to all its changes', async () => {
  const { page, leave } = await browser.visitAs('reviewer');
  await page.goto(audit);
  const numbers = async () => (await page.locator('.audit-table tbody th').allInnerTexts()).map(Number);
  const first = await numbers();
  expect(first).toHaveLength(50);
  await page.click('a[rel=next]');
  await arrived(page, /before=/);
  expect((await numbers())[0]).toBe((first.at(-1) ?? 0) - 1);
  await page.goto(`${audit}?action=submission.approve&field=scores`);
  await page.locator('.audit-field a').first().click();
  await arrived(page, /field=scores\.[\w.]+\.reviewed/);
  expect(new Set(await page.locator('.audit-field').allInnerTexts()).size).toBe(1);
  await leave();
});

test('the file holds what is filtered, hashes included, and is itself in the trail', async () => {
  const { page, leave } = await browser.visitAs('reviewer');
  await page.goto(`${audit}?action=submission.return`);
  const shown = await cellTexts(page, '.audit-table tbody');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('a[href*="audit.csv"]')]);
  const rows: string[][] = parse(await readFile(await download.path()), {
    bom: true,
    relax_column_count: true,
  });
  const entries = rows.slice(1, shown.length + 1);
  expect(entries.map(([seq]) => seq)).toEqual(shown.map(([seq]) => seq));
  expect(entries.every((row) => /^[0-9a-f]{64}$/.test(row.at(-1) ?? ''))).toBe(true);
  expect(rows.flat().join('\n')).toMatch(/筛选条件：操作：退回填报/);
  await page.goto(`${audit}?action=export`);
  expect((await cellTexts(page, '.audit-table tbody'))[0]).toContain('下载审计记录（CSV）');
  await leave();
});

test('the history of one field at an office holds the steps between its values', async () => {
  const { page, leave } = await browser.visitAs('leader');
  await page.goto(`${audit}?action=submission.approve&field=scores`);
  await page.locator('.audit-field a').first().click();
  await arrived(page, /field=scores\./);
  const { searchParams } = new URL(page.url());
  const year = (await page.innerText('.audit-place')).slice(-4);
  await page.goto(
    `/offices/${searchParams.get('office')}/${year}/history?field=${searchParams.get('field')}`,
  );
  expect(await page.innerText('.field-history summary')).toMatch(/·复核分”的修改记录$/);
  expect(await page.locator('.field-history li').allInnerTexts()).toContainEqual(
    expect.stringMatching(/审定填报/),
  );
  await leave();
});

test('an office reads its own history, the bureau without names', async () => {
  const { page, leave } = await browser.visitAs('preparer');
  await page.goto('/offices/440103001/2023/history');
  const rows = await cellTexts(page, '.audit-table tbody');
  expect(rows.map((row) => [row[2], row[3]])).toContainEqual(['区财政局', '导入自评报告']);
  expect(await page.innerText('main')).not.toContain('演示·绩效科');
  expect((await page.goto(audit))?.status()).toBe(404);
  await leave();
});

test.each([
  { language: 'zh-CN' as const, action: '下载街道对比表（CSV）', place: '白鹤洞街道、松烟街道 2023' },
  {
    language: 'en' as const,
    action: 'Downloaded: comparison (CSV)',
    place: 'Baihedong Street, Songyan Street 2023',
  },
])(
  'a download is told in words that lead back to its page ($language)',
  async ({ language, action, place }) => {
    const { page, leave } = await browser.visitAs('leader', { language });
    const compared = '/districts/440103/2023/compare';
    const asked = 'offices=440103001,440103012';
    expect((await page.request.get(`${compared}.csv?${asked}`)).status()).toBe(200);
    await page.goto(`${audit}?action=export`);
    const [, , , done, about] = (await cellTexts(page, '.audit-table tbody'))[0] ?? [];
    expect([done, about]).toEqual([action, place]);
    expect(await page.innerText('.audit-table')).not.toMatch(/\/districts\/|\.csv/);
    await page.locator('.audit-place a').first().click();
    await arrived(
      page,
      (url) => `${url.pathname}?${decodeURIComponent(url.search.slice(1))}` === `${compared}?${asked}`,
    );
    await leave();
  },
);

test('on paper the entries begin under the heading, on the first sheet', async () => {
  const { page, leave } = await browser.visitAs('leader');
  // without the entries that tell of a whole report
  await page.goto(`${audit}?action=submission.approve`);
  await page.waitForLoadState('networkidle');
  const [newest = []] = await cellTexts(page, '.audit-table tbody');
  const sheets = await print(page);
  for (const shown of [await page.innerText('h1'), newest[1] ?? '', newest[3] ?? ''])
    expect(sheets[0]?.text).toContain(unspaced(shown));
  // no sheet is left half empty by keeping entries together
  expect(sheets.length).toBeLessThanOrEqual(6);
  await leave();
});

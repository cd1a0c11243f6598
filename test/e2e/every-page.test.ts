import { describe, expect, test } from 'vitest';
import { zhCN } from '#app/lib/i18n/zh-CN.ts';
import { axeFindings, cellTexts, type Language, testBrowser, type Visit } from '#test/helpers/browser.ts';

const browser = testBrowser();
const pages = [
  { account: 'leader', address: '/districts/440103/2023' },
  { account: 'leader', address: '/districts/440103/2019' },
  { account: 'leader', address: '/districts/440103/2023/ranking' },
  { account: 'leader', address: '/districts/440103/2023/ranking?q=nobody' },
  { account: 'leader', address: '/districts/440103/2023/indicators' },
  { account: 'leader', address: '/districts/440103/2023/indicators?level=3&order=lost' },
  { account: 'leader', address: '/districts/440103/2023/indicators/effectiveness.spending_progress' },
  { account: 'leader', address: '/districts/440103/2023/indicators/management.procurement' },
  { account: 'leader', address: '/districts/440103/2023/trends' },
  { account: 'leader', address: '/districts/440103/2019/trends' },
  { account: 'leader', address: '/districts/440103/2023/moves' },
  { account: 'leader', address: '/districts/440103/2023/moves?office=440103018' },
  { account: 'leader', address: '/districts/440103/2023/compare' },
  { account: 'leader', address: '/districts/440103/2023/compare?offices=440103001,440103002,440103005' },
  { account: 'leader', address: '/districts/440103/2023/relations?x=revenue_total&y=problems' },
  { account: 'leader', address: '/districts/440103/2023/problems' },
  { account: 'leader', address: '/districts/440103/2023/problems?view=matrix' },
  { account: 'leader', address: '/districts/440103/2023/problems?theme=slow_execution' },
  { account: 'reviewer', address: '/districts/440103/2023/progress' },
  { account: 'leader', address: '/districts/440103/2021/progress?sort=findings' },
  { account: 'reviewer', address: '/districts/440103/2023/review/440103018?comment=goal' },
  { account: 'leader', address: '/districts/440103/2023/review/440103006' },
  { account: 'leader', address: '/districts/440103/2023/review/440103007' },
  { account: 'leader', address: '/offices/440103002/2023' },
  { account: 'leader', address: '/offices/440103002/2021' },
  { account: 'preparer', address: '/offices/440103001/2023' },
  { account: 'preparer', address: '/offices/440103001/2023/edit' },
  { account: 'preparer', address: '/offices/440103001/2023/evidence' },
  { account: 'leader', address: '/offices/440103018/2023/evidence' },
  { account: 'approver', address: '/offices/440103001/2023/submit' },
  { account: 'preparer', address: '/offices/440103001/2023/benchmark' },
  { account: 'leader', address: '/offices/440103012/2022/benchmark?sort=behind&group=rates' },
  { account: 'leader', address: '/offices/440103007/2023/benchmark' },
  { account: 'reviewer', address: '/districts/440103/2023/import' },
  { account: 'preparer', address: '/offices/440103001/2023/import' },
  { account: 'reviewer', address: '/offices/440103002/2023/import' },
  { account: 'reviewer', address: '/districts/440103/2023/settings' },
  { account: 'reviewer', address: '/districts/440103/2023/settings?office=440103012' },
  { account: 'reviewer', address: '/districts/440103/2022/settings' },
  { account: 'reviewer', address: '/districts/440103/2030/settings' },
  { account: 'reviewer', address: '/districts/440103/2023/settings/framework' },
  { account: 'reviewer', address: '/districts/440103/2030/settings/framework' },
  { account: 'reviewer', address: '/districts/440103/2030/settings/rehearsal' },
  { account: 'reviewer', address: '/districts/440103/2023/settings/offices' },
  { account: 'reviewer', address: '/districts/440103/2023/settings/offices?office=440103012' },
  { account: 'leader', address: '/districts/440103/2023/settings/audit' },
  {
    account: 'reviewer',
    address: '/districts/440103/2023/settings/audit?action=submission&office=440103012',
  },
  { account: 'preparer', address: '/offices/440103001/2023/history' },
  { account: 'preparer', address: '/password' },
  { account: 'operator', address: '/' },
  { account: 'leader', address: '/no-such-page' },
];
const languages: Language[] = ['zh-CN', 'en'];
/** What a page shows in place of words that it did not fetch. */
const messageKey = new RegExp(`(?<![/\\w])(?:${Object.keys(zhCN).join('|')})\\.[a-z]\\w*\\b`);

const visits = new Map<string, Promise<Visit>>();
/** One page an account and language: a new one would load the same scripts for every address. */
function visitOf(account: string, language: Language): Promise<Visit> {
  const key = `${account} ${language}`;
  const visit = visits.get(key) ?? browser.visitAs(account, { language });
  visits.set(key, visit);
  return visit;
}

const inTurn = { concurrent: false };

/** The languages side by side, the pages of each one after the other: a test here waits for axe more than for anything else. */
for (const language of languages)
  describe.concurrent(language, () => {
    test('the sign-in page has no fault that axe finds', inTurn, async () => {
      const { page, leave } = await browser.visit({ language });
      await page.goto('/login');
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      expect(await axeFindings(page)).toEqual([]);
      await leave();
    });

    test.each(pages)(
      '$address has no fault that axe finds and stays within the width of a phone',
      inTurn,
      async ({ account, address }) => {
        const { page, complaints } = await visitOf(account, language);
        await page.setViewportSize({ width: 1280, height: 900 });
        await page.goto(address);
        await page.waitForLoadState('networkidle');
        expect(await page.getAttribute('html', 'lang')).toBe(language);
        expect(await page.innerText('body')).not.toMatch(messageKey);
        expect(await axeFindings(page)).toEqual([]);
        await page.setViewportSize({ width: 390, height: 900 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
        expect(complaints.splice(0)).toEqual([]);
      },
    );
  });

test('English pages hold no Chinese but names and the words of the reports', async () => {
  const { page, leave } = await browser.visitAs('leader', { language: 'en' });
  const addresses = [
    '/districts/440103/2023',
    '/districts/440103/2023/ranking',
    '/districts/440103/2023/problems',
    '/districts/440103/2023/problems?view=matrix',
  ];
  for (const address of addresses) {
    await page.goto(address);
    await page.waitForLoadState('networkidle');
    const text = (await page.innerText('main')).replace(/[（(][^)）]*[)）]/g, '');
    expect(text.match(/\p{Script=Han}+/gu) ?? []).toEqual([]);
  }
  await leave();
});

test('without JavaScript the ranking and the report card are complete', async () => {
  const addresses = [
    '/districts/440103/2023/ranking?sort=-execution_rate',
    '/offices/440103001/2023',
    '/districts/440103/2023',
  ];
  const tables: string[][][][] = [];
  for (const javaScript of [true, false]) {
    const { page, leave } = await browser.visitAs('leader', { javaScript });
    const texts: string[][][] = [];
    for (const address of addresses) {
      await page.goto(address);
      texts.push(await cellTexts(page, 'main table:not([data-chart] table)'));
    }
    tables.push(texts);
    await leave();
  }
  expect(tables[1]?.slice(0, 2)).toEqual(tables[0]?.slice(0, 2));
  expect(tables[1]?.[0]?.length).toBeGreaterThan(22);
  // The chart’s twin takes the chart’s place: every office is named in the overview too.
  expect(tables[1]?.[2]?.flat().join(' ')).toContain('白鹤洞街道');
  expect(tables[1]?.[2]?.flat().join(' ')).toContain('96.12');
});

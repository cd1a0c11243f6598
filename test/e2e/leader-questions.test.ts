import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { arrived, testBrowser } from '#test/helpers/browser.ts';

/** What a leader asks in the meeting, and where the answer stands: on the overview, or at most two clicks away from it. */
interface Question {
  asked: string;
  /** Links clicked one after the other, from the overview on. */
  clicks: [string?, string?];
  /** Part of the page that answers. */
  place: string;
  answers: RegExp[];
}

const overview = '/districts/440103/2023?since=2024-08-01';
const questions: Question[] = [
  { asked: '谁最后？', clicks: [], place: '.glance', answers: [/落后\s+望舒街道\s+89\.72\s/] },
  {
    asked: '为什么是它？',
    clicks: ['.glance a:has-text("望舒街道")'],
    place: 'main',
    answers: [
      /部门预算资金支出率（失4\.64分）/,
      /按每月一般公共预算支出执行率的平均数计分/,
      /制定分月用款计划/,
    ],
  },
  {
    asked: '比去年呢？',
    clicks: ['section[aria-labelledby="moves"] a:has-text("望舒街道")'],
    place: 'main',
    answers: [/望舒街道由第4名降至第18名：.*主要是履职效能 -4\.42分/, /由98\.05分变为89\.72分/],
  },
  {
    asked: '还有谁没报、没排上，为什么？',
    clicks: [],
    place: 'section[aria-labelledby="scores"]',
    answers: [/疏桐街道、棠梨街道：未报送/, /百草园街道、雁回街道：已退回/],
  },
  {
    asked: '钱花得怎么样，谁没到目标？',
    clicks: [],
    place: 'main',
    answers: [/全区预算执行率[\s\S]*92\.72%\s+-2\.15个百分点/, /低于目标95\.00%的6个街道/],
  },
  {
    asked: '哪个指标丢分最重，丢在谁身上？',
    clicks: ['section[aria-labelledby="lost"] a:has-text("部门预算资金支出率")'],
    place: 'main',
    answers: [/16个街道中16个失分，平均失0\.80分（分值的8\.0%）；失分最多的是望舒街道（4\.64分）/],
  },
  {
    asked: '大家的通病是什么，谁年年都犯？',
    clicks: ['section[aria-labelledby="problems"] a:has-text("预算编制不精准")'],
    place: 'main',
    answers: [/5个街道提到，占已报18个街道的28%；比上年多2个/, /星槎街道\*?\s[\s\S]*?连续5年提出/],
  },
  {
    asked: '得分高的真把钱花好了吗，谁把自己报高了？',
    clicks: ['section[aria-labelledby="scores"] a[href$="/relations"]'],
    place: 'main',
    answers: [/总分与预算执行率呈强正相关/, /3个自评高于复核；高估最多的是霁色街道、望舒街道，多1\.00分/],
  },
  {
    asked: '第一名和最后一名差在哪？',
    clicks: ['nav a[href$="/compare"]', 'a:has-text("嘉禾街道、望舒街道")'],
    place: 'main',
    answers: [/总分[高低]9\.75分，主要来自/],
  },
  {
    asked: '上次看过以后变了什么？',
    clicks: [],
    place: 'section[aria-labelledby="changes"]',
    answers: [/新报送17个街道/, /退回\s+雁回街道、百草园街道/, /揽月街道[\s\S]*6,365\.01/],
  },
];

const browser = testBrowser();

test.each(questions)('$asked', async ({ clicks, place, answers }) => {
  const { page, leave } = await browser.visitAs('leader');
  await page.goto(overview);
  for (const link of clicks) if (link) await follow(page, link);
  for (const answer of answers) {
    await expect.poll(() => page.innerText(place), { timeout: 10_000 }).toMatch(answer);
  }
  await leave();
});

async function follow(page: Page, link: string): Promise<void> {
  const before = page.url();
  await page.click(link);
  await arrived(page, (url) => url.href !== before);
  await page.waitForLoadState('networkidle');
}

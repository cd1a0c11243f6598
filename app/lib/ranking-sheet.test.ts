import { describe, expect, it } from 'vitest';
import { plainRows } from '#app/files/sheet.ts';
import { rankingView } from '#test/helpers/ranking-view.ts';
import type { Language } from './i18n/languages.ts';
import { i18nOf } from './i18n/whole.server.ts';
import { rankingSheet } from './ranking-sheet.ts';
import { headline, rankingText } from './ranking-text.ts';

const textOf = (query = '', language: Language = 'zh-CN') =>
  rankingText(rankingView(query), i18nOf(language).getFixedT(language, 'app'), language);
const sheet = (query?: string, language?: Language) => plainRows(rankingSheet(textOf(query, language)));
const row = (name: string, rows: string[][]) => rows.find(([first]) => first === name);

describe('the sheet of the ranking', () => {
  it('has one heading row with group, name and unit', () => {
    expect(sheet()[0]).toEqual([
      '街道',
      '名次与报送·名次',
      '名次与报送·升降',
      '名次与报送·状态',
      '得分·总分（100分）',
      '得分·等级',
      '得分·履职效能（50分）',
      '得分·管理效率（50分）',
      '比率·预算执行率（%）',
      '比率·部门预算资金支出率（%）',
      '金额·全年预算数（万元）',
      '金额·全年执行数（万元）',
      '核查·核查错误（个）',
      '说明',
    ]);
  });

  it('prints what was stated, and says what was not', () => {
    expect(row('白鹤街道', sheet())).toEqual([
      ...['白鹤街道', '1', '▲ 1', '已审定', '95.97', '优', '49.47', '未报', '96.12', '94.70', '10,158.36'],
      ...['9,763.97', '1', '公开报告'],
    ]);
    expect(row('枫桥街道', sheet())?.slice(8)).toEqual([
      ...['未报', '未报', '未报', '3,000.00', '0', '未报全年预算数，无法计算预算执行率；按自评分'],
    ]);
  });

  it('marks ties, provisional and late figures, rates above 100 and offices new to the ranking', () => {
    const rows = sheet();
    expect(row('春涌街道', rows)?.[1]).toBe('2');
    expect(row('春涌街道', rows)?.at(-1)).toBe('预算执行率超过100%；并列；暂定；逾期');
    expect(row('东澄街道', rows)?.slice(1, 3)).toEqual(['2', '新']);
    expect(row('枫桥街道', rows)?.[1]).toBe('4');
  });

  it('lists the unranked under their own heading with the reason', () => {
    const rows = sheet();
    const heading = rows.findIndex(([first]) => first?.startsWith('未参与排名'));
    expect(rows.slice(heading).map((cells) => [cells[0], cells[4], cells.at(-1)])).toEqual(
      expect.arrayContaining([
        ['谷丰街道', '—', '已退回，待街道修改'],
        ['荷塘街道', '未报', '未报送'],
        ['锦绣街道', '未报', '填报中，尚未提交'],
      ]),
    );
  });

  it('sums up what adds up, and says over how many offices', () => {
    const rows = sheet();
    expect(row('合计', rows)?.slice(4)).toEqual([
      ...['—', '', '—', '—', '—', '—', '15,158.36', '17,963.97', '1', '以上4个已排名的街道'],
    ]);
    expect(row('平均', rows)?.slice(4, 9)).toEqual(['85.99', '', '49.47', '—', '100.06']);
    expect(row('计入街道数', rows)?.slice(4, 9)).toEqual(['4', '', '1', '—', '2']);
  });

  it('ends with the remarks', () => {
    const rows = sheet();
    const remarks = rows.slice(rows.findIndex((cells) => cells.length === 0) + 1).map(([first]) => first);
    expect(remarks).toEqual([
      '演示区2023年度街道绩效自评排名',
      '单位：万元、%、分',
      '按总分排名：第1名白鹤街道（95.97分），末位枫桥街道（71.00分）；3个街道未参与排名',
      '名次按“总分”由高到低，同分并列、下一名次顺延（1、2、2、4）；全区4个街道参与排名，筛选不改变名次。',
      '得分以复核分优先，没有复核分的用自评分（复核分1个、自评分3个）。',
      '行序：总分由高到低。',
      '升降与上年按同一规则的名次相比；“新”表示上年没有名次。',
      '资料来源：各街道填报的2023年度部门整体支出绩效自评；广东省部门整体支出绩效自评指标体系第1版',
      '数据截至 2024-05-06',
      '含暂定数：显示的街道中1个尚未审定，仅供参考。',
      '显示 7 / 共 7 个街道',
    ]);
  });

  it('follows the unit, the order and the choice of columns in the address', () => {
    const rows = sheet('unit=yuan&sort=budget_total&columns=rank,budget_total');
    expect(rows[0]).toEqual(['街道', '名次与报送·名次', '金额·全年预算数（元）', '说明']);
    expect(rows.slice(1, 3).map((cells) => cells.slice(0, 3))).toEqual([
      ['春涌街道', '2', '50,000,000.00'],
      ['白鹤街道', '1', '101,583,600.00'],
    ]);
  });

  it('is complete in English', () => {
    const text = JSON.stringify(sheet('columns=office', 'en')) + JSON.stringify(sheet('', 'en').slice(0, -8));
    expect(text).not.toMatch(/\p{Script=Han}/u);
  });
});

describe('the headline', () => {
  it.each([
    [
      'sort=-execution_rate',
      '按预算执行率排名：第1名春涌街道（104.00%），末位白鹤街道（96.12%）；5个街道未参与排名',
    ],
    [
      'sort=-budget_total&unit=yi',
      '按全年预算数排名：第1名白鹤街道（1.0158亿元），末位春涌街道（0.5000亿元）；5个街道未参与排名',
    ],
    ['score=reviewed', '按总分排名：只有白鹤街道可以排名（95.97分）；6个街道未参与排名'],
    ['sort=-sme_actual', '按实际授予中小企业金额排名：还没有街道可以排名；7个街道未参与排名'],
  ])('of %s', (query, expected) => expect(headline(textOf(query))).toBe(expected));

  it('names those who share a place', () => {
    expect(headline(textOf('sort=-problems,-score:effectiveness', 'en'))).toBe(
      'Ranked by Effectiveness in office: only Baihe Subdistrict can be ranked (49.47 points); 6 offices are not ranked',
    );
  });
});

import { describe, expect, it } from 'vitest';
import { decodeComparisonSearch } from '#app/domain/comparison-search.ts';
import { baseOf, comparisonLines } from '#app/domain/office-comparison.ts';
import { plainRows, textOf } from '#app/files/sheet.ts';
import type { ComparisonView } from '#app/usecases/compare-offices.server.ts';
import { rankingView } from '#test/helpers/ranking-view.ts';
import { comparisonSheet } from './comparison-sheet.ts';
import { comparisonHref, comparisonText, headline } from './comparison-text.ts';
import type { Language } from './i18n/languages.ts';
import { i18nOf } from './i18n/whole.server.ts';

/** A comparison without a database: the offices of the ranking’s fixture. */
function textFor(query: string, language: Language = 'zh-CN') {
  const { table, columns, ...rest } = rankingView('columns=all');
  const district = [...table.ranked, ...table.unranked];
  const codes = district.map(({ office }) => office.code);
  const { search, dropped } = decodeComparisonSearch(new URLSearchParams(query), codes);
  const chosen = search.offices.flatMap((code) => district.find((row) => row.office.code === code) ?? []);
  const base = baseOf(chosen, search.base)?.office.id;
  const view: ComparisonView = {
    ...rest,
    search,
    dropped,
    offices: { ranked: table.ranked, unranked: table.unranked },
    hasLastYear: true,
    comparison:
      chosen.length < 2
        ? undefined
        : {
            chosen,
            base,
            lines: comparisonLines({ columns, chosen, base, district }),
            hidden: 0,
            leads: [],
            shares: [],
            apart: [],
            narratives: [],
            shared: [],
          },
  };
  return comparisonText(view, i18nOf(language).getFixedT(language, 'app'), language);
}

const pair = 'offices=440199001,440199002';
const sheet = (query = pair, language?: Language) => comparisonSheet(textFor(query, language));
const row = (name: string, query?: string) =>
  sheet(query).rows.find(({ cells }) => textOf(cells[0] ?? '') === name);

describe('the sheet of a comparison', () => {
  it('has the figures down and the offices across, the base with its value alone', () => {
    expect(plainRows(sheet())[0]).toEqual([
      '数字',
      '白鹤街道·数值',
      ...['春涌街道*·数值', '春涌街道*·比白鹤街道多', '春涌街道*·为白鹤街道的倍数'],
      ...['全区·平均', '全区·中位数'],
    ]);
    expect(sheet().head.map((cells) => cells.reduce((sum, { across = 1 }) => sum + across, 0))).toEqual([
      7, 6,
    ]);
  });

  it('gives the larger figure in bold, with its difference and what it is of the base', () => {
    const cells = row('总分（100分）')?.cells ?? [];
    expect(cells[1]).toMatchObject({ value: '95.97', text: '95.97', strong: true });
    expect(cells.slice(1, 5).map(textOf)).toEqual(['95.97', '88.50', '-7.47', '—']);
  });

  it('says what was not stated, and has no figures of an office that is not compared, but the reason', () => {
    const query = 'offices=440199001,440199005';
    const office = textFor(query).view.comparison?.chosen[1];
    expect(['returned', 'not_filed', 'draft']).toContain(office?.status);
    expect(row('总分（100分）', query)?.cells.map(textOf).slice(1, 5)).toEqual(['95.97', '—', '—', '—']);
    expect(sheet(query).notes.join('\n')).toContain('不参与比较');
  });

  it('groups the figures under headings and ends with how to read them', () => {
    const headings = sheet().rows.filter(({ kind }) => kind === 'heading');
    expect(headings.map(({ cells }) => textOf(cells[0] ?? '').replace(/（.*/, ''))).toEqual([
      ...['名次与报送', '得分', '比率', '金额', '核查'],
    ]);
    expect(sheet().notes).toContain('* 暂定数：尚未审定');
  });

  it('is a note alone before two offices are chosen', () => {
    expect(sheet('offices=440199001')).toMatchObject({ rows: [], notes: ['请先在页面上选择2至5个街道。'] });
  });
});

describe('the comparison in words', () => {
  it('says how many of the offices can be compared where fewer than two can', () => {
    const text = textFor('offices=440199001,440199005');
    expect(headline(text.view.comparison ?? fail(), text)).toContain('白鹤街道');
  });

  it('keeps unit and order in its links', () => {
    const { view } = textFor(`${pair}&differ=1`);
    expect(comparisonHref({ ...view, unit: 'yi' }, { base: '440199002' }, '.csv')).toBe(
      '/districts/440199/2023/compare.csv?unit=yi&offices=440199001,440199002&base=440199002&differ=1',
    );
  });
});

function fail(): never {
  throw new Error('no comparison');
}

import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, it } from 'vitest';
import { plainRows } from '#app/files/sheet.ts';
import type { Language } from '#app/lib/i18n/languages.ts';
import { i18nOf } from '#app/lib/i18n/whole.server.ts';
import { rankingSheet } from '#app/lib/ranking-sheet.ts';
import { rankingText } from '#app/lib/ranking-text.ts';
import { rankingView } from '#test/helpers/ranking-view.ts';
import { RankingPage } from './ranking-page.tsx';

const queries = [
  '',
  'sort=-execution_rate,office&pin=execution_rate,rank',
  'unit=yuan&sort=budget_total&columns=filed_on,rate:expenditure_change,budget_total,problems',
  'columns=office',
  'score=reviewed&status=returned&status=approved',
  `columns=${rankingView().columns.map(({ id }) => id)}`,
  'by=group&top=2&bottom=1&shade=total_score,budget_total',
  'group=1,none&columns=rank,group_rank,position,group&of=total_score&min=80&max=&of=total_score&min=&max=96',
];

describe('the ranking page', () => {
  it.each(queries)('prints in its cells what the file holds, with ?%s', (query) => {
    for (const language of ['zh-CN', 'en'] as const) {
      const text = textOf(query, language);
      const sheet = plainRows(rankingSheet(text));
      const page = html(query, language);
      const body = rowsOf(page.slice(page.indexOf('</thead>')));
      expect(body).toEqual(
        sheet.slice(
          1,
          sheet.findIndex((row) => row.length === 0),
        ),
      );
    }
  });

  it.each(queries)('has a heading over each cell, in the order of the file, with ?%s', (query) => {
    const page = html(query, 'zh-CN');
    const [groups, columns] = rowsOf(page.slice(0, page.indexOf('</thead>')));
    const office = groups?.[0];
    const note = groups?.at(-1);
    const headings = [office, ...(columns ?? []), note].map((heading) => heading?.replace(/[+↓↑].*$/, ''));
    const names = rankingSheet(textOf(query, 'zh-CN')).columns.map(({ heading }) =>
      heading.replace(/^.*·/, ''),
    );
    expect(headings).toHaveLength(names.length);
    headings.forEach((heading, index) => {
      expect(heading?.startsWith(names[index]?.replace(/（[^（]*）$/, '') ?? '?')).toBe(true);
    });
  });

  it('sorts by links: first downwards, then upwards, a further column with the plus', () => {
    const page = html('sort=-execution_rate');
    expect(page).toMatch(
      /<th scope="col" class="n" data-name="预算执行率（%）" aria-sort="descending"><a href="[^"]*\?sort=execution_rate"/,
    );
    expect(page).toContain('href="/districts/440199/2023/ranking?sort=-budget_total"');
    expect(page).toContain('href="/districts/440199/2023/ranking?sort=-execution_rate,-budget_total"');
    expect(page).toContain('href="/districts/440199/2023/ranking?sort=office"');
    expect(page.match(/aria-sort/g)).toHaveLength(1);
  });

  it('keeps the whole state in each form, so that both work without scripts', () => {
    const page = html('unit=yi&sort=office&q=街&columns=rank,budget_total&pin=rank&score=self');
    const [filter = '', chooser = ''] = page.match(/<form[\s\S]*?<\/form>/g) ?? [];
    for (const field of [
      'name="unit" value="yi"',
      'name="sort" value="office"',
      'name="score" value="self"',
    ]) {
      expect(filter).toContain(`type="hidden" ${field}`);
      expect(chooser).toContain(`type="hidden" ${field}`);
    }
    expect(filter).toContain('type="hidden" name="columns" value="rank,budget_total"');
    expect(chooser).toContain('type="hidden" name="q" value="街"');
    expect(chooser).toContain('type="hidden" name="columns" value="office"');
  });

  it('keeps pinned columns beside the office, each where the one before it ends', () => {
    const page = html('pin=rank,total_score');
    expect(page.match(/<td class="n rank pin" style="inset-inline-start:128px"/g)).toHaveLength(7);
    expect(page.match(/<td class="n pin" style="inset-inline-start:178px"/g)?.length).toBeGreaterThan(3);
  });

  it('pins a group only over pinned columns', () => {
    const groups = html('pin=rank').match(/<th scope="colgroup"[^>]*>/g) ?? [];
    expect(groups.slice(0, 2)).toEqual([
      '<th scope="colgroup" colSpan="1" class="group pin" style="inset-inline-start:128px">',
      '<th scope="colgroup" colSpan="2" class="group">',
    ]);
  });

  it('says movements in words', () => {
    expect(html('')).toContain('<span aria-hidden="true">▲ 1</span><span class="sr-only">上升1位</span>');
    expect(html('', 'en')).toContain(
      '<span aria-hidden="true">new</span><span class="sr-only">no rank last year</span>',
    );
  });

  it('draws a bar from 0 to 100 and marks a rate above it', () => {
    expect(html('')).toContain('<td class="execution over" style="--share:100%">104.00</td>');
    expect(html('')).toContain('<td class="share" style="--share:94.7%">94.70</td>');
  });

  it('stands rows under their peer group, with the reason for the group, and gives its mean and median', () => {
    const rows = rowsOf(html('by=group&columns=rank,group_rank,total_score').split('</thead>')[1] ?? '');
    expect(rows.slice(0, 8).map((cells) => cells.slice(0, 4))).toEqual([
      ['老城（2个街道参与排名）：建成区为主'],
      ['白鹤街道', '1', '1', '95.97'],
      ['东澄街道', '2', '2', '88.50'],
      ['组平均', '', '', '92.24'],
      ['组中位数', '', '', '92.24'],
      ['新区（1个街道参与排名）：新建区域'],
      ['春涌街道', '2', '1', '88.50'],
      ['组平均', '', '', '88.50'],
    ]);
  });

  it('says the reason over the offices that are not ranked, once', () => {
    const headings = html('').match(/<th scope="rowgroup"[^>]*><span>(.*?)<\/span>/g) ?? [];
    expect(headings.map(plain)).toEqual([
      '未参与排名（1个街道）：已退回，待街道修改',
      '未参与排名（1个街道）：未报送',
      '未参与排名（1个街道）：填报中，尚未提交',
    ]);
  });

  it('says the position in words beside the rank', () => {
    expect(html('')).toContain('title="第1名：高于100%的街道"');
    expect(html('', 'en')).toContain('title="Rank 2: above 33.3% of the others"');
  });

  it('shades from the lowest to the highest, always with the figure', () => {
    const page = html('shade=total_score');
    expect(page).toContain('<td class="n shade-6">95.97</td>');
    expect(page.match(/<td class="n shade-4">88.50<\/td>/g)).toHaveLength(2);
    expect(page).toContain('<td class="n shade-0">71.00</td>');
    expect(page).toContain('不表示好坏');
  });

  it('says what a cut leaves, and which columns the year does not have', () => {
    expect(html('top=1&bottom=1')).toContain('只显示前1名和后1名：参与排名的4个街道中的2个');
    expect(html('columns=rank,score:gone')).toContain('有1列在本年度不存在');
    expect(html('')).not.toContain('本年度不存在');
  });

  it('offers every office for comparison by a form of its own', () => {
    const page = html('unit=yuan');
    expect(page).toContain('<form id="compare" method="get" action="/districts/440199/2023/compare"');
    expect(page.match(/<input type="checkbox" form="compare" [^>]*name="offices"/g)).toHaveLength(7);
    expect(page).toMatch(
      /<input type="checkbox" form="compare" [^>]*aria-label="选择白鹤街道"[^>]*value="440199001"/,
    );
  });

  it('leads back when nothing passes the filter, with the rest of the state kept', () => {
    const page = html('q=nobody&sort=office');
    expect(page).not.toContain('<table');
    expect(page).toContain('没有符合筛选条件的街道');
    expect(page).toContain('<a href="/districts/440199/2023/ranking?sort=office">清除筛选，显示全部街道</a>');
  });

  it('says when there is no office at all', () => {
    expect(markup(rankingText(rankingView('', []), translate('zh-CN'), 'zh-CN'))).toContain(
      '本年度还没有街道',
    );
  });

  it('leaves no Chinese on the English page', () => {
    for (const query of queries) expect(html(query, 'en')).not.toMatch(/\p{Script=Han}/u);
  });
});

const translate = (language: Language) => i18nOf(language).getFixedT(language, 'app');
const textOf = (query: string, language: Language) =>
  rankingText(rankingView(query), translate(language), language);
const html = (query: string, language: Language = 'zh-CN') => markup(textOf(query, language));

function markup(text: ReturnType<typeof textOf>): string {
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18nOf(text.language)}>
      <RankingPage text={text} />
    </I18nextProvider>,
  );
}

/** The table's rows as the eye reads them: without markup and without what is for screen readers alone. */
function rowsOf(page: string): string[][] {
  const seen = page.replaceAll(/<span class="sr-only">.*?<\/span>/g, '');
  return [...seen.matchAll(/<tr[ >].*?<\/tr>/g)].map(([row]) =>
    [...row.matchAll(/<(th|td)[ >].*?<\/\1>/g)].map(([cell]) => plain(cell)),
  );
}

function plain(cell: string): string {
  return cell
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
}

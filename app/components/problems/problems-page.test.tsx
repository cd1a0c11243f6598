import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, it, vi } from 'vitest';
import { plainRows, textOf } from '#app/files/sheet.ts';
import type { Language } from '#app/lib/i18n/languages.ts';
import { i18nOf } from '#app/lib/i18n/whole.server.ts';
import { problemsView, type Said } from '#test/helpers/problems-view.ts';
import { ProblemsPage } from './problems-page.tsx';
import { problemsSheet } from './sheet.ts';

vi.mock('@remix-run/react', () => ({
  Link: ({ to, ...rest }: { to: string }) => <a href={to} {...rest} />,
}));

const years: Record<number, Said[]> = {
  2021: [[{ themes: ['assets'] }], [], 'not_filed', 'draft', []],
  2022: [
    [{ text: '部分资产账实不符，存在闲置。', themes: ['assets'] }],
    [{ text: '个别合同逾期备案。', themes: ['contract'], measures: ['建立合同台账。'] }],
    'not_filed',
    'draft',
    [],
  ],
  2023: [
    [{ text: '1.部分资产账实不符，存在闲置！', themes: ['assets'] }],
    [{ text: '租金收入未及时上缴。', themes: ['revenue'], measures: ['按月上缴。', '按季核对。'] }],
    [
      { text: '部分资产账实不符，存在闲置', themes: ['assets', 'finance_compliance'] },
      { text: '其他。', themes: [] },
    ],
    'returned',
    [{ text: '暂无', themes: [] }],
  ],
};

describe.each(['zh-CN', 'en'] as const)('the page and its file (%s)', (language) => {
  it.each(['', 'sort=change', 'sort=catalogue', 'view=matrix', 'view=matrix&rows=name'])(
    'hold the same cells with ?%s',
    (query) => {
      const table = render(query, language).match(
        /<table class="data-table (?:themes|matrix)-table">.*?<\/table>/s,
      )?.[0];
      const sheet = sheetOf(query, language);
      const rows = rowsOf(table?.slice(table.indexOf('<tbody>')) ?? '');
      const texts = sheet.rows.map(({ cells }) => cells.map(textOf));
      // The page’s total row has one cell over the first three.
      const total = rows.at(-1);
      if (query.startsWith('view=matrix') && total)
        rows[rows.length - 1] = [total[0] ?? '', '', '', ...total.slice(1)];
      expect(rows).toEqual(texts);
      const heads = rowsOf(table?.slice(0, table.indexOf('</thead>')) ?? '').at(-1);
      const own = sheet.head.at(-1)?.map(({ text }) => text);
      expect(heads).toEqual(own);
    },
  );

  it('list the same statements', () => {
    for (const query of [
      'view=statements',
      'by=office&view=statements',
      'theme=assets',
      'q=资产',
      'unmeasured=1',
    ]) {
      const page = render(query, language);
      const sheet = sheetOf(query, language);
      expect(page.match(/<li class="statement">/g)).toHaveLength(sheet.rows.length);
      const text = textOfPage(page);
      for (const { cells } of sheet.rows) {
        for (const line of cells.map(textOf).flatMap((cell) => cell.split('\n'))) {
          expect(text).toContain(line.replace(/^\d+\. |\*$/g, ''));
        }
      }
    }
  });
});

describe('the statements', () => {
  it('say what was said before, by whom else, and what is missing', () => {
    const page = render('theme=assets', 'zh-CN');
    const [first, second] = page.split('<li class="statement">').slice(1);
    expect(first).toContain('连续3年提出');
    expect(first).toContain('与2022年表述基本相同');
    expect(first).toContain('与丙街道表述基本相同');
    expect(first).toContain('未写对应措施');
    expect(second).toContain('上年未报');
    expect(second).toContain('财务核算合规');
  });

  it('name those to ask, with last year’s words and measures', () => {
    const page = render('theme=contract', 'zh-CN');
    expect(page).toContain('1个街道上年提到“合同签订备案”，今年未再提及');
    expect(page).toContain('个别合同逾期备案。');
    expect(page).toContain('建立合同台账。');
  });

  it('mark the words searched for, as text', () => {
    const page = render(`q=${encodeURIComponent('资产')}`, 'zh-CN');
    expect(page.match(/<mark>资产<\/mark>/g)).toHaveLength(3);
    expect(render('q=<b>', 'zh-CN')).not.toContain('<b>');
  });
});

it('lists who is not counted with the reason, and who says nothing', () => {
  const page = render('', 'zh-CN');
  const outside = textOfPage(page.match(/<dl class="outside">.*?<\/dl>/s)?.[0] ?? '');
  expect(outside).toBe('未计入：已退回丁街道写明“暂无”问题戊街道未归类的问题1条');
});

it('says so where nobody has filed', () => {
  const page = renderPage(problemsView({ 2022: [[]], 2023: ['draft', 'not_filed'] }), 'zh-CN');
  expect(page).toContain('2023年还没有街道报送');
  expect(page).toContain('href="/districts/440199/2022/problems"');
  expect(page).toContain('2个街道未计入');
});

it('has no comparison in the first year', () => {
  const view = problemsView({ 2023: [[{ themes: ['assets'] }]] });
  const heads = rowsOf(
    renderPage(view, 'zh-CN').match(/<table class="data-table themes-table">.*?<\/thead>/s)?.[0] ?? '',
  );
  expect(heads[0]).toEqual(['问题类型', '2023年', '2023年的表述']);
});

it('the file ends with rule, source and who is not counted', () => {
  const lines = plainRows(sheetOf('', 'zh-CN')).map((row) => row.join());
  expect(lines[0]).toContain('2023年·街道数');
  expect(lines).toContain('云山区2023年度共性问题');
  expect(lines).toContain('未计入（已退回）：丁街道');
  expect(lines).toContain('资料来源：4个街道的自评填报');
});

function render(query: string, language: Language): string {
  return renderPage(problemsView(years, query), language);
}

function renderPage(view: ReturnType<typeof problemsView>, language: Language): string {
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18nOf(language)}>
      <ProblemsPage view={view} />
    </I18nextProvider>,
  );
}

function sheetOf(query: string, language: Language) {
  return problemsSheet(problemsView(years, query), { t: i18nOf(language).t, language });
}

/** Texts of the cells, row by row, without what is for screen readers. */
function rowsOf(html: string): string[][] {
  return [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => textOfPage(cell)),
  );
}

function textOfPage(html: string): string {
  return html
    .replace(/<span class="sr-only">.*?<\/span>/g, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .trim();
}

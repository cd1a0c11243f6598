import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, it, vi } from 'vitest';
import { guangdong2023 } from '#app/domain/frameworks/guangdong-2023.ts';
import type { OfficeYear } from '#app/domain/office-year.ts';
import { overviewInput } from '#app/domain/overview.fixture.ts';
import { districtOverview } from '#app/domain/overview.ts';
import type { Language } from '#app/lib/i18n/languages.ts';
import { i18nOf } from '#app/lib/i18n/whole.server.ts';
import { linksOf } from '#app/routes/districts.$code.$year._index/links.ts';
import { OverviewPage } from '#app/routes/districts.$code.$year._index/overview-page.tsx';

vi.mock('@remix-run/react', () => ({
  Link: ({ to, ...rest }: { to: string }) => <a href={to} {...rest} />,
}));

const district = { code: '440199', name: '云山区', nameEn: 'Yunshan District' };

describe('the overview as the server sends it', () => {
  const page = render({ now: offices(12), before: offices(12, { year: 2022, shift: 5 }) });

  it('says who has filed and what stands out', () => {
    expect(page).toContain('应报12个街道，已报9个');
    expect(page).toContain('已审定6、待审定3、已退回1、填报中1、未报送1、逾期报送1');
    expect(page).toContain('失分最多的是资产管理，平均失1.50分（满分10分）');
    expect(page).toContain('最常见的问题是“绩效意识不强”，9个街道提到，占已报街道的100%');
  });

  it('holds every ranked office with rank, figure and link, without any script', () => {
    const table = page.match(/<table class="data-table standing-table">.*?<\/table>/s)?.[0] ?? '';
    expect(table.match(/<tr/g)).toHaveLength(1 + 8 + 3);
    expect(table).toContain('<a href="/offices/440199001/2023">街道甲01</a>');
    expect(table).toContain('96.00%');
    expect(table).toContain('<span class="sr-only">暂定数</span>');
  });

  it('lists the offices that are not ranked, each with its reason', () => {
    const unranked = page.match(/<dl class="unranked">.*?<\/dl>/s)?.[0];
    for (const reason of ['未报全年预算数或执行数', '未报送', '已退回']) expect(unranked).toContain(reason);
    for (const name of ['街道甲08', '街道甲09', '街道甲10', '街道甲11']) expect(unranked).toContain(name);
  });

  it('leads from each block to the page that holds its detail', () => {
    const base = '/districts/440199/2023';
    for (const address of [
      '/ranking?sort=-execution_rate',
      '/ranking?sort=-total_score',
      '/ranking?sort=-expenditure_basic&amp;columns=rank,movement,status,total_score,expenditure_basic',
      '/relations',
      '/indicators',
      '/indicators/management.assets',
      '/problems',
      '/problems?theme=awareness',
      '/moves',
      '/moves?office=440199000',
      '/trends',
    ])
      expect(page).toContain(`href="${base}${address}"`);
  });

  it('sets what expenditure is made of beside last year', () => {
    expect(page).toContain('支出中基本支出占100.00%（上年100.00%）');
    const table = page.match(/<table class="data-table composition-table">.*?<\/table>/s)?.[0] ?? '';
    expect(table.match(/<tr data-level/g)).toHaveLength(1);
    expect(table).toContain('6,300.00');
  });

  it('says that nothing changed, and offers a form for another day', () => {
    expect(page).toContain('首次登录，看本轮开启（2024-01-01）以来，没有街道报送、退回或审定');
    expect(page).toMatch(/<form method="get" action="\/districts\/440199\/2023#changes".*name="since"/);
  });

  it('compares money like for like and says over how many offices', () => {
    expect(page).toContain('同口径8个');
    expect(page).toContain('全区预算执行率');
    expect(page).toContain('万元');
  });

  it('needs neither an inline script nor a style element', () => {
    expect(page).not.toMatch(/<script|<style|onclick=/);
  });
});

describe('the other states of the overview', () => {
  it('is complete in English', () => {
    const page = render({ now: offices(12), before: offices(12, { year: 2022 }) }, 'en');
    expect(page).toContain('9 of 12 offices have filed');
    // The unit stays 万元 in brackets, as in the unit switch.
    expect(page.replaceAll('万元', '')).not.toMatch(/[\u4e00-\u9fff]/);
    expect(page).not.toMatch(/(overview|common|domain)\.[a-z]/);
  });

  it('says that nobody has filed, and leads to another year', () => {
    const page = render({ now: offices(3).map((row) => ({ ...row, status: 'not_filed' })), before: [] });
    expect(page).toContain('2023年度还没有街道报送');
    expect(page).toContain('href="/districts/440199/2022"');
    expect(page).not.toContain('<table');
  });

  it('says in the first year that there is nothing to compare with', () => {
    const page = render({ now: offices(12), before: [], years: [2023] });
    expect(page).toContain('没有上年数据，位次变化从下一年度起显示');
    expect(page).not.toContain('2022');
  });

  it('does not rank a single office against itself', () => {
    const page = render({ now: offices(1), before: [] });
    expect(page).toContain('只有街道甲00可以计算执行率，为97.00%');
    expect(page).toContain('可比街道不足，不列');
  });

  it('says that the framework has changed', () => {
    const given = { now: offices(12), before: offices(12, { year: 2022 }) };
    expect(render({ ...given, frameworkChanged: true })).toContain('本年度指标体系与上年不同');
    expect(render(given)).not.toContain('本年度指标体系与上年不同');
  });
});

interface Given {
  now: OfficeYear[];
  before: OfficeYear[];
  years?: number[];
  frameworkChanged?: boolean;
}

function render(
  { now, before, years = [2023, 2022], frameworkChanged = false }: Given,
  language: Language = 'zh-CN',
) {
  const named = (rows: OfficeYear[]) =>
    rows
      .filter(({ status }) => status === 'approved' || status === 'submitted')
      .map(({ office }) => ({ officeId: office.id, themes: ['awareness'] }));
  const view = {
    district,
    header: {
      year: 2023,
      years,
      deadline: '2024-03-31',
      status: 'open' as const,
      executionTarget: '95',
      framework: { name: '指标体系', nameEn: 'Framework', version: 1 },
      frameworkChanged,
      asOf: '2024-04-02',
      provisional: true,
    },
    opensOn: '2024-01-01',
    overview: districtOverview(
      overviewInput({
        framework: guangdong2023,
        rows: now,
        lastYear: before,
        themes: named(now),
        lastYearThemes: named(before),
      }),
    ),
  };
  const names = { awareness: language === 'en' ? 'Weak performance awareness' : '绩效意识不强' };
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18nOf(language)}>
      <OverviewPage
        view={view}
        names={names}
        links={linksOf(district, 2023, new URLSearchParams())}
        unit="wan"
      />
    </I18nextProvider>,
  );
}

/** Nine filed of twelve, one of them without a budget; one returned, one draft, one not filed. */
function offices(count: number, { year = 2023, shift = 0 } = {}): OfficeYear[] {
  const last: OfficeYear['status'][] = ['returned', 'draft', 'not_filed'];
  return Array.from({ length: count }, (_, i): OfficeYear => {
    const id = String(i).padStart(2, '0');
    const place = (i + shift) % 12;
    return {
      office: {
        id,
        code: `4401990${id}`,
        name: `街道甲${id}`,
        nameEn: `Office ${id}`,
        sortKey: `jia ${id}`,
        invented: true,
      },
      year,
      status: i < 6 ? 'approved' : (last[i - 9] ?? 'submitted'),
      late: i === 5,
      amounts: {
        budget_total: i === 8 ? undefined : '100000000.00',
        executed_total: `${97 - place}000000.00`,
        revenue_total: '90000000.00',
        expenditure_basic: '7000000.00',
      },
      rates: {},
      scores: { total: { self: `${99 - place / 10}` }, 'management.assets': { self: '8.5' } },
      findings: { error: i % 3 === 0 ? 1 : 0, warning: 0, info: 0 },
      problems: 1,
    };
  });
}

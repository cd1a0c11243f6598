import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { guangdong2023 } from '#app/domain/frameworks/guangdong-2023.ts';
import { moneyItems } from '#app/domain/submission.ts';
import { kyselyOf } from '#db/client.server.ts';
import { demoId } from '#db/demo/ids.server.ts';
import { loadDemo } from '#db/demo/load.server.ts';
import { type Scope, scopeOf } from '#db/scope.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { viewDistrictOverview } from './district-overview.server.ts';
import { type RankingView, viewDistrictRanking } from './district-ranking.server.ts';
import { viewReportCard } from './report-card.server.ts';

let db: TestDatabase;
let leader: Scope;
beforeAll(async () => {
  db = await testDatabase();
  await loadDemo(db.database);
  leader = scopeOf(db.database, {
    id: demoId('account district_leader'),
    role: 'district_leader',
    districtId: demoId('district'),
    officeId: null,
  });
});
afterAll(() => db.close());

const compared = new Set<string>([
  ...moneyItems,
  'total_score',
  ...guangdong2023.nodes.map(({ code }) => `score:${code}`),
]);
const years = [2019, 2020, 2021, 2022, 2023];

test('the ranking shows for every office what the raw rows say, and nothing of drafts and returned submissions', async () => {
  for (const year of years) {
    const view = await ranking(year, 'columns=all');
    const raw = await rawFigures(year);
    const rows = [...view.table.ranked, ...view.table.unranked];
    expect(rows).toHaveLength(22);
    for (const row of rows) {
      const figures = raw.get(row.office.id) ?? {};
      const shown = Object.fromEntries(Object.entries(row.cells).filter(([id]) => compared.has(id)));
      expect([row.office.name, numbersOf(shown)]).toEqual([row.office.name, numbersOf(figures)]);
    }
  }
});

test('the database’s peer standing is the domain’s ranking, for every office and year', async () => {
  for (const year of years) {
    const rankings = {
      total_score: await ranking(year, 'sort=-total_score'),
      execution_rate: await ranking(year, 'sort=-execution_rate'),
      spending_progress: await ranking(year, 'sort=-rate:spending_progress'),
    };
    const offices = [...rankings.total_score.table.ranked, ...rankings.total_score.table.unranked];
    for (const { office } of offices) {
      const card = await viewReportCard(leader, { officeCode: office.code, year });
      for (const { metric, rank, ranked } of card?.standings ?? []) {
        const { table } = rankings[metric];
        const row = table.ranked.find((each) => each.office.id === office.id);
        expect([year, office.code, metric, rank ?? undefined]).toEqual([
          year,
          office.code,
          metric,
          row?.rank,
        ]);
        expect(ranked).toBe(table.ranked.length);
      }
      expect(card?.standings).toHaveLength(3);
    }
  }
});

test('an office’s own card has the standing that the district sees, and only its own rows', async () => {
  const office = scopeOf(db.database, {
    id: demoId('account office_preparer'),
    role: 'office_preparer',
    districtId: demoId('district'),
    officeId: demoId('office 440103001'),
  });
  const asked = { officeCode: '440103001', year: 2023 };
  const [own, districts] = [await viewReportCard(office, asked), await viewReportCard(leader, asked)];
  expect(own).toEqual(districts);
  expect(await viewReportCard(office, { officeCode: '440103002', year: 2023 })).toBeUndefined();
  expect(
    (await viewDistrictRanking(office, { year: 2023, params: new URLSearchParams(), unit: 'wan' }))?.table
      .offices,
  ).toEqual({
    total: 1,
    shown: 1,
  });
});

test('the district sees no draft', async () => {
  const { rows } = await sql<{ code: string; year: number }>`select o.code, s.year from submissions s
    join offices o on o.id = s.office_id where s.status = 'draft'`.execute(kyselyOf(db.owner));
  expect(rows.length).toBeGreaterThan(0);
  for (const { code, year } of rows) {
    const card = await viewReportCard(leader, { officeCode: code, year });
    expect(card?.row.status).toBe('draft');
    expect(card?.submission).toBeUndefined();
  }
});

test('the overview counts what the raw rows say', async () => {
  for (const year of years) {
    const view = await viewDistrictOverview(leader, { year });
    const { rows } = await sql<{
      status: string;
      n: number;
    }>`select status, count(*)::int as n from submissions
      where year = ${year} group by status`.execute(kyselyOf(db.owner));
    const count = (status: string) => rows.find((row) => row.status === status)?.n ?? 0;
    expect(view?.overview.progress).toMatchObject({
      total: 22,
      filed: count('submitted') + count('approved'),
      approved: count('approved'),
      returned: count('returned'),
      draft: count('draft'),
      notFiled: 22 - rows.reduce((sum, row) => sum + row.n, 0),
    });
    const { rows: totals } = await sql<{
      item: string;
      total: string;
    }>`select f.item, sum(f.amount_yuan)::text as total
      from money_figures f join submissions s on (s.district_id, s.office_id, s.year, s.current_revision)
        = (f.district_id, f.office_id, f.year, f.revision)
      where s.year = ${year} and s.status in ('submitted', 'approved') group by f.item`.execute(
      kyselyOf(db.owner),
    );
    for (const { item, amount } of view?.overview.totals ?? []) {
      expect([item, Number(amount)]).toEqual([item, Number(totals.find((row) => row.item === item)?.total)]);
    }
  }
});

test('a year without a round is not there', async () => {
  expect(await viewDistrictOverview(leader, { year: 2031 })).toBeUndefined();
  expect(await viewReportCard(leader, { officeCode: '440103001', year: 2031 })).toBeUndefined();
});

async function ranking(year: number, search: string): Promise<RankingView> {
  const view = await viewDistrictRanking(leader, { year, params: new URLSearchParams(search), unit: 'wan' });
  if (!view) throw new Error(`no ranking of ${year}`);
  return view;
}

/** Figures by office and column id, read row by row without any of the product’s queries. */
async function rawFigures(year: number): Promise<Map<string, Record<string, string>>> {
  const owner = kyselyOf(db.owner);
  const current = sql`join submissions s on (s.district_id, s.office_id, s.year, s.current_revision)
    = (f.district_id, f.office_id, f.year, f.revision) where s.year = ${year} and s.status in ('submitted', 'approved')`;
  const money = await sql<Raw>`select f.office_id as office, f.item as id, f.amount_yuan::text as value
    from money_figures f ${current}`.execute(owner);
  const scores = await sql<Raw>`select f.office_id as office,
      case f.node when 'total' then 'total_score' else 'score:' || f.node end as id,
      coalesce(f.reviewed_score, f.self_score)::text as value from indicator_scores f ${current}`.execute(
    owner,
  );
  const figures = new Map<string, Record<string, string>>();
  for (const { office, id, value } of [...money.rows, ...scores.rows]) {
    figures.set(office, { ...figures.get(office), [id]: value });
  }
  return figures;
}

interface Raw {
  office: string;
  id: string;
  value: string;
}

function numbersOf(figures: Record<string, string>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(figures)
      .map(([id, value]) => [id, Number(value)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoId } from '#db/demo/ids.server.ts';
import { loadDemo } from '#db/demo/load.server.ts';
import { scopeOf } from '#db/scope.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import { plainMovement } from '#test/helpers/plain-movement.ts';
import { insertRawDistrict, rawDistrict } from '#test/helpers/random-district.ts';
import { viewDistrictRanking } from './district-ranking.server.ts';
import { type MovesView, viewOfficeMovement } from './office-movement.server.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await loadDemo(db.database);
});
afterAll(() => db.close());

const rules = ['total_score', 'execution_rate'];

test('every component is what brute force finds, and the ends are the ranking page’s ranks', async () => {
  await fc.assert(
    fc.asyncProperty(rawDistrict(), async (raw) => {
      const { leader, officeIdOf } = await insertRawDistrict(db.database, raw);
      for (const rule of rules) {
        const view = await movesOf(leader, { year: 2023, search: `by=${rule}` });
        const ranks = [await ranksOf(leader, 2022, rule), await ranksOf(leader, 2023, rule)];
        expect(view.rows).toHaveLength(raw.offices.filter(({ active }) => active).length);
        for (const office of raw.offices.filter(({ active }) => active)) {
          const row = view.rows.find((each) => each.office.id === officeIdOf(office.id));
          const plain = plainMovement(raw, { officeId: office.id, year: 2023, rule });
          expect([row?.before, row?.now]).toEqual(ranks.map((each) => each.get(officeIdOf(office.id))));
          expect(
            row?.movement?.components.map(({ kind, node, places, points }) => ({
              kind,
              node: node?.code,
              places,
              points: Math.round(Number(points) * 100),
            })),
          ).toEqual(plain?.components);
          expect(row?.movement && [row.movement.before.rank, row.movement.now.rank]).toEqual(
            plain && [plain.before, plain.now],
          );
        }
      }
    }),
    { numRuns: 60, endOnFailure: true },
  );
}, 120_000);

test('components add up exactly, in places and in points, and so do the offices passed', async () => {
  await fc.assert(
    fc.asyncProperty(rawDistrict({ offices: 9 }), async (raw) => {
      const { leader } = await insertRawDistrict(db.database, raw);
      for (const rule of rules) {
        const list = await movesOf(leader, { year: 2023, search: `by=${rule}` });
        for (const { office, movement } of list.rows) {
          if (!movement) continue;
          const places = movement.components.reduce((total, step) => total + step.places, 0);
          expect(places).toBe(movement.before.rank - movement.now.rank);
          const points = movement.components.reduce((total, step) => total + hundredths(step.points), 0);
          expect(points).toBe(hundredths(movement.now.value) - hundredths(movement.before.value));
          const { chosen } = await movesOf(leader, {
            year: 2023,
            search: `by=${rule}&office=${office.code}`,
          });
          const passing = chosen?.passing;
          if (!passing) throw new Error(`nobody is said to have been passed by ${office.code}`);
          expect(
            passing.overtook.length +
              passing.left.length -
              passing.overtakenBy.length -
              passing.entered.length,
          ).toBe(places);
        }
      }
    }),
    { numRuns: 60, endOnFailure: true },
  );
}, 120_000);

test('offices without two ranks say why, and a year without the one before says that nothing can be compared', async () => {
  const leader = demoLeader();
  const view = await movesOf(leader, { year: 2023, search: '' });
  const silent = view.rows.filter((row) => !row.movement);
  expect(silent.length).toBeGreaterThan(3);
  for (const { before, now, missing } of silent) {
    expect(missing.map(({ year }) => year)).toEqual([
      ...(before === undefined ? [2022] : []),
      ...(now === undefined ? [2023] : []),
    ]);
  }
  const boundary = view.rows.find(({ office }) => office.code === '440103018')?.boundary;
  expect(boundary?.map(({ year, kind }) => [year, kind])).toEqual([[2023, 'boundary']]);
  const first = await movesOf(leader, { year: 2019, search: '' });
  expect(first.lastYear).toBeUndefined();
  expect(first.rows.every((row) => !row.movement)).toBe(true);
  expect(await viewOfficeMovement(leader, { year: 2031, params: new URLSearchParams() })).toBeUndefined();
});

test('the list stands in the order asked for, offices without the figure last', async () => {
  const leader = demoLeader();
  for (const [sort, figure] of [
    ['rank', (row: Row) => row.now],
    ['before', (row: Row) => row.before],
    ['up', (row: Row) => (row.movement ? -row.movement.places : undefined)],
    ['down', (row: Row) => row.movement?.places],
  ] as const) {
    const { rows } = await movesOf(leader, { year: 2023, search: `sort=${sort}` });
    const figures = rows.map(figure);
    const known = figures.filter((each) => each !== undefined);
    expect(known).toEqual([...known].sort((a, b) => a - b));
    expect(figures.slice(0, known.length)).toEqual(known);
  }
});

test('what the address holds is read in full or not at all', async () => {
  const leader = demoLeader();
  const bad = await movesOf(leader, { year: 2023, search: 'office=440199999&by=luck&sort=fate' });
  expect(bad.search).toEqual({ rule: 'total_score', sort: 'rank', office: undefined });
  expect(bad.chosen).toBeUndefined();
});

type Row = MovesView['rows'][number];

function demoLeader() {
  return scopeOf(db.database, {
    id: demoId('account district_leader'),
    role: 'district_leader',
    districtId: demoId('district'),
    officeId: null,
  });
}

async function movesOf(
  leader: Parameters<typeof viewOfficeMovement>[0],
  { year, search }: { year: number; search: string },
): Promise<MovesView> {
  const view = await viewOfficeMovement(leader, { year, params: new URLSearchParams(search) });
  if (!view) throw new Error(`no moves of ${year}`);
  return view;
}

async function ranksOf(
  leader: Parameters<typeof viewOfficeMovement>[0],
  year: number,
  rule: string,
): Promise<Map<string, number | undefined>> {
  const params = new URLSearchParams({ sort: `-${rule}` });
  const view = await viewDistrictRanking(leader, { year, params, unit: 'wan' });
  return new Map(view?.table.ranked.map((row) => [row.office.id, row.rank]));
}

function hundredths(value: string): number {
  return Math.round(Number(value) * 100);
}

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import {
  insertRawDistrict,
  type RawDistrict,
  type RawSubmission,
  randomThemes,
  randomYears,
  rawDistrict,
} from '#test/helpers/random-district.ts';
import { type ProblemsView, viewDistrictProblems } from './district-problems.server.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const runs = { numRuns: 60 };
/** Sixty districts are stored and read several times each. */
const patience = 180_000;

/** Words of a few, so that the same are said again by the same office and by others; some say that there is nothing. */
const sentences = [
  '预算执行进度偏慢，部分项目集中在年底支付。',
  '一是预算执行进度偏慢，部分项目集中在年底支付',
  '绩效目标设置不够细化、量化。',
  '财务人员力量不足，业务不熟悉。',
  '暂无',
];

/** A random district whose offices use these words; “暂无” belongs to no theme, as when it is read. */
const worded = fc
  .tuple(rawDistrict(), fc.infiniteStream(fc.nat(sentences.length - 1)))
  .map(([raw, draws]): RawDistrict => {
    const submissions = raw.submissions.map((submission) => {
      const problems = submission.content.problems.map(({ themes }) => {
        const text = sentences[draws.next().value ?? 0] ?? '';
        return text === '暂无' ? { text, themes: [] } : { text, themes };
      });
      const measures = submission.content.measures.map((measure, index) =>
        index === 2 ? { text: measure.text } : measure,
      );
      return { ...submission, content: { ...submission.content, problems, measures } };
    });
    return { ...raw, submissions };
  });

test(
  'every figure is what plain loops over the raw rows give',
  async () => {
    await fc.assert(
      fc.asyncProperty(worded, async (raw) => {
        const { leader, officeIdOf } = await insertRawDistrict(db.database, raw);
        for (const year of randomYears) {
          const view = await seen(leader, year);
          const plain = plainCounts(raw, year);
          expect(view.survey.filed).toEqual(
            randomYears
              .filter((each) => each <= year)
              .map((each) => ({ year: each, offices: plain.filed(each) })),
          );
          expect(view.survey.inBoth).toBe(plain.inBoth);
          expect([view.survey.repeating, view.survey.lasting]).toEqual([plain.atLeast(2), plain.atLeast(3)]);
          const shown = [...view.survey.themes].sort((a, b) => (a.theme < b.theme ? -1 : 1));
          expect(shown).toEqual(
            [...randomThemes]
              .sort()
              .map((theme) => plain.theme(theme))
              .filter(({ offices, lastYear }) => offices + lastYear > 0),
          );
          for (const theme of shown) {
            const { fresh, repeated, first, dropped } = theme.states;
            expect(fresh + repeated + first).toBe(theme.offices);
            expect(theme.change ?? 0).toBe(view.survey.inBoth > 0 ? fresh - dropped : 0);
          }
          expect(view.survey.unstated).toHaveLength(20 - shown.length);
          expect(view.notCounted.map(({ office, status }) => [office.id, status]).sort()).toEqual(
            plain.notCounted.map(([id, status]) => [officeIdOf(id), status]).sort(),
          );
          expect(view.outside.unclassified).toBe(plain.unclassified);
          expect(view.outside.silent.map(({ id }) => id).sort()).toEqual(plain.silent.map(officeIdOf).sort());
          expect(view.outside.nothing.map(({ id }) => id).sort()).toEqual(
            plain.nothing.map(officeIdOf).sort(),
          );
        }
      }),
      runs,
    );
  },
  patience,
);

test(
  'offices × themes holds each office’s state and years in a row',
  async () => {
    await fc.assert(
      fc.asyncProperty(worded, async (raw) => {
        const { leader, officeIdOf } = await insertRawDistrict(db.database, raw);
        const year = 2023;
        const { matrix } = await seen(leader, year, 'view=matrix');
        const expected = active(raw)
          .filter(({ id }) => comparedOf(raw, id, year))
          .map(({ id }) => {
            const cells = randomThemes.flatMap((theme) => {
              const state = plainState(raw, id, year, theme);
              return state ? [[theme, { state, years: plainRun(raw, id, year, theme) }] as const] : [];
            });
            const states = cells.map(([, { state }]) => state);
            return {
              id: officeIdOf(id),
              cells: Object.fromEntries(cells),
              themes: states.filter((state) => state !== 'dropped').length,
              repeated: states.filter((state) => state === 'repeated').length,
            };
          });
        const shown = matrix.map(({ office, cells, themes, repeated }) => ({
          id: office.id,
          cells,
          themes,
          repeated,
        }));
        expect(byId(shown)).toEqual(byId(expected));
        expect(shown.map(({ themes }) => themes)).toEqual(
          shown.map(({ themes }) => themes).sort((a, b) => b - a),
        );
        const named = await seen(leader, year, 'view=matrix&rows=name');
        const codes = named.matrix.map(({ office }) => office.code);
        expect(codes).toEqual([...codes].sort());
      }),
      runs,
    );
  },
  patience,
);

test(
  'the statements are the raw ones, each with its themes, measures, last year’s words and who says the same',
  async () => {
    await fc.assert(
      fc.asyncProperty(worded, fc.constantFrom(...randomThemes), async (raw, theme) => {
        const { leader, officeIdOf } = await insertRawDistrict(db.database, raw);
        const year = 2023;
        const all = await seen(leader, year, 'view=statements&by=office');
        const expected = plainStatements(raw, year);
        expect(byId(flat(all))).toEqual(
          byId(expected.map((each) => ({ ...each, id: officeIdOf(each.raw) })).map(keyed)),
        );
        expect(all.shown).toEqual({
          statements: expected.length,
          of: expected.length,
          offices: new Set(expected.map((each) => each.raw)).size,
        });

        const filters: [string, (each: PlainStatement) => boolean][] = [
          [`theme=${theme}`, (each) => each.themes.some((one) => one.theme === theme)],
          ['theme=none', (each) => each.themes.length === 0],
          ['repeated=1', (each) => each.themes.some((one) => one.state === 'repeated')],
          [
            `repeated=1&theme=${theme}`,
            (each) => each.themes.some((one) => one.theme === theme && one.state === 'repeated'),
          ],
          ['unmeasured=1', (each) => each.measures.length === 0],
          [`q=${encodeURIComponent('预算执行')}`, (each) => each.text.includes('预算执行')],
          [`office=${raw.offices[0]?.code}`, (each) => each.raw === raw.offices[0]?.id],
        ];
        for (const [query, isMeant] of filters) {
          const view = await seen(leader, year, query);
          expect([query, view.search.view, view.shown.statements]).toEqual([
            query,
            'statements',
            expected.filter(isMeant).length,
          ]);
          const shown = new Set(flat(view).map(({ key }) => key));
          expect(shown.size).toBe(view.shown.statements);
        }

        const open = await seen(leader, year, `theme=${theme}`);
        expect(open.groups.every(({ key }) => key === theme)).toBe(true);
        const runsShown = (open.groups[0]?.statements ?? []).map(
          (each) => each.themes.find((one) => one.theme === theme)?.years ?? 0,
        );
        expect(runsShown).toEqual([...runsShown].sort((a, b) => b - a));
        const left = active(raw).filter(({ id }) => plainState(raw, id, year, theme) === 'dropped');
        expect(open.former.map(({ office }) => office.id).sort()).toEqual(
          left.map(({ id }) => officeIdOf(id)).sort(),
        );
        for (const { office, problems } of open.former) {
          const rawId = left.find(({ id }) => officeIdOf(id) === office.id)?.id ?? '';
          expect(problems).toEqual(
            stated(raw, rawId, year - 1)
              .filter(({ themes }) => themes.includes(theme))
              .map(({ text, measures }) => ({ text, measures })),
          );
        }
      }),
      runs,
    );
  },
  patience,
);

describe('the order of themes', () => {
  test.each(['offices', 'change', 'repeated'] as const)(
    'by %s falls',
    async (sort) => {
      await fc.assert(
        fc.asyncProperty(worded, async (raw) => {
          const { leader } = await insertRawDistrict(db.database, raw);
          const { survey } = await seen(leader, 2022, `sort=${sort}`);
          const values = survey.themes.map(({ offices, change, states }) =>
            sort === 'offices' ? offices : sort === 'change' ? (change ?? 0) : states.repeated,
          );
          expect(values).toEqual([...values].sort((a, b) => b - a));
        }),
        { numRuns: 15 },
      );
    },
    patience,
  );
});

test('a year without a round has no page', async () => {
  const [raw] = fc.sample(rawDistrict(), 1);
  if (!raw) throw new Error('no district drawn');
  const { leader } = await insertRawDistrict(db.database, raw);
  expect(await viewDistrictProblems(leader, { year: 2011, params: new URLSearchParams() })).toBeUndefined();
});

async function seen(
  scope: Parameters<typeof viewDistrictProblems>[0],
  year: number,
  query = '',
): Promise<ProblemsView> {
  const view = await viewDistrictProblems(scope, { year, params: new URLSearchParams(query) });
  if (!view) throw new Error(`no round in ${year}`);
  return view;
}

/** By plain loops over the raw rows; nothing of the product's own rules. */
function plainCounts(raw: RawDistrict, year: number) {
  const filedIn = (each: number) => active(raw).filter(({ id }) => comparedOf(raw, id, each));
  const now = filedIn(year);
  const inBoth = now.filter(({ id }) => comparedOf(raw, id, year - 1)).length;
  const said = now.map(({ id }) => ({ id, all: stated(raw, id, year) }));
  const real = said.flatMap(({ all }) => all.filter(({ text }) => text !== '暂无'));
  const quiet = said.filter(({ all }) => all.every(({ text }) => text === '暂无'));
  return {
    filed: (each: number) => filedIn(each).length,
    inBoth,
    atLeast: (years: number) =>
      now.filter(({ id }) => randomThemes.some((theme) => plainRun(raw, id, year, theme) >= years)).length,
    unclassified: real.filter(({ themes }) => themes.length === 0).length,
    silent: quiet.filter(({ all }) => all.length === 0).map(({ id }) => id),
    nothing: quiet.filter(({ all }) => all.length > 0).map(({ id }) => id),
    notCounted: active(raw)
      .filter(({ id }) => !comparedOf(raw, id, year))
      .map(({ id }) => [id, submissionOf(raw, id, year)?.status ?? 'not_filed'] as const),
    theme(theme: string) {
      const states = { fresh: 0, repeated: 0, first: 0, dropped: 0 };
      let [lasting, longest, droppedWithMeasure, statements, measures, unmeasured] = [0, 0, 0, 0, 0, 0];
      for (const { id } of now) {
        const state = plainState(raw, id, year, theme);
        if (state) states[state] += 1;
        const run = plainRun(raw, id, year, theme);
        if (run >= 3) lasting += 1;
        if (run > longest) longest = run;
        const before = stated(raw, id, year - 1).filter(({ themes }) => themes.includes(theme));
        if (state === 'dropped' && before.some((each) => each.measures.length > 0)) droppedWithMeasure += 1;
        for (const each of stated(raw, id, year)) {
          if (!each.themes.includes(theme)) continue;
          statements += 1;
          measures += each.measures.length;
          if (each.measures.length === 0) unmeasured += 1;
        }
      }
      const offices = (each: number) =>
        filedIn(each).filter(({ id }) => stated(raw, id, each).some(({ themes }) => themes.includes(theme)))
          .length;
      return {
        theme,
        offices: offices(year),
        lastYear: offices(year - 1),
        states,
        change: inBoth > 0 ? states.fresh - states.dropped : undefined,
        lasting,
        longest,
        droppedWithMeasure,
        statements,
        measures,
        unmeasured,
        byYear: randomYears.filter((each) => each <= year).map(offices),
      };
    },
  };
}

type PlainState = 'fresh' | 'repeated' | 'first' | 'dropped';

interface PlainStatement {
  raw: string;
  position: number;
  text: string;
  themes: { theme: string; state: PlainState | undefined; years: number }[];
  measures: string[];
  unlinkedMeasures: number;
  lastYear: { sameWording: boolean } | undefined;
  alike: number;
}

function plainStatements(raw: RawDistrict, year: number): PlainStatement[] {
  const compared = active(raw).filter(({ id }) => comparedOf(raw, id, year));
  const real = (id: string, each: number) => stated(raw, id, each).filter(({ text }) => text !== '暂无');
  return compared.flatMap(({ id }) =>
    real(id, year).map((each): PlainStatement => {
      const before = comparedOf(raw, id, year - 1) ? real(id, year - 1) : [];
      const same = before.some(({ text }) => words(text) === words(each.text));
      const related = before.some(({ themes }) => themes.some((theme) => each.themes.includes(theme)));
      const others = compared.filter(
        (office) =>
          office.id !== id && real(office.id, year).some(({ text }) => words(text) === words(each.text)),
      );
      return {
        raw: id,
        position: each.position,
        text: each.text,
        measures: each.measures,
        unlinkedMeasures:
          submissionOf(raw, id, year)?.content.measures.filter(({ problem }) => problem === undefined)
            .length ?? 0,
        themes: each.themes.map((theme) => ({
          theme,
          state: plainState(raw, id, year, theme),
          years: plainRun(raw, id, year, theme),
        })),
        lastYear: same || related ? { sameWording: same } : undefined,
        alike: others.length,
      };
    }),
  );
}

/** Of the sentences above, two say the same exactly when these are equal. */
function words(text: string): string {
  return text.replace('一是', '').replace('。', '');
}

function flat({ groups }: ProblemsView) {
  return groups.flatMap(({ statements }) =>
    statements.map(({ office, lastYear, alike, provisional: _, ...rest }) =>
      keyed({
        ...rest,
        id: office.id,
        lastYear: lastYear && { sameWording: lastYear.sameWording },
        alike: alike.length,
      }),
    ),
  );
}

function keyed<S extends { id: string; position: number; raw?: string }>({ raw: _, ...statement }: S) {
  return { ...statement, key: `${statement.id} ${statement.position}` };
}

function byId<T extends { id: string; key?: string }>(rows: T[]): T[] {
  const key = (row: T) => row.key ?? row.id;
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function active({ offices }: RawDistrict) {
  return offices.filter((office) => office.active);
}

function submissionOf(raw: RawDistrict, officeId: string, year: number): RawSubmission | undefined {
  return raw.submissions.find((each) => each.officeId === officeId && each.year === year);
}

function comparedOf(raw: RawDistrict, officeId: string, year: number): boolean {
  const status = submissionOf(raw, officeId, year)?.status;
  return status === 'approved' || status === 'submitted';
}

/** The problems of a compared submission with their measures; none of any other. */
function stated(raw: RawDistrict, officeId: string, year: number) {
  if (!comparedOf(raw, officeId, year)) return [];
  const content = submissionOf(raw, officeId, year)?.content;
  return (content?.problems ?? []).map((problem, position) => ({
    ...problem,
    position,
    measures: (content?.measures ?? []).filter((each) => each.problem === position).map(({ text }) => text),
  }));
}

function names(raw: RawDistrict, officeId: string, year: number, theme: string): boolean {
  return stated(raw, officeId, year).some(({ themes }) => themes.includes(theme));
}

function plainState(raw: RawDistrict, officeId: string, year: number, theme: string): PlainState | undefined {
  if (!comparedOf(raw, officeId, year)) return undefined;
  const [now, before] = [names(raw, officeId, year, theme), names(raw, officeId, year - 1, theme)];
  if (now && !comparedOf(raw, officeId, year - 1)) return 'first';
  if (now) return before ? 'repeated' : 'fresh';
  return before ? 'dropped' : undefined;
}

function plainRun(raw: RawDistrict, officeId: string, year: number, theme: string): number {
  let run = 0;
  for (let each = year; each >= 2021 && names(raw, officeId, each, theme); each -= 1) run += 1;
  return run;
}

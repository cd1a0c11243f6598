import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import {
  insertRawDistrict,
  type RawDistrict,
  type RawSubmission,
  rawDistrict,
} from '#test/helpers/random-district.ts';
import { type Comparison, compareOffices } from './compare-offices.server.ts';

const year = 2023;
let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

/** The comparison again, by loops over the raw rows and plain numbers. */
test('every figure of a comparison follows from the raw rows', async () => {
  const cases = fc.tuple(
    rawDistrict({ offices: 7 }),
    fc.array(fc.nat(6), { minLength: 2, maxLength: 8 }),
    fc.nat(4),
  );
  let compared = 0;
  let duels = 0;
  await fc.assert(
    fc.asyncProperty(cases, async ([raw, picks, baseAt]) => {
      const { leader } = await insertRawDistrict(db.database, raw);
      const codes = [...new Set(picks.flatMap((pick) => raw.offices[pick]?.code ?? []))];
      const active = codes.filter((code) => raw.offices.find((office) => office.code === code)?.active);
      const expectedCodes = active.slice(0, 5);
      const base = expectedCodes[baseAt % Math.max(expectedCodes.length, 1)];
      const params = new URLSearchParams({ offices: codes.join(','), base: base ?? '' });
      const view = await compareOffices(leader, { year, params, unit: 'wan' });
      expect(view?.search.offices).toEqual(expectedCodes);
      expect(view?.dropped).toEqual({
        unknown: codes.filter((code) => !active.includes(code)),
        beyond: active.slice(5),
      });
      if (expectedCodes.length < 2) {
        expect(view?.comparison).toBeUndefined();
        return;
      }
      compared += 1;
      const { comparison } = view ?? {};
      if (!comparison) throw new Error('no comparison');
      if (comparison.duel) duels += 1;
      check(comparison, raw, expectedCodes, base);
    }),
    { numRuns: 80 },
  );
  expect(compared).toBeGreaterThan(30);
  expect(duels).toBeGreaterThan(5);
}, 120_000);

test('only rows that differ, and only the groups asked for', async () => {
  await fc.assert(
    fc.asyncProperty(rawDistrict({ offices: 5 }), async (raw) => {
      const { leader } = await insertRawDistrict(db.database, raw);
      const offices = raw.offices.map(({ code }) => code).join(',');
      const ask = (extra: Record<string, string>) =>
        compareOffices(leader, { year, params: new URLSearchParams({ offices, ...extra }), unit: 'wan' });
      const whole = (await ask({}))?.comparison;
      const differing = (await ask({ differ: '1', groups: 'scores,money' }))?.comparison;
      const lines = whole?.lines.filter(({ column }) => ['scores', 'money'].includes(column.group)) ?? [];
      expect(differing?.lines ?? []).toEqual(lines.filter((line) => line.differs));
      if (differing) expect(differing.hidden).toBe(lines.length - differing.lines.length);
    }),
    { numRuns: 20 },
  );
}, 60_000);

function check(comparison: Comparison, raw: RawDistrict, codes: string[], base: string | undefined) {
  const all = raw.offices.filter((office) => office.active).map((office) => officeOf(raw, office.code));
  const chosen = codes.map((code) => officeOf(raw, code));
  const comparable = chosen.filter((office) => office.filed);
  const reference = comparable.find((office) => office.code === base) ?? comparable[0];
  expect(comparison.chosen.map((row) => row.office.code)).toEqual(codes);
  expect(comparison.chosen.find((row) => row.office.id === comparison.base)?.office.code).toBe(
    reference?.code,
  );

  for (const { column, cells, mean, median, differs } of comparison.lines) {
    if (!column.measured && column.kind !== 'rank') continue;
    const values = chosen.map((office) => office.figures[column.id] ?? rankOf(office, column.id, all));
    expect([column.id, cells.map(({ value }) => number(value))]).toEqual([column.id, values]);
    const present = values.filter((value) => value !== undefined);
    const best = column.kind === 'rank' ? Math.min(...present) : Math.max(...present);
    const holders = present.filter((value) => value === best).length;
    const at = reference && (reference.figures[column.id] ?? rankOf(reference, column.id, all));
    for (const [index, cell] of cells.entries()) {
      const value = values[index];
      const leads = present.length > 1 && value === best;
      expect([column.id, cell.lead]).toEqual([
        column.id,
        leads ? (holders > 1 ? 'shared' : 'alone') : undefined,
      ]);
      const other = chosen[index] !== reference && value !== undefined && at !== undefined;
      expect(number(cell.difference)).toEqual(other ? cents(value - at) : undefined);
      const ratio = other && column.kind === 'money' && value * at > 0 ? cents(value / at) : undefined;
      expect(number(cell.ratio)).toEqual(ratio);
    }
    const district = column.measured ? all.flatMap((office) => office.figures[column.id] ?? []) : [];
    expect(number(mean)).toEqual(district.length === 0 ? undefined : cents(sum(district) / district.length));
    expect(cents(number(median))).toEqual(cents(middle(district)));
    const compared = chosen.flatMap((office, index) => (office.filed ? [values[index]] : []));
    expect([column.id, differs]).toEqual([column.id, new Set(compared).size > 1]);
  }
  checkDuel(comparison, comparable, reference);
  checkLeads(comparison, comparable);
  checkShares(comparison, raw, comparable, all);
  checkWords(comparison, raw, comparable);
}

function checkDuel({ duel, lines }: Comparison, comparable: Office[], base: Office | undefined) {
  const other = comparable.find((office) => office !== base);
  if (comparable.length !== 2 || !base || !other) {
    expect(duel).toBeUndefined();
    return;
  }
  let [larger, smaller, equal] = [0, 0, 0];
  for (const { column } of lines) {
    const [a, b] = [base.figures[column.id], other.figures[column.id]];
    if (!column.measured || a === undefined || b === undefined) continue;
    if (b > a) larger += 1;
    else if (b < a) smaller += 1;
    else equal += 1;
  }
  expect(duel).toMatchObject({ larger, smaller, equal, comparable: larger + smaller + equal });
  const difference = (id: string) => minus(other.figures[id], base.figures[id]);
  const score = difference('total_score');
  expect(number(duel?.score)).toEqual(score);
  expect(number(duel?.rate)).toEqual(difference('execution_rate'));
  const pulling = ['a.p', 'a.q', 'b.r']
    .map((node) => difference(`score:${node}`) ?? 0)
    .filter((each) => score !== undefined && each * score > 0)
    .sort((a, b) => Math.abs(b) - Math.abs(a));
  expect(duel?.sources.map((source) => number(source.difference))).toEqual(pulling);
}

function checkLeads({ leads }: Comparison, comparable: Office[]) {
  const expected = ['total_score', 'execution_rate', 'rate:spending_progress', 'budget_total'].flatMap(
    (id) => {
      const stating = comparable.filter((office) => office.figures[id] !== undefined);
      if (comparable.length < 3 || stating.length < 2) return [];
      const best = Math.max(...stating.map((office) => office.figures[id] ?? 0));
      const first = stating.filter((office) => office.figures[id] === best).map(({ code }) => code);
      return [[id, best, stating.length, ...first]];
    },
  );
  expect(
    leads.map(({ column, value, of, offices }) => [
      column.id,
      number(value),
      of,
      ...offices.map(({ code }) => code),
    ]),
  ).toEqual(expected);
}

function checkShares({ shares, apart }: Comparison, raw: RawDistrict, comparable: Office[], all: Office[]) {
  const framework = raw.rounds.find((round) => round.year === year)?.framework;
  const nodes = framework?.nodes ?? [];
  const expected = nodes
    .filter(({ level }) => level === 2)
    .flatMap(({ code, weight }) => {
      const share = (office: Office) => {
        const score = office.figures[`score:${code}`];
        return score === undefined ? [] : [[office.code, cents((score / Number(weight)) * 100)]];
      };
      const ours = comparable.flatMap(share);
      const others = all
        .filter((office) => !comparable.some(({ code }) => code === office.code))
        .flatMap(share);
      return ours.length === 0 ? [] : [[code, new Map(ours as []), new Map(others as [])]];
    });
  const byCode = (each: { office: { code: string }; share: string }[]) =>
    new Map(each.map(({ office, share }) => [office.code, number(share)]));
  expect(shares.map(({ node, chosen, others }) => [node.code, byCode(chosen), byCode(others)])).toEqual(
    expected,
  );

  const stated = (code: string) => comparable.flatMap((office) => office.figures[`score:${code}`] ?? []);
  const deepest = nodes.filter(
    ({ code }) =>
      stated(code).length > 1 && !nodes.some((each) => each.parent === code && stated(each.code).length > 1),
  );
  const spreads = deepest
    .map(({ code }) => cents(Math.max(...stated(code)) - Math.min(...stated(code))) ?? 0)
    .filter((spread) => spread > 0)
    .sort((a, b) => b - a);
  expect(apart.map(({ spread }) => number(spread))).toEqual(spreads.slice(0, 5));
}

function checkWords({ narratives, shared, chosen }: Comparison, raw: RawDistrict, comparable: Office[]) {
  expect(narratives).toHaveLength(comparable.length);
  const named = new Map<string, string[]>();
  for (const [index, { submission, code }] of comparable.entries()) {
    const { content } = submission ?? {};
    const id = chosen.find((row) => row.office.code === code)?.office.id ?? '';
    expect(narratives[index]).toEqual({
      officeId: id,
      problems: content?.problems.map((problem, position) => ({
        ...problem,
        measures: content.measures.filter((each) => each.problem === position).map(({ text }) => text),
      })),
      otherMeasures: content?.measures.filter((each) => each.problem === undefined).map(({ text }) => text),
      reasons: Object.fromEntries(
        (content?.scores ?? []).flatMap(({ node, reason, measure }) =>
          reason ? [[node, { reason, measure }]] : [],
        ),
      ),
    });
    for (const theme of new Set(content?.problems.flatMap(({ themes }) => themes))) {
      named.set(theme, [...(named.get(theme) ?? []), id]);
    }
  }
  expect(new Map(shared.map(({ theme, officeIds }) => [theme, officeIds]))).toEqual(
    new Map([...named].filter(([, ids]) => ids.length > 1)),
  );
  expect(raw.submissions.length).toBeGreaterThanOrEqual(comparable.length);
}

interface Office {
  code: string;
  filed: boolean;
  submission: RawSubmission | undefined;
  figures: Record<string, number>;
}

function officeOf(raw: RawDistrict, code: string): Office {
  const id = raw.offices.find((office) => office.code === code)?.id;
  const found = raw.submissions.find((each) => each.officeId === id && each.year === year);
  const filed = found?.status === 'submitted' || found?.status === 'approved';
  return { code, filed, submission: found, figures: found && filed ? figuresOf(found) : {} };
}

function figuresOf({ content, reviewed, findings }: RawSubmission): Record<string, number> {
  const figures: Record<string, number> = { findings_error: findings.length, findings_warning: 0 };
  figures.problems = content.problems.length;
  for (const [item, amount] of Object.entries(content.amounts)) figures[item] = Number(amount);
  for (const [item, rate] of Object.entries(content.rates)) {
    if (item !== 'execution_rate') figures[`rate:${item}`] = Number(rate);
  }
  for (const { node, score } of content.scores) {
    figures[node === 'total' ? 'total_score' : `score:${node}`] = Number(reviewed[node] ?? score);
  }
  const { budget_total: budget, executed_total: executed } = figures;
  if (budget && executed !== undefined) figures.execution_rate = cents((executed / budget) * 100) ?? 0;
  return figures;
}

function rankOf(office: Office, column: string, all: Office[]): number | undefined {
  const score = office.figures.total_score;
  if (column !== 'rank' || score === undefined) return undefined;
  return 1 + all.filter((other) => (other.figures.total_score ?? Number.NEGATIVE_INFINITY) > score).length;
}

function number(value: string | undefined): number | undefined {
  return value === undefined ? undefined : Number(value);
}

/** Rounded half away from zero to hundredths, as everything shown is. */
function cents(value: number): number;
function cents(value: number | undefined): number | undefined;
function cents(value: number | undefined): number | undefined {
  if (value === undefined) return undefined;
  const rounded = Math.round(Math.abs(value) * 100 + 1e-7) / 100;
  return rounded === 0 ? 0 : Math.sign(value) * rounded;
}

function minus(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : cents(a - b);
}

function sum(values: number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

function middle(values: number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

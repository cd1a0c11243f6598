import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Framework, FrameworkNode } from './framework.ts';
import { rehearse } from './framework-rehearsal.ts';
import type { OfficeYear } from './office-year.ts';
import type { Rule } from './rules/rule.ts';

const before = frameworkOf({ a: '60', 'a.p': '40', 'a.q': '20', b: '40' });

test('the same framework changes nothing, also where the total differs from its parts', () => {
  const { rows, counts } = rehearse(input(before, [office('1', { total: '90', a: '55', b: '36' })]));
  expect(rows[0]).toMatchObject({ before: '90', after: '90.00', covered: '100', movement: 0 });
  expect(counts).toEqual({ gain: 0, lose: 0, same: 1, gradeUp: 0, gradeDown: 0 });
});

test('a new indicator is left out of every score and named; the rest is scaled to the whole', () => {
  const after = frameworkOf({ a: '60', 'a.p': '40', 'a.n': '20', b: '40' });
  const result = rehearse(
    input(after, [office('1', { total: '80', a: '50', 'a.p': '40', 'a.q': '10', b: '30' })]),
  );
  expect(result.unknown.map(({ code }) => code)).toEqual(['a.n']);
  // 40 of 40 and 30 of 40: 70 of the 80 points that are known
  expect(result.rows[0]).toMatchObject({ after: '87.50', covered: '80', change: '7.5' });
});

test('a new rule is applied where it can be, else the share is kept and told', () => {
  const rule: Rule = { kind: 'monthly_mean', verified: true };
  const after = { ...before, nodes: before.nodes.map((n) => (n.code === 'b' ? { ...n, rule } : n)) };
  const rows = ['1', '2'].map((id) => office(id, { total: '90', a: '54', b: '36' }));
  const computed = ({ office: { id } }: OfficeYear, code: string) =>
    id === '1' && code === 'b' ? '20' : undefined;
  const result = rehearse({ ...input(after, rows), computed });
  expect(result.rows.map(({ office: { code }, after: points }) => [code, points])).toEqual([
    ['2', '90.00'],
    ['1', '74.00'],
  ]);
  expect(result.ruleKept).toMatchObject([{ node: { code: 'b' }, offices: 1 }]);
  expect(result.counts).toMatchObject({ lose: 1, same: 1, gradeDown: 1 });
});

test('offices without a total or a compared submission are listed with the reason', () => {
  const rows = [office('1', {}), { ...office('2', { total: '90' }), status: 'returned' as const }];
  expect(
    rehearse(input(before, rows)).unranked.map(({ office: { code }, reason }) => [code, reason]),
  ).toEqual([
    ['1', 'figure_missing'],
    ['2', 'returned'],
  ]);
});

test('other weights alone: every share is kept, recomputed plainly, and ranks share places', () => {
  const weight = fc.integer({ min: 1, max: 50 });
  const share = fc.integer({ min: 0, max: 4 });
  fc.assert(
    fc.property(
      fc.tuple(weight, weight, weight),
      fc.tuple(weight, weight, weight),
      fc.array(fc.tuple(share, share, share), { minLength: 1, maxLength: 6 }),
      (old, now, offices) => {
        const scores = offices.map((shares) => {
          const [p = 0, q = 0, b = 0] = shares.map((each, index) => (each * (old[index] ?? 0)) / 4);
          return { 'a.p': `${p}`, 'a.q': `${q}`, a: `${p + q}`, b: `${b}`, total: `${p + q + b}` };
        });
        const rows = scores.map((each, index) => office(String(index), each));
        const result = rehearse({
          before: threeLeaves(old),
          after: threeLeaves(now),
          rows,
          computed: () => undefined,
        });
        const expected = offices.map((shares) =>
          shares.reduce((added, each, index) => added + (each * (now[index] ?? 0)) / 4, 0),
        );
        for (const row of result.rows) {
          const own = expected[Number(row.office.code)] ?? 0;
          expect(Number(row.after)).toBeCloseTo(own, 2);
          expect(row.ranks.after).toBe(1 + expected.filter((other) => other > own).length);
        }
        expect(result.rows).toHaveLength(offices.length);
      },
    ),
    { numRuns: 200 },
  );
});

function input(after: Framework, rows: OfficeYear[]) {
  return { before, after, rows, computed: () => undefined };
}

function threeLeaves([p, q, b]: readonly [number, number, number]): Framework {
  const weights = { a: `${p + q}`, 'a.p': `${p}`, 'a.q': `${q}`, b: `${b}` };
  return { ...frameworkOf(weights), totalWeight: `${p + q + b}` };
}

function office(id: string, scores: Record<string, string>): OfficeYear {
  return {
    office: { id, code: id, name: id, nameEn: id, sortKey: id, invented: true },
    year: 2023,
    status: 'approved',
    late: false,
    amounts: {},
    rates: {},
    scores: Object.fromEntries(Object.entries(scores).map(([node, self]) => [node, { self }])),
    findings: { error: 0, warning: 0, info: 0 },
    problems: 0,
  };
}

function frameworkOf(weights: Record<string, string>): Framework {
  const nodes = Object.entries(weights).map(([code, weight]): FrameworkNode => {
    const parent = code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : null;
    return { code, parent, level: parent ? 2 : 1, name: code, nameEn: code, weight, verified: true };
  });
  return { name: '体系', nameEn: 'Framework', year: 2023, version: 1, totalWeight: '100', nodes };
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Framework } from './framework.ts';
import type { OfficeYear } from './office-year.ts';
import { contendersOf, type MovementInput, officeMovement } from './rank-movement.ts';
import { mainReason, passingOf, reasonsOf } from './rank-movement-reading.ts';
import { frameworkChange, restatedPoints } from './rank-movement-restate.ts';

const plain = framework({ a: '60', 'a.p': '40', 'a.q': '20', b: '40' });
const shifted = framework({ a: '30', 'a.p': '10', 'a.q': '20', b: '70' });
const other = framework({ a: '60', c: '40' });

describe('restating last year’s scores', () => {
  test('every part keeps its share of full marks, at the finest level that is scored throughout', () => {
    const scores = { total: '90', a: '50', 'a.p': '30', 'a.q': '20', b: '40' };
    // a.p 30/40 × 10 = 7.5, a.q 20, b 70.
    expect(restatedPoints(plain, shifted, scores)).toEqual({
      total: '97.50',
      dimensions: { a: '27.50', b: '70.00' },
    });
  });

  test('without all parts, the node itself keeps its share', () => {
    const scores = { total: '90', a: '50', 'a.p': '30', b: '40' };
    expect(restatedPoints(plain, shifted, scores)?.dimensions).toEqual({ a: '25.00', b: '70.00' });
  });

  test('what a total differs from its dimensions stays in it', () => {
    const restated = restatedPoints(plain, shifted, { total: '91', a: '60', b: '30' });
    expect(restated).toEqual({ total: '83.50', dimensions: { a: '30.00', b: '52.50' } });
  });

  test('thirds that add up to half a hundredth are rounded up', () => {
    const thirds = framework({ a: '30', 'a.p': '15', 'a.q': '15', b: '70' });
    const sixth = framework({ a: '20', 'a.p': '10', 'a.q': '10', b: '80' });
    const restated = restatedPoints(thirds, sixth, {
      total: '0.03',
      a: '0.03',
      'a.p': '0.01',
      'a.q': '0.02',
      b: '0',
    });
    expect(restated?.dimensions.a).toBe('0.02');
    const half = restatedPoints(thirds, framework({ a: '25', 'a.p': '12.5', 'a.q': '12.5', b: '75' }), {
      total: '0.03',
      a: '0.03',
      'a.p': '0.01',
      'a.q': '0.02',
      b: '0',
    });
    expect(half?.dimensions.a).toBe('0.03'); // 0.025
  });

  test('no total, no points; a change of dimensions cannot be restated', () => {
    expect(restatedPoints(plain, shifted, { a: '50' })).toBeUndefined();
    expect([plain, shifted, other].map((now) => frameworkChange(plain, now))).toEqual([
      'none',
      'restated',
      'merged',
    ]);
  });
});

describe('an office’s movement', () => {
  const lastYear = [
    office('x', { total: '80', a: '50', b: '30' }),
    office('y', { total: '85' }),
    office('z', { total: '70' }),
  ];
  const rows = [
    office('x', { total: '90', a: '51', b: '38' }),
    office('y', { total: '82' }),
    office('z', { total: '95' }),
  ];

  test('is taken apart in the order of the steps, the unexplained part last of the own change', () => {
    const moved = movementOf('x', { rows, lastYear });
    expect(
      moved?.components.map(({ kind, node, places, points }) => [node?.code ?? kind, places, points]),
    ).toEqual([
      ['left', 0, '0'],
      ['entered', 0, '0'],
      ['a', 0, '1'],
      ['b', 1, '8'],
      ['remainder', 0, '1'],
      ['others', -1, '0'],
      ['own_review', 0, '0'],
      ['others_review', 0, '0'],
    ]);
    expect([moved?.before.rank, moved?.now.rank, moved?.places]).toEqual([2, 2, 0]);
  });

  test('names whom it passed and who passed it', () => {
    const input = inputOf({ rows, lastYear });
    expect(passingOf(contendersOf(input), 'x')).toEqual({
      overtook: ['y'],
      overtakenBy: ['z'],
      left: [],
      entered: [],
    });
  });

  test('changes at once where the dimensions have no counterpart', () => {
    const moved = movementOf('x', { rows, lastYear, framework: other });
    expect(moved?.components.map(({ kind }) => kind)).toEqual([
      'left',
      'entered',
      'whole',
      'others',
      'own_review',
      'others_review',
    ]);
  });

  test('tells the review’s corrections of its own score from those of the others', () => {
    const reviewed = [
      { ...office('x', { total: '90' }), scores: { total: { self: '90', reviewed: '60' } } },
      office('y', { total: '82' }),
      { ...office('z', { total: '95' }), scores: { total: { self: '95', reviewed: '50' } } },
    ];
    const moved = movementOf('x', { rows: reviewed, lastYear });
    const places = Object.fromEntries(moved?.components.map(({ kind, places: by }) => [kind, by]) ?? []);
    expect([places.own_review, places.others_review]).toEqual([-1, 1]);
    expect(moved?.now).toEqual({ rank: 2, value: '60', ranked: 3 });
  });

  test('has a main reason only in the direction in which it moved', () => {
    const up = movementOf('z', { rows, lastYear });
    expect(up && mainReason(up)).toMatchObject({ kind: 'own', places: 2 });
    const still = movementOf('x', { rows, lastYear });
    expect(still && mainReason(still)).toBeUndefined();
    expect(still && reasonsOf(still).map(({ kind, places }) => [kind, places])).toContainEqual(['own', 1]);
  });

  test('is unknown for an office that was not ranked in both years', () => {
    expect(movementOf('x', { rows, lastYear: lastYear.slice(1) })).toBeUndefined();
    const returned = rows.map((row) =>
      row.office.id === 'x' ? { ...row, status: 'returned' as const } : row,
    );
    expect(movementOf('x', { rows: returned, lastYear })).toBeUndefined();
  });

  test('adds up whatever the frameworks, ties, missing figures and corrections', () => {
    const score = fc.option(fc.constantFrom('0', '12.5', '12.5', '33.33', '90', '99.99'), { nil: undefined });
    const standing = fc.record({
      total: score,
      a: score,
      'a.p': score,
      'a.q': score,
      b: score,
      c: score,
      review: score,
    });
    const year = fc.array(standing, { minLength: 6, maxLength: 6 });
    const frameworks = fc.constantFrom(plain, shifted, other);
    fc.assert(
      fc.property(year, year, frameworks, frameworks, (then, now, before, after) => {
        const [past, today] = [then, now].map((standings) =>
          standings.map(({ review, ...scores }, index) => {
            const row = office(`o${index}`, scores);
            const { total } = row.scores;
            return review && total
              ? { ...row, scores: { ...row.scores, total: { ...total, reviewed: review } } }
              : row;
          }),
        ) as [OfficeYear[], OfficeYear[]];
        const input = inputOf({ rows: today, lastYear: past, framework: after, lastFramework: before });
        const contenders = contendersOf(input);
        const counting = (rows: OfficeYear[]) =>
          rows.flatMap(({ scores: { total } }) => total?.reviewed ?? total?.self ?? []).map(Number);
        for (const { office: own } of today) {
          const moved = officeMovement(input, contenders, own.id);
          const values = [past, today].map((rows) => {
            const total = rows.find((row) => row.office.id === own.id)?.scores.total;
            return Number(total?.reviewed ?? total?.self ?? Number.NaN);
          });
          expect(moved === undefined).toBe(values.some(Number.isNaN));
          if (!moved) continue;
          const [first = 0, last = 0] = values;
          expect(moved.before.rank).toBe(1 + counting(past).filter((value) => value > first).length);
          expect(moved.now.rank).toBe(1 + counting(today).filter((value) => value > last).length);
          expect(moved.components.reduce((sum, { places }) => sum + places, 0)).toBe(moved.places);
          const points = moved.components.reduce(
            (sum, step) => sum + Math.round(Number(step.points) * 100),
            0,
          );
          expect(points).toBe(Math.round(last * 100) - Math.round(first * 100));
        }
      }),
      { numRuns: 300 },
    );
  });
});

function movementOf(id: string, given: Partial<MovementInput>) {
  const input = inputOf(given);
  return officeMovement(input, contendersOf(input), id);
}

function inputOf(given: Partial<MovementInput>): MovementInput {
  return { rule: 'total_score', rows: [], lastYear: [], framework: plain, lastFramework: plain, ...given };
}

function office(id: string, self: Record<string, string | undefined>): OfficeYear {
  const scores = Object.entries(self).flatMap(([node, score]) =>
    score === undefined ? [] : [[node, { self: score }]],
  );
  return {
    office: { id, code: id, name: id, nameEn: id, sortKey: id, invented: true },
    year: 2023,
    status: 'approved',
    late: false,
    amounts: {},
    rates: {},
    scores: Object.fromEntries(scores),
    findings: { error: 0, warning: 0, info: 0 },
    problems: 0,
  };
}

function framework(weights: Record<string, string>): Framework {
  return {
    name: '体系',
    nameEn: 'Framework',
    year: 2023,
    version: 1,
    totalWeight: '100',
    nodes: Object.entries(weights).map(([code, weight]) => ({
      code,
      parent: code.includes('.') ? (code.split('.')[0] ?? null) : null,
      level: code.includes('.') ? 2 : 1,
      name: code,
      nameEn: code,
      weight,
      verified: true,
    })),
  };
}

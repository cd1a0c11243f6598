import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Standing, StandingRow } from '#app/domain/overview-standing.ts';
import { belowTarget, biggestMoves, extremes, hasMovement, inQuestion, readStanding } from './reading.ts';

/** Few different values, so that ties are common. */
const anyStanding = fc
  .array(
    fc.record({
      value: fc.integer({ min: 85, max: 95 }),
      movement: fc.option(fc.integer({ min: -5, max: 5 })),
    }),
    {
      maxLength: 12,
    },
  )
  .map((offices) => standingOf(offices.map(({ value, movement }) => [value, movement ?? undefined])));

describe('readStanding', () => {
  it('knows the four cases', () => {
    expect(readStanding(standingOf([]))).toEqual({ kind: 'none' });
    expect(readStanding(standingOf([[90]]))).toMatchObject({ kind: 'one', row: { value: '90' } });
    expect(readStanding(standingOf([[90], [90]]))).toEqual({ kind: 'equal', total: 2, value: '90' });
    expect(readStanding(standingOf([[99], [92], [90], [90]]))).toMatchObject({
      kind: 'spread',
      total: 4,
      low: '90',
      spread: '9',
    });
  });

  it('names every office that shares the lowest value, and no other', () => {
    fc.assert(
      fc.property(anyStanding, (standing) => {
        const reading = readStanding(standing);
        if (reading.kind !== 'spread') return;
        const lowest = Math.min(...standing.rows.map((row) => Number(row.value)));
        expect(reading.worst.map((row) => row.office.code)).toEqual(
          standing.rows.filter((row) => Number(row.value) === lowest).map((row) => row.office.code),
        );
      }),
    );
  });
});

describe('inQuestion', () => {
  it('marks the offices below the target, else the lowest, and nobody when all are equal', () => {
    const spread = standingOf([[95], [91], [89], [88]]);
    expect([...inQuestion(spread, '90')]).toEqual(['o2', 'o3']);
    expect([...inQuestion(spread, '80')]).toEqual(['o3']);
    expect([...inQuestion(spread)]).toEqual(['o3']);
    expect([...inQuestion(standingOf([[95], [95]]))]).toEqual([]);
    expect([...inQuestion(standingOf([[85], [85]]), '90')]).toEqual(['o0', 'o1']);
  });

  it('does not count an office at the target as below it', () => {
    expect(belowTarget(standingOf([[90]]), '90.00')).toEqual([]);
  });
});

describe('extremes', () => {
  it('never has the same office ahead and behind', () => {
    fc.assert(
      fc.property(anyStanding, (standing) => {
        const { ahead, behind } = extremes(standing);
        const ids = [...ahead, ...behind].map((row) => row.office.code);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ahead.length).toBe(behind.length);
      }),
    );
  });
});

describe('biggestMoves', () => {
  it('are the largest in each direction, and leave out who stayed or has no last year', () => {
    fc.assert(
      fc.property(anyStanding, (standing) => {
        const { up, down } = biggestMoves(standing);
        const moves = standing.rows.flatMap((row) => row.movement ?? []);
        const expected = (sign: number) =>
          moves
            .map((move) => move * sign)
            .filter((move) => move > 0)
            .sort((a, b) => b - a)
            .slice(0, 3);
        expect(up.map((row) => row.movement)).toEqual(expected(1));
        expect(down.map((row) => -(row.movement ?? 0))).toEqual(expected(-1));
        expect(hasMovement(standing)).toBe(moves.length > 0);
      }),
    );
  });
});

function standingOf(offices: [value: number, movement?: number][]): Standing {
  const values = offices.map(([value]) => value).sort((a, b) => b - a);
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const rows = [...offices]
    .sort(([a], [b]) => b - a)
    .map(([value, movement], i): StandingRow => {
      const office = {
        id: `o${i}`,
        code: `o${i}`,
        name: `${i}`,
        nameEn: `${i}`,
        sortKey: `${i}`,
        invented: true,
      };
      return { office, value: String(value), rank: values.indexOf(value) + 1, movement, provisional: false };
    });
  return {
    rows,
    unranked: [],
    mean: offices.length > 0 ? mean.toFixed(2) : undefined,
    aboveMean: values.filter((value) => value > mean).length,
  };
}

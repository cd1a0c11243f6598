import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guangdong2023 } from './frameworks/guangdong-2023.ts';
import {
  decodeIndicatorSearch,
  encodeIndicatorSearch,
  type IndicatorSearch,
  nodesAtLevel,
} from './indicator-search.ts';

const decode = (query: string) => decodeIndicatorSearch(new URLSearchParams(query), guangdong2023);
const encode = (search: IndicatorSearch, base = '') =>
  encodeIndicatorSearch(search, new URLSearchParams(base)).toString();

describe('the state of the heatmap in the address', () => {
  it('has a default for everything, which the plain address means', () => {
    expect(decode('')).toEqual({
      level: 2,
      sort: { column: 'total', descending: true },
      order: 'framework',
      dimension: undefined,
      lossesOnly: false,
      mode: 'counting',
    });
    expect(encode(decode(''))).toBe('');
  });

  it('sorts by shown columns only', () => {
    expect(decode('sort=-management.assets').sort).toEqual({ column: 'management.assets', descending: true });
    expect(decode('sort=management.assets&dim=effectiveness').sort.column).toBe('total');
    expect(decode('sort=-management.assets.stocktaking').sort.column).toBe('total');
    expect(decode('sort=-management.assets.stocktaking&level=3').sort.column).toBe(
      'management.assets.stocktaking',
    );
  });

  it('filters by dimensions only', () => {
    expect(decode('dim=management').dimension).toBe('management');
    expect(decode('dim=management.assets').dimension).toBeUndefined();
  });

  it('keeps what is not its own and drops what was', () => {
    expect(encode(decode('level=3'), 'unit=yuan&sort=rank&dim=x')).toBe('unit=yuan&level=3');
  });

  it('shows no third level where the framework has none', () => {
    const flat = { ...guangdong2023, nodes: guangdong2023.nodes.filter(({ level }) => level < 3) };
    expect(decodeIndicatorSearch(new URLSearchParams('level=3'), flat).level).toBe(2);
  });

  it('understands any address, and comes back from its own unchanged', () => {
    fc.assert(
      fc.property(garbage, (params) => {
        const search = decodeIndicatorSearch(new URLSearchParams(params), guangdong2023);
        const keys = nodesAtLevel(guangdong2023, search.level, search.dimension).map(({ code }) => code);
        expect(['rank', 'total', 'office', ...keys]).toContain(search.sort.column);
        expect(decode(encode(search))).toEqual(search);
      }),
    );
  });
});

describe('columns of a level', () => {
  it('end where a branch ends', () => {
    const codes = nodesAtLevel(guangdong2023, 3).map(({ code }) => code);
    expect(codes.slice(0, 4)).toEqual([
      'effectiveness.overall.outputs',
      'effectiveness.overall.outcomes',
      'effectiveness.spending_progress',
      'management.budget_preparation.ex_ante_evaluation',
    ]);
    expect(codes).toHaveLength(24);
    expect(nodesAtLevel(guangdong2023, 2, 'effectiveness').map(({ code }) => code)).toEqual([
      'effectiveness.overall',
      'effectiveness.spending_progress',
    ]);
  });
});

/** Half sense, half nonsense, under the names that are read. */
const word = fc.oneof(
  fc.constantFrom(...guangdong2023.nodes.flatMap(({ code }) => [code, `-${code}`])),
  fc.constantFrom('2', '3', '1', 'lost', 'offices', 'rank', '-rank', '-office', 'self', 'reviewed', '-', ''),
  fc.string({ unit: 'binary' }).map((text) => text.replaceAll(/\p{Surrogate}/gu, '')),
);
const garbage = fc.array(
  fc.tuple(fc.constantFrom('level', 'sort', 'order', 'dim', 'losses', 'score', 'unit'), word),
  { maxLength: 10 },
);

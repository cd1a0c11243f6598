import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf, defaultColumnsOf } from './columns.ts';
import { guangdong2023 } from './frameworks/guangdong-2023.ts';
import { decodeRankingSearch, encodeRankingSearch, maxPinned, rankingStatuses } from './ranking-search.ts';

const columns = columnsOf(guangdong2023);
const decode = (query: string) => decodeRankingSearch(new URLSearchParams(query), columns);
const encode = (query: string, base = '') =>
  encodeRankingSearch(decode(query), new URLSearchParams(base), columns).toString();

describe('the state of the ranking in the address', () => {
  it('has a default for everything, which the plain address means', () => {
    expect(decode('')).toEqual({
      sort: [{ column: 'total_score', descending: true }],
      columns: defaultColumnsOf(columns),
      pinned: [],
      statuses: [],
      name: '',
      range: undefined,
      mode: 'counting',
    });
    expect(encode('')).toBe('');
  });

  it('shows the dimensions of whatever framework the year has', () => {
    const nodes = guangdong2023.nodes.map((node) => ({ ...node, code: `x${node.code}` }));
    const other = columnsOf({ ...guangdong2023, nodes });
    expect(defaultColumnsOf(other)).toEqual(
      expect.arrayContaining(['score:xeffectiveness', 'score:xmanagement']),
    );
    const plain = decodeRankingSearch(new URLSearchParams(), other);
    expect(encodeRankingSearch(plain, new URLSearchParams(), other).toString()).toBe('');
  });

  it('takes one list from a link and one parameter a box from a form', () => {
    expect(decode('columns=rank,grade').columns).toEqual(decode('columns=grade&columns=rank').columns);
    expect(decode('status=approved&status=returned').statuses).toEqual(['approved', 'returned']);
  });

  it('keeps columns in table order and tells no column from no choice', () => {
    expect(decode('columns=budget_total,rank').columns).toEqual(['rank', 'budget_total']);
    expect(decode('columns=office').columns).toEqual([]);
    expect(encode('columns=office')).toBe('columns=office');
    expect(encode(`columns=${columns.map(({ id }) => id)}`)).toBe('columns=all');
    expect(decode('columns=all').columns).toHaveLength(columns.length);
    expect(decode('columns=nonsense').columns).toEqual(defaultColumnsOf(columns));
  });

  it('sorts by measured columns and the office only, each once, three at most', () => {
    const sort = decode('sort=-status,office,-budget_total,budget_total,grade,-problems,execution_rate').sort;
    expect(sort).toEqual([
      { column: 'office', descending: false },
      { column: 'budget_total', descending: true },
      { column: 'problems', descending: true },
    ]);
  });

  it('pins shown columns only, and no more than leave room for the rest', () => {
    expect(decode('columns=rank,grade&pin=rank,budget_total').pinned).toEqual(['rank']);
    expect(decode(`pin=${defaultColumnsOf(columns).join(',')}`).pinned).toHaveLength(maxPinned);
  });

  it.each([
    'of=budget_total',
    'of=grade&min=1',
    'of=nonsense&min=1',
    'min=1&max=2',
    'of=budget_total&min=1e999',
  ])('ignores the range of %s', (query) => expect(decode(query).range).toBeUndefined());

  it('keeps what is not its own and drops what was', () => {
    expect(encode('q=白鹤', 'unit=yuan&q=old&sort=office')).toBe(
      new URLSearchParams('unit=yuan&q=白鹤').toString(),
    );
  });

  it('understands any address without an error, and gives a state that holds together', () => {
    fc.assert(
      fc.property(garbage, (params) => {
        const search = decodeRankingSearch(new URLSearchParams(params), columns);
        const known = columns.map(({ id }) => id);
        expect(known).toEqual(expect.arrayContaining(search.columns));
        expect(search.columns).toEqual(expect.arrayContaining(search.pinned));
        expect(rankingStatuses).toEqual(expect.arrayContaining(search.statuses));
        expect(search.sort.length).toBeGreaterThan(0);
        expect(search.name).toBe(search.name.trim());
      }),
    );
  });

  it('comes back from its own address unchanged', () => {
    fc.assert(
      fc.property(garbage, (params) => {
        const search = decodeRankingSearch(new URLSearchParams(params), columns);
        const address = encodeRankingSearch(search, new URLSearchParams(), columns).toString();
        expect(decodeRankingSearch(new URLSearchParams(address), columns)).toEqual(search);
      }),
    );
  });
});

/** Half sense, half nonsense, under the names that are read. */
const word = fc.oneof(
  fc.constantFrom(...columns.map(({ id }) => id)),
  fc.constantFrom(
    ...rankingStatuses,
    'office',
    'all',
    'self',
    'reviewed',
    '-',
    '-office',
    '-total_score',
    '-0',
    '0.5',
    ' ',
  ),
  fc.double().map(String),
  fc.string({ unit: 'binary' }).map((text) => text.replaceAll(/\p{Surrogate}/gu, '')),
);
const garbage = fc.array(
  fc.tuple(
    fc.constantFrom('sort', 'columns', 'pin', 'status', 'q', 'of', 'min', 'max', 'score', 'unit'),
    fc.array(word, { maxLength: 6 }).map((words) => words.join(',')),
  ),
  { maxLength: 12 },
);

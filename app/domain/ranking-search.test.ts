import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf, defaultColumnsOf } from './columns.ts';
import { guangdong2023 } from './frameworks/guangdong-2023.ts';
import { maxRanges } from './ranking-params.ts';
import {
  decodeRankingSearch,
  encodeRankingSearch,
  maxPinned,
  maxShaded,
  noGroup,
  rankingStatuses,
  unknownColumns,
} from './ranking-search.ts';

const columns = columnsOf(guangdong2023);
const plain = { grouped: false };
const decode = (query: string) => decodeRankingSearch(new URLSearchParams(query), columns);
const encode = (query: string, base = '') =>
  encodeRankingSearch(decode(query), new URLSearchParams(base), columns).toString();

describe('the state of the ranking in the address', () => {
  it('has a default for everything, which the plain address means', () => {
    expect(decode('')).toEqual({
      sort: [{ column: 'total_score', descending: true }],
      columns: defaultColumnsOf(columns, plain),
      pinned: [],
      shaded: [],
      statuses: [],
      groups: [],
      name: '',
      ranges: [],
      top: undefined,
      bottom: undefined,
      grouped: false,
      mode: 'counting',
    });
    expect(encode('')).toBe('');
  });

  it('shows the dimensions of whatever framework the year has', () => {
    const nodes = guangdong2023.nodes.map((node) => ({ ...node, code: `x${node.code}` }));
    const other = columnsOf({ ...guangdong2023, nodes });
    expect(defaultColumnsOf(other, plain)).toEqual(
      expect.arrayContaining(['score:xeffectiveness', 'score:xmanagement']),
    );
    const search = decodeRankingSearch(new URLSearchParams(), other);
    expect(encodeRankingSearch(search, new URLSearchParams(), other).toString()).toBe('');
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
    expect(decode('columns=nonsense').columns).toEqual(defaultColumnsOf(columns, plain));
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
    expect(decode(`pin=${defaultColumnsOf(columns, plain).join(',')}`).pinned).toHaveLength(maxPinned);
  });

  it.each([
    'of=budget_total',
    'of=grade&min=1',
    'of=nonsense&min=1',
    'min=1&max=2',
    'of=budget_total&min=1e999',
  ])('ignores the range of %s', (query) => expect(decode(query).ranges).toEqual([]));

  it('reads each range with the bounds beside it, as a form sends them', () => {
    const query =
      'of=&min=&max=&of=budget_total&min=1&max=&of=nonsense&min=5&max=6&of=execution_rate&min=&max=97.5';
    expect(decode(query).ranges).toEqual([
      { column: 'budget_total', min: 1, max: undefined },
      { column: 'execution_rate', min: undefined, max: 97.5 },
    ]);
    expect(encode(query)).toBe('of=budget_total&min=1&max=&of=execution_rate&min=&max=97.5');
    expect(decode(`${'of=problems&min=1&max=&'.repeat(9)}`).ranges).toHaveLength(maxRanges);
  });

  it('shows the rank within the group where rows are grouped, without it being named', () => {
    expect(decode('by=group').columns).toEqual(defaultColumnsOf(columns, { grouped: true }));
    expect(decode('by=group').columns).toContain('group_rank');
    expect(encode('by=group')).toBe('by=group');
    expect(decode('by=group&columns=rank').columns).toEqual(['rank']);
  });

  it('shades shown and measured columns only, three at most', () => {
    expect(decode('shade=rank,total_score,revenue_total').shaded).toEqual(['total_score']);
    expect(
      decode('columns=all&shade=budget_total,executed_total,problems,findings_error').shaded,
    ).toHaveLength(maxShaded);
  });

  it.each(['0', '-1', '1.5', '1e2', '1000', 'x', ''])('counts no %s offices', (count) => {
    expect(decode(`top=${count}&bottom=${count}`)).toMatchObject({ top: undefined, bottom: undefined });
  });

  it('names the columns that this year does not have', () => {
    const params = new URLSearchParams(
      'columns=rank,score:gone&sort=-gone,office&pin=gone&shade=lost&of=&of=missing&min=1',
    );
    expect(unknownColumns(params, columns)).toEqual(['gone', 'score:gone', 'lost', 'missing']);
    expect(unknownColumns(new URLSearchParams('columns=all&sort=-total_score'), columns)).toEqual([]);
  });

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
        expect(search.columns).toEqual(expect.arrayContaining(search.shaded));
        for (const { column, min, max } of search.ranges) {
          expect(known).toContain(column);
          expect(Number.isFinite(min ?? max)).toBe(true);
        }
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
    noGroup,
    'group',
    '3',
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
    fc.constantFrom(
      ...['sort', 'columns', 'pin', 'shade', 'status', 'group', 'q', 'of', 'min', 'max'],
      ...['top', 'bottom', 'by', 'score', 'unit'],
    ),
    fc.array(word, { maxLength: 6 }).map((words) => words.join(',')),
  ),
  { maxLength: 20 },
);

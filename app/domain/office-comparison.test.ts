import { describe, expect, it } from 'vitest';
import { columnsOf } from './columns.ts';
import { guangdong2023 } from './frameworks/guangdong-2023.ts';
import { duelOf, furthestApart, leadsOf } from './head-to-head.ts';
import { baseOf, comparisonLines } from './office-comparison.ts';
import type { RankingRow } from './ranking-table.ts';

const columns = columnsOf(guangdong2023);

function row(id: string, cells: Record<string, string>, filed: Partial<RankingRow> = {}): RankingRow {
  const office = { id, code: id, name: id, nameEn: id, sortKey: id, invented: false };
  return { office, status: 'approved', late: false, provisional: false, cells, ...filed };
}

function line(id: string, chosen: RankingRow[], district = chosen) {
  const found = comparisonLines({ columns, chosen, base: chosen[0]?.office.id, district });
  return found.find(({ column }) => column.id === id);
}

describe('one figure of several offices', () => {
  it('marks the largest, gives the difference to the base and, for money, how many times it is', () => {
    const chosen = [row('a', { budget_total: '200.00' }), row('b', { budget_total: '500.00' })];
    expect(line('budget_total', chosen)?.cells).toEqual([
      { value: '200.00', lead: undefined, difference: undefined, ratio: undefined },
      { value: '500.00', lead: 'alone', difference: '300', ratio: '2.50' },
    ]);
  });

  it('gives no ratio for rates and scores, across zero, or from zero', () => {
    const ratio = (id: string, a: string, b: string) =>
      line(id, [row('a', { [id]: a }), row('b', { [id]: b })])?.cells[1]?.ratio;
    expect(ratio('execution_rate', '50', '100')).toBeUndefined();
    expect(ratio('total_score', '50', '100')).toBeUndefined();
    expect(ratio('budget_total', '0.00', '100')).toBeUndefined();
    expect(ratio('budget_total', '100', '0.00')).toBeUndefined();
    expect(ratio('revenue_change', '-100', '100')).toBeUndefined();
    expect(ratio('revenue_change', '-100', '-50')).toBe('0.50');
  });

  it('marks equal values as equal, however they are written', () => {
    const chosen = [row('a', { total_score: '95' }), row('b', { total_score: '95.00' }), row('c', {})];
    expect(line('total_score', chosen)?.cells.map(({ lead }) => lead)).toEqual([
      'shared',
      'shared',
      undefined,
    ]);
    expect(line('total_score', chosen.slice(0, 2))?.differs).toBe(false);
  });

  it('works nothing out from what was not stated; one that states and one that does not differ', () => {
    const chosen = [row('a', {}), row('b', { total_score: '95' })];
    expect(line('total_score', chosen)).toMatchObject({
      differs: true,
      cells: [{ value: undefined }, { value: '95' }],
    });
    expect(line('total_score', chosen)?.cells[1]).toMatchObject({ lead: undefined, difference: undefined });
  });

  it('calls the smallest rank the foremost', () => {
    const chosen = [row('a', {}, { rank: 7 }), row('b', {}, { rank: 2 })];
    expect(line('rank', chosen)?.cells[1]).toMatchObject({ value: '2', lead: 'alone', difference: '-5' });
  });

  it('takes mean and median over the whole district, those that state it', () => {
    const chosen = [row('a', { total_score: '90' }), row('b', { total_score: '80' })];
    const district = [...chosen, row('c', { total_score: '40' }), row('d', {})];
    expect(line('total_score', chosen, district)).toMatchObject({ mean: '70.00', median: '80' });
  });

  it('measures against the office asked for, else the first that can be compared', () => {
    const chosen = [row('a', {}, { status: 'returned' }), row('b', {}), row('c', {})];
    expect(baseOf(chosen, 'c')?.office.id).toBe('c');
    expect(baseOf(chosen, 'a')?.office.id).toBe('b');
    expect(baseOf(chosen.slice(0, 1), undefined)).toBeUndefined();
  });
});

describe('offices head to head', () => {
  const a = row('a', {
    total_score: '95',
    execution_rate: '96.5',
    'score:management.budget_execution': '3',
    'score:management.performance': '14',
    'score:management.assets': '10',
  });
  const b = row('b', {
    total_score: '98.2',
    execution_rate: '92',
    'score:management.budget_execution': '4',
    'score:management.performance': '15',
    'score:management.assets': '9',
  });

  it('counts what both state and finds the categories that pull the way of the total', () => {
    const duel = duelOf(a, b, columns, guangdong2023);
    expect(duel).toMatchObject({
      comparable: 5,
      larger: 3,
      smaller: 2,
      equal: 0,
      score: '3.2',
      rate: '-4.5',
    });
    expect(duel.sources.map(({ node, difference }) => [node.code, difference])).toEqual([
      ['management.budget_execution', '1'],
      ['management.performance', '1'],
    ]);
    expect(duelOf(b, a, columns, guangdong2023).sources.map(({ difference }) => difference)).toEqual([
      '-1',
      '-1',
    ]);
  });

  it('names all that share the lead', () => {
    const leads = leadsOf([a, b, row('c', { total_score: '98.20' })], columns);
    expect(leads[0]).toMatchObject({ offices: [{ id: 'b' }, { id: 'c' }], of: 3 });
    expect(leads.map(({ column }) => column.id)).toEqual(['total_score', 'execution_rate']);
  });

  it('goes as deep as two offices state, and no point counts twice', () => {
    const deep = { 'score:management.performance.rules': '5' };
    const apart = furthestApart(guangdong2023, [
      row('a', { ...a.cells, ...deep }),
      row('b', { ...b.cells, 'score:management.performance.rules': '2' }),
    ]);
    expect(apart.map(({ node, spread }) => [node.code, spread])).toEqual([
      ['management.performance.rules', '3'],
      ['management.budget_execution', '1'],
      ...(guangdong2023.nodes.some(({ code }) => code === 'management.assets')
        ? [['management.assets', '1']]
        : []),
    ]);
    expect(furthestApart(guangdong2023, [a, a])).toEqual([]);
  });
});

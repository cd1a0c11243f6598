import { describe, expect, it } from 'vitest';
import { guangdong2023 } from './frameworks/guangdong-2023.ts';
import { type ClaimWords, indicatorDetail } from './indicator-detail.ts';
import type { OfficeYear } from './office-year.ts';
import type { MonthlyExecution } from './submission.ts';

const code = 'effectiveness.spending_progress';

function office(id: string, self: string | undefined, changes: Partial<OfficeYear> = {}): OfficeYear {
  return {
    office: { id, code: id, name: id, nameEn: id, sortKey: id, invented: true },
    year: 2023,
    status: 'approved',
    late: false,
    amounts: {},
    rates: {},
    scores: self === undefined ? {} : { [code]: { self } },
    findings: { error: 0, warning: 0, info: 0 },
    problems: 0,
    ...changes,
  };
}

function detailOf(
  rows: OfficeYear[],
  months: [string, MonthlyExecution[]][] = [],
  claims: [string, ClaimWords][] = [],
) {
  const years = [{ year: 2023, framework: guangdong2023, rows }];
  return indicatorDetail({ years, code, mode: 'counting', months: new Map(months), claims: new Map(claims) });
}

describe('a claim beside what the rule gives', () => {
  it('is marked where it is above, whether or not points were lost', () => {
    const detail = detailOf(
      [office('a', '10'), office('b', '9.5'), office('c', '9'), office('d', '10')],
      ['a', 'b', 'c'].map((id) => [id, [{ month: 6, rate: '90' }]]),
    );
    const figures = (list: { office: { id: string }; computed?: string; overclaim?: string }[] | undefined) =>
      list?.map((row) => [row.office.id, row.computed, row.overclaim]);
    expect(figures(detail?.losing)).toEqual([
      ['c', '9.00', undefined],
      ['b', '9.00', '0.5'],
    ]);
    expect(figures(detail?.doubtful)).toEqual([['a', '9.00', '1']]);
    expect(figures(detail?.clean)).toEqual([['d', undefined, undefined]]);
  });

  it('takes the stated rate where no month was notified', () => {
    const [row] = detailOf([office('a', '10', { rates: { spending_progress: '95.5' } })])?.doubtful ?? [];
    expect([row?.computed, row?.overclaim]).toEqual(['9.55', '0.45']);
  });
});

describe('offices without a loss', () => {
  it('stay in sight when a check doubts them or they claim more than full marks', () => {
    const finding = { check: 'score within weight', severity: 'error' as const };
    const detail = detailOf(
      [office('a', '10'), office('b', '10.5'), office('c', '10')],
      [],
      [
        ['a', { findings: [finding] }],
        ['c', { findings: [], statedMax: '10.00' }],
      ],
    );
    expect(detail?.doubtful.map((row) => row.office.id)).toEqual(['a', 'b']);
    expect(detail?.doubtful[0]?.findings).toEqual([
      { ...finding, sentence: expect.objectContaining({ zh: expect.stringContaining('自评分') }) },
    ]);
    expect(detail?.clean.map((row) => [row.office.id, row.statedMax])).toEqual([['c', undefined]]);
  });
});

it('where an office explains the parts and not the whole, the parts’ words stand in their order', () => {
  const below = [
    { node: 'effectiveness.spending_progress', reason: '支出慢' },
    { node: 'effectiveness.overall.outputs', reason: '未达标', measure: '赶工' },
  ];
  const rows = [office('a', undefined, { scores: { effectiveness: { self: '40' } } })];
  const parts = (reason?: string) =>
    indicatorDetail({
      years: [{ year: 2023, framework: guangdong2023, rows }],
      code: 'effectiveness',
      mode: 'counting',
      months: new Map(),
      claims: new Map([['a', { reason, findings: [], below }]]),
    })?.losing[0]?.parts.map((part) => [part.node.name, part.reason, part.measure]);
  expect(parts()).toEqual([
    ['产出指标完成情况', '未达标', '赶工'],
    ['部门预算资金支出率', '支出慢', undefined],
  ]);
  expect(parts('总体说明')).toEqual([]);
});

it('an office that is not compared, or states nothing here, is listed with the reason', () => {
  const detail = detailOf([
    office('a', undefined),
    office('b', '9', { status: 'returned' }),
    office('c', '9'),
  ]);
  expect(detail?.unranked.map(({ office: { id }, reason }) => [id, reason])).toEqual([
    ['a', 'figure_missing'],
    ['b', 'returned'],
  ]);
  expect(detail?.losing.map((row) => row.office.id)).toEqual(['c']);
});

it('the nodes before and after are those of the same level', () => {
  const detail = detailOf([office('a', '9')]);
  expect([detail?.previous?.code, detail?.next?.code]).toEqual([
    'effectiveness.overall',
    'management.budget_preparation',
  ]);
  expect(detail?.path.map((node) => node.code)).toEqual(['effectiveness']);
});

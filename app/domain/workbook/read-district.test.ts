import { describe, expect, it } from 'vitest';
import { isFormField, scoredNodes } from '../form/fields.ts';
import { guangdong2023 } from '../frameworks/guangdong-2023.ts';
import type { ColumnChoice } from './choose-columns.ts';
import { findDistrictSheet } from './district-sheet.ts';
import { headingContext } from './match-heading.ts';
import type { RawBook, RawValue } from './raw-book.ts';
import { type DistrictReader, readDistrict } from './read-district.ts';

const office = (code: string, name: string) => ({ code, name, nameEn: code });
const offices = [
  office('990101001', '白鹤洞街道'),
  office('990101002', '嘉禾街道'),
  office('990101003', '石井街道'),
];
const context = headingContext({ framework: guangdong2023, year: 2023, names: new Map() });
const nodes = new Set(scoredNodes(guangdong2023.nodes.map(({ code }) => code)));

type Cell = string | number | RawValue | null;

function bookOf(rows: Cell[][], merges: Record<string, { rows: number; columns: number }> = {}): RawBook {
  const cells = rows.flatMap((row, index) =>
    row.flatMap((held, column) => {
      const at = { row: index + 1, column: column + 1 };
      const merged = merges[`${at.row}/${at.column}`];
      if (held === null || held === '') return [];
      return [{ ...at, held: rawValue(held), ...(merged && { merged }) }];
    }),
  );
  return { sheets: [{ name: '表', cells }] };
}

function rawValue(held: string | number | RawValue): RawValue {
  if (typeof held === 'string') return { kind: 'text', text: held };
  return typeof held === 'number' ? { kind: 'number', number: held, format: 'General' } : held;
}

function read(
  book: RawBook,
  { columns, ...more }: Partial<DistrictReader> & { columns?: [number, ColumnChoice][] } = {},
) {
  const sheet = findDistrictSheet(book, context, new Map(columns));
  if (!sheet) throw new Error('no table');
  const reader = {
    offices,
    choices: new Map(),
    known: (field: string) => isFormField(field, nodes),
    ...more,
  };
  const reading = readDistrict(sheet, reader);
  const values = Object.fromEntries(
    reading.rows.map(({ office: code, name, entries }) => [
      code ?? name,
      Object.fromEntries(entries.flatMap(({ field, text }) => (text === '' ? [] : [[field, text]]))),
    ]),
  );
  const problems = reading.problems.map(({ at, code }) => `${at.row}/${at.column} ${code}`);
  return { sheet, reading, values, problems };
}

describe('a bureau’s own table', () => {
  it('with title, unit line, two head rows, a total, notes and blank rows', () => {
    const { sheet, values, problems } = read(
      bookOf(
        [
          ['2023年度部门整体支出绩效自评汇总表'],
          ['', '', '', '', '', '', '单位：万元'],
          ['序号', '单位名称', '预算', '', '执行情况', '', '自评得分', '备注'],
          ['', '', '年初预算数', '全年预算数', '全年执行数（元）', '执行率', '', ''],
          [],
          [1, '广州市荔湾区白鹤洞街道办事处', 9800, '10,158.36', 96_123_400, '94.62%', 95.5, '已核'],
          [2, '嘉禾街', '１２３', '—', '未报', '', ''],
          ['合计', '', 9923, 10158.36, 1, '', ''],
          ['注：本表数据由各街道报送。'],
        ],
        { '1/1': { rows: 1, columns: 8 }, '3/3': { rows: 1, columns: 2 }, '3/5': { rows: 1, columns: 2 } },
      ),
    );
    expect(values).toEqual({
      '990101001': {
        'amounts.budget_initial': '9800',
        'amounts.budget_total': '10158.36',
        'amounts.executed_total': '9612.34',
        'rates.execution_rate': '94.62',
        'scores.total.score': '95.5',
      },
      '990101002': { 'amounts.budget_initial': '123' },
    });
    expect(problems).toEqual([]);
    expect([sheet.unit, sheet.titles[0]]).toEqual(['万元', '2023年度部门整体支出绩效自评汇总表']);
    expect(sheet.passedRows).toEqual([
      { row: 8, text: '合计', why: 'total' },
      { row: 9, text: '注：本表数据由各街道报送。', why: 'note' },
    ]);
    expect(sheet.passed.map(({ heading, why }) => [heading, why])).toEqual([
      ['序号', 'unknown'],
      ['备注', 'unknown'],
    ]);
    expect(sheet.columns.map(({ heading, unit }) => [heading, unit])).toContainEqual([
      '执行情况 全年执行数（元）',
      '元',
    ]);
  });

  it('without merged cells a word of the upper head row reaches to the right', () => {
    const { values, problems } = read(
      bookOf([
        ['街道', '收入（万元）', '', '支出（万元）', ''],
        ['', '一般公共预算', '政府性基金', '一般公共预算', '政府性基金'],
        ['白鹤洞街道', 1, 2, 3, 4],
      ]),
    );
    expect(problems).toEqual([]);
    expect(values['990101001']).toEqual({
      'amounts.revenue_general': '1',
      'amounts.revenue_gov_fund': '2',
      'amounts.expenditure_general': '3',
      'amounts.expenditure_gov_fund': '4',
    });
  });

  it('leaves last year’s columns, reviewed scores and parts of the whole', () => {
    const { values, sheet } = read(
      bookOf([
        ['单位', '2022年预算数（万元）', '2023年预算数（万元）', '项目支出预算数', '复核得分', '分值'],
        ['白鹤洞街道', 1, 2, 3, 4, 5],
      ]),
    );
    expect(values['990101001']).toEqual({ 'amounts.budget_total': '2' });
    expect(sheet.passed.map(({ why }) => why)).toEqual(['other_year', 'unknown', 'reviewed', 'weight']);
  });

  it.each([
    ['（千元）', '10158.36', '1015.836'],
    ['（元）', '101583600', '10158.36'],
    ['（亿元）', '1.015836', '10158.36'],
    ['（百万元）', '101.5836', '10158.36'],
    ['', '1.2亿元', '12000'],
  ])('reads its unit %s: %s as %s 万元', (unit, text, wan) => {
    const { values, problems } = read(
      bookOf([
        ['街道', `全年预算数${unit}`],
        ['嘉禾街道', text],
      ]),
    );
    expect([values['990101002'], problems]).toEqual([{ 'amounts.budget_total': wan }, []]);
  });

  it('asks for a unit that is stated nowhere, or in two ways', () => {
    const rows = [
      ['街道', '预算数'],
      ['嘉禾街道', '12'],
    ];
    const { reading, problems } = read(bookOf(rows));
    expect([reading.needsUnit, problems]).toEqual([true, ['2/2 no_unit']]);
    expect(read(bookOf([['单位：元'], ['金额单位：万元'], ...rows])).reading.needsUnit).toBe(true);
    expect(read(bookOf(rows), { unit: '千元' }).values['990101002']).toEqual({
      'amounts.budget_total': '1.2',
    });
  });

  it('takes no rate that may be a share for a percentage', () => {
    const book = (heading: string, value: Cell) =>
      bookOf([
        ['街道', heading],
        ['嘉禾街道', value],
      ]);
    expect(read(book('执行率', 0.9612)).problems).toEqual(['2/2 maybe_fraction']);
    expect(read(book('执行率（%）', 0.9612)).values['990101002']).toEqual({
      'rates.execution_rate': '0.9612',
    });
    const shown = { kind: 'number', number: 0.9612, format: '0.00%' } as const;
    expect(read(book('执行率', shown)).values['990101002']).toEqual({ 'rates.execution_rate': '96.12' });
  });

  it('refuses what no cell of the office’s workbook may hold either', () => {
    const scaled = { kind: 'number', number: 12, format: '#,##0,' } as const;
    const head = ['街道', '年初预算数（万元）', '全年预算数（万元）', '执行数（万元）'];
    const row = [
      '嘉禾街道',
      { kind: 'unvalued' } as const,
      scaled,
      { kind: 'error', text: '#REF!' } as const,
    ];
    expect(read(bookOf([head, row])).problems).toEqual([
      '2/2 unvalued',
      '2/3 scaled_format',
      '2/4 cell_error',
    ]);
  });

  it('tells rows whose office nobody knows, is meant twice or is missing; choices settle them', () => {
    const rows = [
      ['街道', '自评得分'],
      ['石井', 1],
      ['白鹤涧街道', 2],
      ['', 3],
      ['石井街道', 4],
      ['一、街道类', ''],
    ];
    const { problems, reading } = read(bookOf(rows));
    expect(problems).toEqual(['3/1 unknown_office', '4/1 no_office', '5/1 same_office']);
    expect(reading.rows.map(({ match, near }) => [match, near])).toEqual([
      ['alike', []],
      ['unknown', ['990101001']],
      ['none', []],
      ['exact', []],
    ]);
    const choices = new Map([
      [2, 'leave'],
      [3, '990101001'],
      [4, '990101002'],
    ]);
    const settled = read(bookOf(rows), { choices });
    expect(settled.problems).toEqual([]);
    expect(settled.values).toMatchObject({
      '990101001': { 'scores.total.score': '2' },
      '990101002': { 'scores.total.score': '3' },
      '990101003': { 'scores.total.score': '4' },
    });
  });

  it('two columns of one field are told', () => {
    const book = bookOf([
      ['街道', '执行数（万元）', '支出合计（万元）'],
      ['嘉禾街道', 1, 2],
    ]);
    expect(read(book).problems).toEqual(['1/3 two_columns']);
  });

  describe('with columns that the reviewer chooses', () => {
    const book = bookOf([
      ['', '', '', '单位：万元', ''],
      ['街道', '执行数（元）', '支出合计', '项目经费', '上年得分', '占比（%）'],
      ['嘉禾街道', 10_000, 2, '3.5', 91, 40],
    ]);
    const chosen = (...columns: [number, ColumnChoice][]) => {
      const { values, problems, sheet } = read(book, { columns });
      return { values: values['990101002'], problems, sheet };
    };

    it('takes one that it knew nothing of, in the unit that the table states', () => {
      const { values, problems, sheet } = chosen(
        [2, { field: 'leave' }],
        [4, { field: 'amounts.expenditure_project' }],
        [5, { field: 'scores.total.score' }],
      );
      expect(problems).toEqual([]);
      expect(values).toEqual({
        'amounts.executed_total': '2',
        'amounts.expenditure_project': '3.5',
        'scores.total.score': '91',
      });
      expect(sheet.columns.map(({ at, isChosen }) => [at.column, isChosen])).toEqual([
        [3, undefined],
        [4, true],
        [5, true],
      ]);
      expect(sheet.passed.map(({ at, why, unit }) => [at.column, why, unit])).toEqual([
        [2, 'left', '元'],
        [6, 'unknown', '%'],
      ]);
    });

    it('keeps the unit of its heading under another field, but not one that the field cannot be in', () => {
      const { values } = chosen(
        [2, { field: 'amounts.expenditure_basic' }],
        [6, { field: 'amounts.expenditure_public' }],
      );
      expect(values).toMatchObject({
        'amounts.expenditure_basic': '1',
        'amounts.expenditure_public': '40',
      });
    });

    it('counts the chosen unit before any that is stated, for amounts alone', () => {
      const { values } = chosen(
        [2, { field: 'amounts.expenditure_basic', unit: '千元' }],
        [3, { field: 'amounts.executed_total', unit: '亿元' }],
        [5, { field: 'scores.total.score', unit: '亿元' }],
      );
      expect(values).toEqual({
        'amounts.expenditure_basic': '1000',
        'amounts.executed_total': '20000',
        'scores.total.score': '91',
      });
    });

    it('tells two of one field, and a field that no form has', () => {
      expect(
        chosen([4, { field: 'amounts.executed_total' }], [5, { field: 'amounts.none' }]).problems,
      ).toEqual(['2/3 two_columns', '2/4 two_columns', '2/5 unknown_key']);
    });

    it('is settled by leaving the other out, and changed back by choosing what was recognised', () => {
      const back = chosen([2, { field: 'amounts.executed_total' }], [3, { field: 'leave' }]);
      expect([back.problems, back.values]).toEqual([[], { 'amounts.executed_total': '1' }]);
      expect(back.sheet.columns).toEqual([expect.not.objectContaining({ isChosen: true })]);
    });

    it('a table of offices none of whose headings is known waits for them', () => {
      const unknown = bookOf([['2023年各街道情况'], ['街道', '甲', '乙'], ['嘉禾街道', 1, 2]]);
      const asked = read(unknown);
      expect([asked.sheet.columns, asked.sheet.passed.length, asked.problems]).toEqual([[], 2, []]);
      const told = read(unknown, { columns: [[3, { field: 'scores.total.score' }]] });
      expect(told.values['990101002']).toEqual({ 'scores.total.score': '2' });
    });
  });

  it('of sheets of several years this year’s is read, and the others are told', () => {
    const of = (name: string, score: number, title?: string) => {
      const rows = [...(title ? [[title]] : []), ['街道', '自评得分', '编制人数'], ['嘉禾街道', score, 1]];
      return { name, cells: bookOf(rows).sheets[0]?.cells ?? [] };
    };
    const title = '2023 年绩效自评汇总（2024年3月制）';
    const sheets = [of('2022年', 1), of('Sheet2', 2), of('汇总', 3, title), of('附', 4)];
    const { sheet, values } = read({ sheets });
    expect([sheet.name, sheet.years, sheet.others]).toEqual(['汇总', [2023], ['Sheet2', '附', '2022年']]);
    expect(values['990101002']).toMatchObject({ 'scores.total.score': '3' });
    expect(findDistrictSheet({ sheets: sheets.slice(0, 2) }, context)?.name).toBe('Sheet2');
    expect(findDistrictSheet({ sheets: sheets.slice(0, 1) }, context)?.years).toEqual([2022]);
  });

  it.each<[string, Cell[][]]>([
    [
      'without a column of offices',
      [
        ['年初预算数', '执行数'],
        [1, 2],
      ],
    ],
    ['without any other column', [['街道'], ['嘉禾街道']]],
    ['that is empty', []],
  ])('a sheet %s is no table of offices', (_, rows) =>
    expect(findDistrictSheet(bookOf(rows), context)).toBeUndefined(),
  );
});

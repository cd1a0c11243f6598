import { figureIn } from '../form/field-kind.ts';
import { isBlank } from '../form/fields.ts';
import { type ColumnChoice, chooseColumns } from './choose-columns.ts';
import { districtSheetId, leaveColumn, nameColumn } from './district-layout.ts';
import { grouped } from './grouped.ts';
import { type TableMoneyUnit, titleYears, unitOfLine, withoutSpaces } from './head-text.ts';
import { officeHeading } from './heading-words.ts';
import { type CellPlace, type KeyedCell, keyedSheet, readCell, textOf } from './keyed-rows.ts';
import type { HeadingContext } from './match-heading.ts';
import type { RawBook, RawCell, RawSheet } from './raw-book.ts';
import { findHead, type HeadColumn, type PassedHeadColumn, type TableHead } from './table-head.ts';

/** A table of many offices as it was found, before its rows are anybody's. */
export interface DistrictSheet {
  name: string;
  /** Made from our template; its columns are in 万元, % and 分. */
  isTemplate: boolean;
  columns: DistrictColumn[];
  passed: (Omit<PassedHeadColumn, 'column'> & { at: CellPlace })[];
  rows: DistrictRow[];
  /** Rows that are no office's. */
  passedRows: { row: number; text: string; why: 'total' | 'note' }[];
  titles: string[];
  /** Years that its name and its titles are of. */
  years: number[];
  /** Sheets that could be such a table too and are not read. */
  others: string[];
  /** Stated above the table. */
  unit?: TableMoneyUnit;
}

export interface DistrictColumn extends Omit<HeadColumn, 'column'> {
  at: CellPlace;
}

export interface DistrictRow {
  /** Where the office's name stands, or should. */
  at: CellPlace;
  name: string;
  /** Code of the office that our template's row was made for. */
  key?: string;
  /** The row itself says that it is to be left out. */
  leave: boolean;
  cells: KeyedCell[];
}

/**
 * Our template, or of the sheets of this year the one whose head names the most; where no head names a field, one that names
 * offices at least. Its columns are what `choices` says, by number. Undefined where no sheet is a table of offices.
 */
export function findDistrictSheet(
  book: RawBook,
  context: HeadingContext,
  choices: ReadonlyMap<number, ColumnChoice> = new Map(),
): DistrictSheet | undefined {
  for (const sheet of book.sheets) {
    const template = templateSheet(sheet);
    if (template) return template;
  }
  const found = book.sheets.flatMap((sheet) => {
    const head = findHead(sheet, context);
    if (!head) return [];
    const years = [sheet.name, ...head.titles].flatMap(titleYears);
    return [{ sheet, head, years }];
  });
  const nearness = ({ years }: { years: number[] }) =>
    years.includes(context.year) ? 2 : years.length === 0 ? 1 : 0;
  const named = found.filter(({ head }) => head.columns.length > 0);
  const [best, ...others] = (named.length > 0 ? named : found).sort(
    (a, b) => nearness(b) - nearness(a) || b.head.columns.length - a.head.columns.length,
  );
  if (!best) return undefined;
  const table = ownSheet(best.sheet, chooseColumns(best.head, choices));
  return { ...table, years: best.years, others: others.map(({ sheet }) => sheet.name) };
}

function templateSheet(sheet: RawSheet): DistrictSheet | undefined {
  const keyed = keyedSheet(sheet);
  if (keyed?.id !== districtSheetId) return undefined;
  const fields = keyed.columns.filter(({ key }) => key !== nameColumn && key !== leaveColumn);
  return {
    name: sheet.name,
    isTemplate: true,
    columns: fields.map(({ key, at }) => ({ field: key, at, heading: key })),
    passed: [],
    rows: keyed.rows.map(({ key, at, cells }) => {
      const under = (column: string) => cells.find((cell) => cell.column === column);
      const name = under(nameColumn);
      return {
        at: name?.at ?? at,
        name: name?.text.trim() ?? '',
        key,
        leave: !isBlank(under(leaveColumn)?.text),
        cells: cells.filter(({ column }) => column !== nameColumn && column !== leaveColumn),
      };
    }),
    passedRows: [],
    titles: [],
    years: [],
    others: [],
  };
}

function ownSheet(sheet: RawSheet, head: TableHead): DistrictSheet {
  const place = (row: number, column: number): CellPlace => ({ sheet: sheet.name, row, column });
  const columns = head.columns.map(({ column, ...held }) => ({ ...held, at: place(head.row, column) }));
  const keys = columns.map(({ field, at }) => ({ key: field, at }));
  const table: DistrictSheet = {
    name: sheet.name,
    isTemplate: false,
    columns,
    passed: head.passed.map(({ column, ...held }) => ({ ...held, at: place(head.row, column) })),
    rows: [],
    passedRows: [],
    titles: head.titles,
    years: [],
    others: [],
    ...unitAbove(head),
  };
  const below = grouped(
    sheet.cells.filter(({ row }) => row > head.row),
    ({ row }) => row,
  );
  for (const [row, held] of [...below].sort(([a], [b]) => a - b)) {
    const name = nameIn(held, head);
    const cells = keys.map((key) => readCell(key, held, { row, sheet: sheet.name }, keys));
    const why = passedRow(name || labelOf(held), cells, name);
    if (why === 'blank') continue;
    if (why) table.passedRows.push({ row, text: name || labelOf(held), why });
    else table.rows.push({ at: place(row, head.office), name, leave: false, cells });
  }
  return table;
}

/** Where lines above the table disagree, none of them counts. */
function unitAbove({ titles, columns, passed }: TableHead): { unit?: TableMoneyUnit } {
  const lines = [
    ...titles,
    ...columns.map(({ heading }) => heading),
    ...passed.map(({ heading }) => heading),
  ];
  const units = new Set(lines.flatMap((line) => unitOfLine(line) ?? []));
  const [unit] = units;
  return units.size === 1 && unit ? { unit } : {};
}

function nameIn(held: readonly RawCell[], { office }: TableHead): string {
  const cell = held.find(({ column }) => column === office);
  return cell ? textOf(cell) : '';
}

/** The first words of a row, wherever they stand. */
function labelOf(held: readonly RawCell[]): string {
  return held.map(textOf).find((text) => text !== '') ?? '';
}

const totals = /^(?:合计|总计|小计|共计|汇总|全区|平均|中位|最高|最低|total|sum)/i;
const notes =
  /^(?:注[:：]|注\d|备注|说明|填表|填报人|制表|审核|复核|联系|数据来源|单位负责人|负责人|栏次|行次|栏号|甲$)/;

function passedRow(label: string, cells: readonly KeyedCell[], name: string) {
  const plain = withoutSpaces(label);
  const isEmpty = cells.every(({ text, refusal }) => isBlank(text) && !refusal);
  if (plain === '' && isEmpty) return 'blank';
  if (totals.test(plain)) return 'total';
  if (notes.test(plain) || officeHeading.test(plain)) return 'note';
  if (isEmpty && name.length > 30) return 'note';
  const hasFigure = cells.some(
    ({ column, text, refusal }) => refusal || figureIn(column, text) !== undefined,
  );
  return name === '' && !hasFigure ? 'note' : undefined;
}

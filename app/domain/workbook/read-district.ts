import { fieldKind } from '../form/field-kind.ts';
import { isBlank } from '../form/fields.ts';
import { matchOffice } from '../office-name.ts';
import type { DistrictColumn, DistrictRow, DistrictSheet } from './district-sheet.ts';
import type { TableMoneyUnit } from './head-text.ts';
import type { CellPlace, KeyedCell } from './keyed-rows.ts';
import type { CellProblemCode, TemplateEntry } from './read-template.ts';
import { formFigure, tableCell } from './table-cell.ts';

/** An office as a table names it. */
export interface TableOffice {
  code: string; // 9 digits
  name: string;
  nameEn: string;
}

export const districtProblems = [
  'no_office',
  'unknown_office',
  'several_offices',
  'same_office',
  'two_columns',
  'no_unit',
  'maybe_fraction',
] as const;

/** Why a cell, a row or a column of a table cannot be taken. */
export interface DistrictProblem {
  at: CellPlace;
  code: CellProblemCode | (typeof districtProblems)[number];
  text: string;
  field?: string;
}

/** How sure it is whose row this is; `chosen`: the reviewer said so. */
export type RowMatch = 'exact' | 'alike' | 'key' | 'chosen' | 'several' | 'unknown' | 'none';

/** One row with the office that it is taken for. */
export interface ReadRow {
  at: CellPlace;
  name: string;
  match: RowMatch;
  /** Code of the office; undefined where nobody knows. */
  office?: string;
  /** Offices that come near, by code. */
  near: string[];
  /** The row is not to be taken. */
  leave: boolean;
  entries: TemplateEntry[];
}

export interface DistrictReading {
  rows: ReadRow[];
  problems: DistrictProblem[];
  /** Amounts stand under no unit. */
  needsUnit: boolean;
}

/** In place of an office's code: the reviewer leaves the row out. */
export const leaveRow = 'leave';

export interface DistrictReader {
  offices: readonly TableOffice[];
  /** What the reviewer decided, by row: the code of an office, or `leaveRow`. */
  choices: ReadonlyMap<number, string>;
  /** The unit that the reviewer says amounts are in, where the table does not. */
  unit?: TableMoneyUnit | undefined;
  known(field: string): boolean;
}

/** Reads every row of a table and finds its office; nothing is compared with what is held yet. */
export function readDistrict(sheet: DistrictSheet, reader: DistrictReader): DistrictReading {
  const reading: DistrictReading = { rows: [], problems: [], needsUnit: false };
  checkColumns(sheet, reader, reading);
  const taken = new Set<string>();
  for (const row of sheet.rows) {
    const found = ownerOf(row, reader);
    const isEmpty = row.cells.every(({ text, refusal }) => isBlank(text) && !refusal);
    if (isEmpty && found.office === undefined) continue; // a heading between rows
    const choice = reader.choices.get(row.at.row);
    const leave = choice === undefined ? row.leave : choice === leaveRow;
    const entries: TemplateEntry[] = [];
    reading.rows.push({ at: row.at, name: row.name, ...found, leave, entries });
    if (leave) continue;
    const doubt = doubtOf(found, taken);
    if (doubt) reading.problems.push({ at: row.at, code: doubt, text: row.name });
    if (found.office !== undefined) taken.add(found.office);
    for (const cell of row.cells) readEntry(cell, sheet, reader, { entries, reading });
  }
  return reading;
}

/** What people see counts before the hidden key: rows may have been sorted without it. */
function ownerOf(
  { at, name, key }: DistrictRow,
  { offices, choices }: DistrictReader,
): Pick<ReadRow, 'match' | 'office' | 'near'> {
  const chosen = offices.find(({ code }) => code === choices.get(at.row));
  const found = matchOffice(name, offices);
  const near = 'offices' in found ? found.offices.map(({ code }) => code) : [];
  if (chosen && !('office' in found && found.office.code === chosen.code))
    return { match: 'chosen', office: chosen.code, near };
  if ('office' in found) return { match: found.kind, office: found.office.code, near };
  if (isBlank(name) && offices.some(({ code }) => code === key) && key)
    return { match: 'key', office: key, near };
  return { match: isBlank(name) ? 'none' : found.kind, near };
}

function doubtOf({ match, office }: Pick<ReadRow, 'match' | 'office'>, taken: ReadonlySet<string>) {
  if (match === 'none') return 'no_office';
  if (match === 'unknown') return 'unknown_office';
  if (match === 'several') return 'several_offices';
  return office !== undefined && taken.has(office) ? 'same_office' : undefined;
}

/** Two columns of one field say nothing that could be kept. */
function checkColumns(
  { columns, isTemplate }: DistrictSheet,
  { known }: DistrictReader,
  reading: DistrictReading,
) {
  const seen = new Set<string>();
  for (const { field, at, heading } of columns) {
    if (!known(field)) reading.problems.push({ at, code: 'unknown_key', text: heading });
    else if (seen.has(field))
      reading.problems.push({ at, code: 'two_columns', text: isTemplate ? '' : heading, field });
    seen.add(field);
  }
}

function readEntry(
  { column: field, at, text, refusal }: KeyedCell,
  sheet: DistrictSheet,
  { unit, known }: DistrictReader,
  { entries, reading }: { entries: TemplateEntry[]; reading: DistrictReading },
): void {
  if (!known(field)) return;
  if (refusal) {
    reading.problems.push({ at, code: refusal, text, field });
    return;
  }
  if (sheet.isTemplate) {
    entries.push({ field, at, text: isBlank(text) ? '' : asTyped(field, text) });
    return;
  }
  const column = sheet.columns.find((one) => one.at.column === at.column);
  const cell = tableCell(field, text, unitsOf(column, sheet, unit));
  if ('text' in cell) entries.push({ field, at, text: cell.text });
  else {
    if (cell.refusal === 'no_unit') reading.needsUnit = true;
    reading.problems.push({ at, code: cell.refusal, text, field });
  }
}

/** What the table says of its unit stands before what is said of it. */
function unitsOf(
  column: DistrictColumn | undefined,
  sheet: DistrictSheet,
  chosen: TableMoneyUnit | undefined,
) {
  const table = sheet.unit ?? chosen;
  const own = column?.chosenUnit ?? column?.unit;
  return { ...(own && { column: own }), ...(table && { table }) };
}

function asTyped(field: string, text: string): string {
  return fieldKind(field) === 'text' ? text.trim() : formFigure(field, text);
}

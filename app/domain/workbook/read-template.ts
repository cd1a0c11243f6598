import type { EntryRefusal } from '../form/entry.ts';
import { fieldKind, saysTheSame, themesIn } from '../form/field-kind.ts';
import {
  type FormValues,
  isBlank,
  isFormField,
  type RowList,
  rowParts,
  rowsOf,
  scoredNodes,
} from '../form/fields.ts';
import { storable } from '../form/merge.ts';
import type { RefusedChange } from '../form/save-limits.ts';
import type { Framework } from '../framework.ts';
import type { CellRefusal } from './cell-text.ts';
import { grouped } from './grouped.ts';
import { type CellPlace, type KeyedCell, type KeyedRow, type KeyedSheet, keyedSheet } from './keyed-rows.ts';
import type { RawBook } from './raw-book.ts';
import { fieldAt, templateSheets } from './template-layout.ts';

/** What one cell, or the cells of one field, say; blank where they say nothing. */
export interface TemplateEntry {
  field: string;
  text: string;
  at: CellPlace;
}

export const keyRefusals = ['unknown_key', 'no_key', 'duplicate_key', 'merged'] as const;
export type CellProblemCode =
  | CellRefusal
  | (typeof keyRefusals)[number]
  | EntryRefusal
  | RefusedChange['refusal'];

/** Why a cell cannot be taken, by its place in the sheet. */
export interface CellProblem {
  at: CellPlace;
  code: CellProblemCode;
  /** What stands there. */
  text: string;
  field?: string;
}

export interface TemplateReading {
  entries: TemplateEntry[];
  problems: CellProblem[];
  /** Filled cells of an older framework's template whose fields the form has no more. */
  gone: TemplateEntry[];
  /** Fields of the form that the file has no cell for. */
  absent: string[];
}

/** Words of drop-downs in any language, with what the form writes for them. */
export type ChoiceWords = ReadonlyMap<string, string>;

interface Reader {
  stored: FormValues;
  framework: Framework;
  choices: ChoiceWords;
  /** The template was made for another version of the framework. */
  isOlder: boolean;
}

/** Reads a template by its keys alone: a row or column may stand anywhere, and rows without a key are new rows of their list. */
export function readTemplate(book: RawBook, reader: Reader): TemplateReading {
  const nodes = new Set(scoredNodes(reader.framework.nodes.map(({ code }) => code)));
  const reading: TemplateReading = { entries: [], problems: [], gone: [], absent: [] };
  const known = (field: string) => isFormField(field, nodes);
  const seen = new Set<string>();
  for (const sheet of book.sheets) {
    const keyed = keyedSheet(sheet);
    if (!keyed) continue;
    const list = listOf(keyed.id);
    const added: KeyedRow[] = [];
    for (const row of keyed.rows) {
      const isAgain = row.key !== undefined && seen.has(row.key);
      if (row.key !== undefined) seen.add(row.key);
      if (list && (row.key === undefined || isAgain)) added.push(row);
      else if (row.key === undefined || isAgain)
        refuseRow(row, isAgain ? 'duplicate_key' : 'no_key', reading);
      else readRow(row.key, row.cells, { known, reader, reading });
    }
    refuseColumns(keyed, reading);
    if (list) addRows(list, added, { known, reader, reading });
  }
  const found = new Set(reading.entries.map(({ field }) => field));
  reading.absent = absentFields(reader, found);
  return reading;
}

interface Doing {
  known(field: string): boolean;
  reader: Reader;
  reading: TemplateReading;
}

function readRow(key: string, cells: readonly KeyedCell[], { known, reader, reading }: Doing): void {
  for (const [field, parts] of grouped(cells, ({ column }) => fieldAt(key, column))) {
    const [first] = parts;
    if (!first) continue;
    const refused = parts.filter(({ refusal }) => refusal !== undefined);
    for (const { at, text, refusal } of refused)
      if (refusal) reading.problems.push({ at, code: refusal, text, field });
    if (refused.length > 0) continue;
    const filled = parts.filter(({ text }) => !isBlank(text));
    const { at } = filled[0] ?? first;
    const text = formText(
      field,
      filled.map((part) => part.text),
      reader.choices,
    );
    if (known(field)) reading.entries.push({ field, text, at });
    else if (reader.isOlder) {
      if (text !== '') reading.gone.push({ field, text, at });
    } else if (text !== '') reading.problems.push({ at, code: 'unknown_key', text, field });
  }
}

function refuseRow(
  { cells }: KeyedRow,
  code: 'no_key' | 'duplicate_key',
  { problems }: TemplateReading,
): void {
  const filled = cells.find(({ text }) => !isBlank(text));
  if (filled) problems.push({ at: filled.at, code, text: filled.text });
}

/** A column whose key was renamed says nothing that could be kept. */
function refuseColumns({ id, columns }: KeyedSheet, { problems }: TemplateReading): void {
  const known = sheetColumns(id);
  for (const { key, at } of columns)
    if (!known.includes(key)) problems.push({ at, code: 'unknown_key', text: key });
}

/**
 * Rows that somebody added, as rows of the form that hold nothing yet, in neither. One that says just what a stored row
 * does is that row, so that a file uploaded twice adds nothing twice.
 */
function addRows(list: RowList, rows: readonly KeyedRow[], doing: Doing): void {
  const { reader, reading } = doing;
  const filled = rows.filter(({ cells }) => cells.some(({ text, refusal }) => refusal || !isBlank(text)));
  const taken = new Set(
    rowsOf(Object.fromEntries(reading.entries.map(({ field, text }) => [field, text])), list),
  );
  const storedRows = rowsOf(reader.stored, list);
  for (const { cells } of filled) {
    const trial: TemplateReading = { entries: [], problems: [], gone: [], absent: [] };
    readRow(`${list}.1`, cells, { ...doing, reading: trial });
    const texts = Object.fromEntries(trial.entries.map(({ field, text }) => [partOf(field), text]));
    const row =
      storedRows.find((each) => !taken.has(each) && isRow(list, each, texts, reader.stored)) ??
      firstFree([...taken, ...storedRows]);
    taken.add(row);
    reading.entries = reading.entries.filter(({ field }) => !field.startsWith(`${list}.${row}.`));
    readRow(`${list}.${row}`, cells, doing);
  }
}

function isRow(list: RowList, row: number, texts: FormValues, stored: FormValues): boolean {
  return rowParts[list].every((part) =>
    saysTheSame(`${list}.${row}.${part}`, texts[part] ?? '', stored[`${list}.${row}.${part}`] ?? ''),
  );
}

function firstFree(taken: readonly number[]): number {
  let row = 1;
  while (taken.includes(row)) row += 1;
  return row;
}

/** As the form writes it: words of a drop-down become its own, several themes one text. */
function formText(field: string, texts: readonly string[], choices: ChoiceWords): string {
  const kind = fieldKind(field);
  const chosen = (word: string) => choices.get(word.trim()) ?? word.trim();
  if (kind === 'themes') return texts.flatMap((text) => themesOf(text, choices)).join(', ');
  const [text = ''] = texts;
  return kind === 'state' ? chosen(text) : storable(text);
}

/** A drop-down's word may hold a comma, which the form would split. */
function themesOf(text: string, choices: ChoiceWords): string[] {
  const words = text.split(/[；;\n]/).map((word) => word.trim());
  return words.flatMap(
    (word) => choices.get(word) ?? themesIn(word).map((part) => choices.get(part) ?? part),
  );
}

function absentFields({ framework, stored }: Reader, found: ReadonlySet<string>): string[] {
  const wanted = templateSheets(framework, stored)
    .filter(({ list }) => !list)
    .flatMap(({ rows, columns }) => rows.flatMap((row) => columns.map((column) => fieldAt(row, column))));
  return wanted.filter((field) => !found.has(field));
}

function listOf(id: string): RowList | undefined {
  return Object.hasOwn(rowParts, id) ? (id as RowList) : undefined;
}

function sheetColumns(id: string): readonly string[] {
  const sheet = templateSheets(noNodes, {}).find((one) => one.id === id);
  return sheet?.columns ?? [];
}

const noNodes: Framework = { name: '', nameEn: '', year: 0, version: 0, totalWeight: '0', nodes: [] };

function partOf(field: string): string {
  return field.split('.').at(-1) ?? '';
}

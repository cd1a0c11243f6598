import {
  type FormValues,
  mostRows,
  type RowList,
  rowParts,
  rowsOf,
  scoredNodes,
  scoreParts,
} from '../form/fields.ts';
import { formSections, type SectionId } from '../form/sections.ts';
import type { Framework } from '../framework.ts';

/** Sheets of the template: one a section of the form, one a list where a section has two. */
export type TemplateSheetId = Exclude<SectionId, 'problems'> | 'problems' | 'measures';

/** One sheet by its hidden keys. A cell's field is its row's key, and its column's behind that unless it is `value`. */
export interface TemplateSheet {
  id: TemplateSheetId;
  section: SectionId;
  /** Keys of the columns that are filled in. */
  columns: readonly string[];
  /** Keys of the prepared rows. */
  rows: readonly string[];
  /** Rows without a key below are rows of this list. */
  list?: RowList;
}

/** Layout of the keys; a template of another is not read. */
export const templateFormat = '1';
/** Begins the cell in which hidden row and hidden column of keys meet. */
export const templateMark = 'duibiao:';
export const metaSheet = '_duibiao';
export const choiceSheet = '_choices';
/** Key of the column that a field without parts stands in. */
export const valueColumn = 'value';
/** Key of rows that say something and take nothing: title, head, groups. */
export const wordsRow = '#';
/** A problem's themes have a drop-down each; what is more stands in the last. */
export const themeColumns = ['themes', 'themes.2', 'themes.3'] as const;
export const themeSeparator = '；';

const listSheets: Readonly<Record<RowList, { section: SectionId; rows: number }>> = {
  projects: { section: 'projects', rows: 15 },
  outcomes: { section: 'outcomes', rows: 20 },
  problems: { section: 'problems', rows: 12 },
  measures: { section: 'problems', rows: 12 },
  followups: { section: 'followups', rows: 10 },
};
/** Empty rows under those that are filled. */
const spareRows = 5;

/** The sheets of a form in its order, with room for what its lists hold. */
export function templateSheets(framework: Framework, values: FormValues): TemplateSheet[] {
  return formSections.flatMap(({ id, lists, fields }): TemplateSheet[] => {
    if (id === 'scores') return [{ id, section: id, columns: scoreParts, rows: scoreRows(framework) }];
    if (lists.length > 0) return lists.map((list) => listSheet(list, values));
    return [{ id, section: id, columns: [valueColumn], rows: fields(framework) }];
  });
}

/** The field of a cell by the keys of its row and column. */
export function fieldAt(row: string, column: string): string {
  if (column === valueColumn) return row;
  return `${row}.${column.replace(/^themes\.\d$/, 'themes')}`;
}

function scoreRows({ nodes }: Framework): string[] {
  return scoredNodes(nodes.map(({ code }) => code)).map((code) => `scores.${code}`);
}

function listSheet(list: RowList, values: FormValues): TemplateSheet {
  const last = Math.max(0, ...rowsOf(values, list));
  const count = Math.min(mostRows, Math.max(listSheets[list].rows, last + spareRows));
  const columns = rowParts[list].flatMap((part) => (part === 'themes' ? [...themeColumns] : [part]));
  const rows = Array.from({ length: Math.max(count, last) }, (_, index) => `${list}.${index + 1}`);
  return { id: list, section: listSheets[list].section, columns, rows, list };
}

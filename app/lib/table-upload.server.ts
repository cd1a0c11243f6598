import { fieldKind } from '#app/domain/form/field-kind.ts';
import type { ColumnChoice } from '#app/domain/workbook/choose-columns.ts';
import { isMoneyUnit } from '#app/domain/workbook/head-text.ts';
import type { AcceptTableInput } from '#app/usecases/accept-table.server.ts';
import { chosenText } from './table-choices.ts';
import { carriedFile, UploadRefusal } from './upload.server.ts';

/** Nobody's table has more rows, and a form with more fields is not ours. */
const mostChoices = 5_000;

/** The table that the page carries back, with what was chosen on it. Throws UploadRefusal for a form that is not ours. */
export function carriedTable(form: FormData): Omit<AcceptTableInput, 'year' | 'headings'> {
  const unit = form.get('unit');
  return {
    ...carriedFile(form),
    choices: rowsIn(form),
    columns: columnsIn(form),
    ...(typeof unit === 'string' && isMoneyUnit(unit) && { unit }),
    seen: { sha256: String(form.get('sha256') ?? ''), versions: versionsIn(form.get('seen')) },
    take: form.getAll('take').map(String),
  };
}

/** Whether rows, columns and unit are still chosen as the preview was made with. */
export function isStillChecked(form: FormData): boolean {
  const chosen = { rows: rowsIn(form), columns: columnsIn(form), unit: String(form.get('unit') ?? '') };
  return form.get('checked') === chosenText(chosen);
}

/** “office.12”: whose row 12 is. */
function rowsIn(form: FormData): Map<number, string> {
  return numbered(form, 'office');
}

/** “field.4”: what column 4 holds; “unit.4”: the unit of its amounts. */
function columnsIn(form: FormData): Map<number, ColumnChoice> {
  const units = numbered(form, 'unit');
  return new Map(
    [...numbered(form, 'field')].map(([column, field]) => {
      const unit = units.get(column);
      return [column, { field, ...(isMoneyUnit(unit) && fieldKind(field) === 'amount' && { unit }) }];
    }),
  );
}

/** What fields of this name say, by the number behind it; those that say nothing are left out. */
function numbered(form: FormData, name: string): Map<number, string> {
  const found = new Map<number, string>();
  for (const [key, value] of form) {
    const number = key.startsWith(`${name}.`) ? /^[1-9]\d{0,6}$/.exec(key.slice(name.length + 1)) : null;
    if (!number || typeof value !== 'string' || value === '') continue;
    if (found.size >= mostChoices) throw new UploadRefusal('unreadable_form');
    found.set(Number(number[0]), value);
  }
  return found;
}

/** Version by office code; what is no such list is an empty one, and fits nothing. */
function versionsIn(text: FormDataEntryValue | null): Record<string, number> {
  try {
    const held: unknown = JSON.parse(typeof text === 'string' ? text : '');
    if (typeof held !== 'object' || held === null || Array.isArray(held)) return {};
    return Object.fromEntries(Object.entries(held).filter(([, version]) => Number.isInteger(version)));
  } catch {
    return {};
  }
}

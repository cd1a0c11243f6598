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
    choices: choicesIn(form),
    ...(typeof unit === 'string' && isMoneyUnit(unit) && { unit }),
    seen: { sha256: String(form.get('sha256') ?? ''), versions: versionsIn(form.get('seen')) },
    take: form.getAll('take').map(String),
  };
}

/** Whether rows and unit are still chosen as the preview was made with. */
export function isStillChecked(form: FormData): boolean {
  return form.get('checked') === chosenText(choicesIn(form), String(form.get('unit') ?? ''));
}

/** “office.12”: whose row 12 is. */
function choicesIn(form: FormData): Map<number, string> {
  const choices = new Map<number, string>();
  for (const [name, value] of form) {
    const row = /^office\.([1-9]\d{0,6})$/.exec(name)?.[1];
    if (row === undefined || typeof value !== 'string' || value === '') continue;
    if (choices.size >= mostChoices) throw new UploadRefusal('unreadable_form');
    choices.set(Number(row), value);
  }
  return choices;
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

import { type FormValues, fieldPlace, rowsOf } from '#app/domain/form/fields.ts';
import type { SectionId } from '#app/domain/form/sections.ts';
import { textOf } from './working-copy.ts';

/** Parts of a section that are mostly the same from year to year. */
const lasting: Partial<Record<SectionId, readonly RegExp[]>> = {
  basics: [
    /^(functions|inner_departments|sub_units_stated|sub_units|staffing|preparer_name|preparer_phone)$/,
  ],
  projects: [/^projects\.\d+\.name$/],
  outcomes: [/^outcomes\.\d+\.(class|name|target)$/],
  scores: [/^scores\..+\.target$/],
};

/**
 * What one click on a section takes over from last year: what rarely changes, into empty fields only; a list only where
 * this year's is still empty. For the follow-up: the problems that last year's report names, below what is there.
 */
export function sectionTakeOver(section: SectionId, values: FormValues, last: FormValues): FormValues {
  if (section === 'followups') return problemsToFollow(values, last);
  const patterns = lasting[section] ?? [];
  const taken = Object.entries(last).filter(([field]) => {
    const place = fieldPlace(field);
    if (place?.kind === 'row' && rowsOf(values, place.list).length > 0) return false;
    return textOf(values, field) === '' && patterns.some((pattern) => pattern.test(field));
  });
  return Object.fromEntries(taken);
}

function problemsToFollow(values: FormValues, last: FormValues): FormValues {
  const rows = rowsOf(values, 'followups');
  const followed = new Set(rows.map((row) => textOf(values, `followups.${row}.problem`)));
  const problems = rowsOf(last, 'problems')
    .map((row) => textOf(last, `problems.${row}.text`))
    .filter((text) => text !== '' && !followed.has(text));
  const next = Math.max(0, ...rows) + 1;
  return Object.fromEntries(problems.map((text, index) => [`followups.${next + index}.problem`, text]));
}

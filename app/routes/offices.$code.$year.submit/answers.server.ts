import type { FieldChange } from '#app/domain/form/merge.ts';

/** The reasons given to findings as changes of the form, each against the text that the page was written with. */
export function answersOf(form: FormData): FieldChange[] {
  const fields = [...form.keys()].filter((name) => name.startsWith('answers.'));
  return fields.map((field) => ({
    field,
    from: String(form.get(`from.${field}`) ?? ''),
    to: String(form.get(field) ?? '').replace(/\r\n/g, '\n'),
  }));
}

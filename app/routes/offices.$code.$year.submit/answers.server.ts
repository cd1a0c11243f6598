import type { FieldChange } from '#app/domain/form/merge.ts';
import { FilingRefusal } from '#app/usecases/filing-refusal.ts';
import { saveDraft } from '#app/usecases/save-draft.server.ts';
import type { Scope } from '#db/scope.server.ts';

/** The working copy that a step is about, and its version on the reader's screen. */
interface Seen {
  officeCode: string;
  year: number;
  seen: number;
}

/**
 * Saves the reasons given to findings, whatever is pressed then: nothing typed is lost. Returns the version that the step
 * goes by: the one that was seen, or the one after it. Throws FilingRefusal where somebody else wrote the same reason.
 */
export async function saveAnswers(
  scope: Scope,
  form: FormData,
  { seen, ...key }: Seen,
  now: Date,
): Promise<number> {
  const changes = answersOf(form).filter(({ from, to }) => from !== to);
  if (changes.length === 0) return seen;
  try {
    const { version, conflicts } = await saveDraft(scope, { ...key, changes }, now);
    if (conflicts.length > 0)
      throw new FilingRefusal('changed_meanwhile', { office: key.officeCode, year: key.year });
    return version === seen + 1 ? version : seen;
  } catch (error) {
    // the first of two clicks saved these very reasons and sent them along
    if (error instanceof FilingRefusal && error.code === 'is_submitted') return seen + 1;
    throw error;
  }
}

/** Each against the text that the page was written with. */
function answersOf(form: FormData): FieldChange[] {
  const fields = [...form.keys()].filter((name) => name.startsWith('answers.'));
  return fields.map((field) => ({
    field,
    from: String(form.get(`from.${field}`) ?? ''),
    to: String(form.get(field) ?? '').replace(/\r\n/g, '\n'),
  }));
}

import type { SubmissionContent } from '../submission.ts';
import { type FormValues, fieldPlace } from './fields.ts';
import { toValues } from './to-values.ts';

/** The form after a report was accepted: what the report states, and what no report states as it was. */
export function importedValues(content: SubmissionContent, before: FormValues): FormValues {
  const kept = Object.entries(before).filter(([field]) => isBeyondReports(field));
  return { ...Object.fromEntries(kept), ...toValues(content) };
}

const formOnly: readonly string[] = ['target', 'completion', 'evidence'];

function isBeyondReports(field: string): boolean {
  const place = fieldPlace(field);
  if (place?.kind === 'score') return formOnly.includes(place.part);
  if (place?.kind === 'row') return place.list === 'followups';
  return place?.kind === 'answer' || field === 'preparer_name' || field === 'preparer_phone';
}

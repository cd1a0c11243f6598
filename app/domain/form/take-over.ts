import { saysNothing } from '../problems.ts';
import type { SubmissionContent } from '../submission.ts';
import type { FormValues } from './fields.ts';

/** What an office is, rather than what it did: much the same every year, so offered for one click together. */
const lasting = [
  'functions',
  'inner_departments',
  'sub_units_stated',
  'sub_units',
  'staffing',
  'preparer_name',
  'preparer_phone',
] as const;

/** What of last year's form may stand in this year's at once: what rarely changes, and its problems to be followed up. */
export function takenOver(lastValues: FormValues, { problems }: SubmissionContent): FormValues {
  const kept = lasting.flatMap((field) => {
    const text = lastValues[field];
    return text === undefined ? [] : [[field, text]];
  });
  const followUps = problems
    .filter(({ text }) => !saysNothing(text))
    .map(({ text }, index) => [`followups.${index + 1}.problem`, text]);
  return Object.fromEntries([...kept, ...followUps]);
}

import type { Decimal } from '../submission.ts';
import { type Entry, type EntryRefusal, readAmount, readRate, readScore, readText } from './entry.ts';
import { type FormValues, isBlank } from './fields.ts';

/** Reads fields of one form and notes which of them could not be understood. */
export interface FormReader {
  values: FormValues;
  refused: { field: string; text: string; refusal: EntryRefusal }[];
  /** Undefined where the field is blank or refused. */
  entry<T>(field: string, read: (text: string) => Entry<T>): T | undefined;
  text(field: string): string | undefined;
  amount(field: string, signed?: boolean): Decimal | undefined;
  rate(field: string, signed?: boolean): Decimal | undefined;
  score(field: string): Decimal | undefined;
  /** Refuses these fields because what they belong to is missing, unless they have been refused. */
  refuseRest(fields: string[]): void;
  /** The same for every field of a row. */
  refuseRow(at: string): void;
}

export function formReader(values: FormValues): FormReader {
  const refused: FormReader['refused'] = [];
  function entry<T>(field: string, read: (text: string) => Entry<T>): T | undefined {
    const text = values[field];
    if (text === undefined || isBlank(text)) return undefined;
    const result = read(text);
    if ('value' in result) return result.value;
    refused.push({ field, text, refusal: result.refusal });
    return undefined;
  }
  function refuseRest(fields: string[]): void {
    for (const field of fields) {
      const text = values[field];
      if (text === undefined || isBlank(text) || refused.some((one) => one.field === field)) continue;
      refused.push({ field, text, refusal: 'incomplete_row' });
    }
  }
  return {
    values,
    refused,
    entry,
    refuseRest,
    text: (field) => entry(field, readText),
    amount: (field, signed = false) => entry(field, (text) => readAmount(text, { signed })),
    rate: (field, signed = false) => entry(field, (text) => readRate(text, { signed })),
    score: (field) => entry(field, readScore),
    refuseRow: (at) => refuseRest(Object.keys(values).filter((field) => field.startsWith(`${at}.`))),
  };
}

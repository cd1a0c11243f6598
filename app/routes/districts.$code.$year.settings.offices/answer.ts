import { accountFields } from '#app/domain/account-entry.ts';
import { officeFields } from '#app/domain/office-entry.ts';
import type { Translate } from '#app/lib/i18n/instance.ts';
import type {
  DirectoryField,
  DirectoryRefusalCode,
  RefusedDirectoryField,
} from '#app/usecases/directory-refusal.ts';

/** What is done to an office or an account; also the value of `?done=`, by which the next page says so. */
export const directoryIntents = [
  ...(['create-account', 'change-account', 'disable', 'enable', 'reset'] as const),
  ...(['create-office', 'change-office', 'boundary', 'create-group'] as const),
] as const;
export type DirectoryIntent = (typeof directoryIntents)[number];

export const directoryFields = [...accountFields, ...officeFields] as const;

/** A form that was refused, with everything that was typed. */
export interface RefusedForm {
  intent: DirectoryIntent;
  refused: RefusedDirectoryField[];
  whole?: DirectoryRefusalCode;
  typed: Partial<Record<DirectoryField, string>>;
}

/** A password that was made for somebody: in this one answer, and nowhere else. */
export interface Issued {
  loginName: string;
  password: string;
}

export type Answer = RefusedForm | { issued: Issued };

/** What is wrong at a field of this form, in words. */
export function errorAt(
  answer: RefusedForm | undefined,
  { intent, field, t }: { intent: DirectoryIntent; field: DirectoryField; t: Translate },
): string | undefined {
  const refusal = answer?.intent === intent && answer.refused.find((each) => each.field === field);
  if (!refusal) return undefined;
  return t(`accounts.refusal.${refusal.code}`, { field: t(`accounts.field.${field}`), ...refusal.params });
}

import type { AccountField, RefusedAccountField } from '#app/domain/account-entry.ts';
import type { OfficeField, RefusedOfficeField } from '#app/domain/office-entry.ts';

/** Why an office or an account is not made or changed as a whole. */
export const directoryRefusals = [
  'unknown_office',
  'unknown_account',
  'changed_meanwhile',
  'done_already',
] as const;
export type DirectoryRefusalCode = (typeof directoryRefusals)[number];

export type RefusedDirectoryField =
  | RefusedAccountField
  | { field: Extract<AccountField, 'loginName'>; code: 'login_taken'; params?: undefined }
  | RefusedOfficeField;
export type DirectoryField = AccountField | OfficeField;

/** Nothing has been written: what is wrong, at which fields, or with the whole. */
export class DirectoryRefusal extends Error {
  readonly refused: RefusedDirectoryField[];
  readonly whole?: DirectoryRefusalCode;

  constructor(why: { refused: RefusedDirectoryField[] } | { whole: DirectoryRefusalCode }) {
    super(JSON.stringify(why));
    this.name = 'DirectoryRefusal';
    this.refused = 'refused' in why ? why.refused : [];
    this.whole = 'whole' in why ? why.whole : undefined;
  }
}

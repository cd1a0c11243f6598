import type { Role } from './access.ts';

/** The roles of an office's people: the only ones that a reviewer gives, all below the reviewer's own. */
export const officeRoles = ['office_preparer', 'office_approver'] as const satisfies Role[];
export type OfficeRole = (typeof officeRoles)[number];

export const accountFields = ['loginName', 'displayName', 'role'] as const;
export type AccountField = (typeof accountFields)[number];
export type AccountTexts = Partial<Record<AccountField, string>>;

export const accountEntryRefusals = ['missing', 'too_long', 'bad_login', 'unknown_choice'] as const;
export type AccountEntryRefusal = (typeof accountEntryRefusals)[number];

export interface RefusedAccountField {
  field: AccountField;
  code: AccountEntryRefusal;
  params?: { limit: number };
}

/** What of an account may be changed later; the login name may not. */
export interface AccountEntry {
  displayName: string; // personal data
  role: OfficeRole;
}

const longestName = 40;

/** Name and role as typed; where anything is wrong, every field that is. */
export function readAccount(texts: AccountTexts): { entry?: AccountEntry; refused: RefusedAccountField[] } {
  const displayName = oneLine(texts.displayName);
  const role = officeRoles.find((each) => each === texts.role);
  const refused: RefusedAccountField[] = [];
  if (displayName === '') refused.push({ field: 'displayName', code: 'missing' });
  if (displayName.length > longestName)
    refused.push({ field: 'displayName', code: 'too_long', params: { limit: longestName } });
  if (!role) refused.push({ field: 'role', code: 'unknown_choice' });
  return refused.length > 0 || !role ? { refused } : { entry: { displayName, role }, refused };
}

/**
 * The name to sign in with: 3 to 32 small letters, digits, dots and hyphens, a letter first. Full-width letters and capitals
 * are taken for what they mean, so that two accounts never differ in those alone.
 */
export function readLoginName(text: string | undefined): {
  loginName?: string;
  refused: RefusedAccountField[];
} {
  const loginName = oneLine(text?.normalize('NFKC')).toLowerCase();
  if (loginName === '') return { refused: [{ field: 'loginName', code: 'missing' }] };
  if (!/^[a-z][a-z0-9.-]{2,31}$/.test(loginName))
    return { refused: [{ field: 'loginName', code: 'bad_login' }] };
  return { loginName, refused: [] };
}

/** One line of text: control and invisible format characters are none, runs of space are one. */
export function oneLine(text: string | undefined): string {
  return (text ?? '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

import type { Role } from './access.ts';
import type { OfficeYear } from './office-year.ts';
import type { SubmissionOrigin, SubmissionStatus } from './submission.ts';

/** What an imported report becomes. */
export interface Filing {
  status: Extract<SubmissionStatus, 'draft' | 'submitted'>;
  origin: Exclude<SubmissionOrigin, 'invented'>;
}

/** Why what is filed already keeps an import out. */
export const importBarriers = ['approved', 'submitted', 'finished', 'office_draft'] as const;
export type ImportBarrier = (typeof importBarriers)[number];

/**
 * What a report imported by this role becomes: the office's own is its draft, a published one that the reviewer reads
 * counts as submitted. Undefined for roles that do not import.
 */
export function importedAs(role: Role): Filing | undefined {
  if (role === 'office_preparer') return { status: 'draft', origin: 'filed' };
  if (role === 'district_reviewer') return { status: 'submitted', origin: 'public_report' };
  return undefined;
}

/**
 * An office takes nothing back that the district or its approver has in hand, and the district replaces nothing that it may
 * not see.
 */
export function importBarrier(
  { status }: Pick<Filing, 'status'>,
  filed: OfficeYear['status'] | 'finished',
): ImportBarrier | undefined {
  if (filed === 'approved') return 'approved';
  if (status === 'draft') return filed === 'submitted' || filed === 'finished' ? filed : undefined;
  return filed === 'draft' ? 'office_draft' : undefined;
}

/** What a bureau's table of many offices becomes at an office that has filed nothing. */
export const tableFiling = { status: 'submitted', origin: 'district_table' } as const satisfies Filing;

/** What is left where an import was taken back and nothing else was there: a draft that the office may begin. */
export const emptiedFiling = { status: 'draft', origin: 'filed' } as const satisfies Filing;

/** Why a bureau's table changes nothing at an office. */
export const tableBarriers = ['approved', 'office_draft', 'returned', 'not_taking_part'] as const;
export type TableBarrier = (typeof tableBarriers)[number];

/**
 * What keeps a table's figures out of an office's submission: it is approved, or in the hands of the office, which may be
 * working on it unseen. One that was submitted takes them as a further revision that stays what it was.
 */
export function tableBarrier(
  filed: OfficeYear['status'],
  { takesPart }: { takesPart: boolean },
): TableBarrier | undefined {
  if (!takesPart) return 'not_taking_part';
  const barrier = importBarrier(tableFiling, filed);
  if (barrier === 'approved' || barrier === 'office_draft') return barrier;
  return filed === 'returned' ? 'returned' : undefined;
}

/** Whether this role can import a report now. */
export function isImportOpen(role: Role, filed: OfficeYear['status']): boolean {
  const filing = importedAs(role);
  return filing !== undefined && importBarrier(filing, filed) === undefined;
}

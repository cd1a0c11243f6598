import type { RoundBarrier } from '#app/domain/filing-steps.ts';
import type { ImportBarrier } from '#app/domain/import-rule.ts';
import type { ItemConflict } from '#app/domain/report-import/chosen-changes.ts';
import type { ReportFileErrorCode } from '#app/files/report-file-error.server.ts';

/** Why an import is refused, beside what may be wrong with the file itself and what is filed already. */
export const importRefusals = [
  'not_a_report',
  'too_long',
  'beyond_range',
  'unknown_office',
  'no_round',
  'other_office',
  'other_year',
  'nothing_chosen',
  'beyond_form',
  'changed_meanwhile',
  'nothing_to_undo',
  'kept_by_other',
  'document_used',
  'document_sent',
] as const;
export type ImportRefusalCode =
  | ReportFileErrorCode
  | ImportBarrier
  | RoundBarrier
  | (typeof importRefusals)[number];

/** An import that was not done, with the values that its message names. Nothing has been written. */
export class ImportRefusal extends Error {
  readonly code: ImportRefusalCode;
  readonly params: Record<string, string | number>;
  /** Items that others wrote meanwhile. */
  readonly conflicts: ItemConflict[];

  constructor(
    code: ImportRefusalCode,
    params: Record<string, string | number> = {},
    conflicts: ItemConflict[] = [],
  ) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'ImportRefusal';
    this.code = code;
    this.params = params;
    this.conflicts = conflicts;
  }
}

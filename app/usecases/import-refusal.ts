import type { ImportBarrier } from '#app/domain/import-rule.ts';
import type { ReportFileErrorCode } from '#app/files/report-file-error.server.ts';

/** Why an import is refused, beside what may be wrong with the file itself and what is filed already. */
export const importRefusals = [
  'not_a_report',
  'too_long',
  'beyond_range',
  'unknown_office',
  'no_round',
  'not_taking_part',
  'other_office',
  'other_year',
  'changed_meanwhile',
  'damaged',
] as const;
export type ImportRefusalCode = ReportFileErrorCode | ImportBarrier | (typeof importRefusals)[number];

/** An import that was not done, with the values that its message names. Nothing has been written. */
export class ImportRefusal extends Error {
  readonly code: ImportRefusalCode;
  readonly params: Record<string, string | number>;

  constructor(code: ImportRefusalCode, params: Record<string, string | number>) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'ImportRefusal';
    this.code = code;
    this.params = params;
  }
}

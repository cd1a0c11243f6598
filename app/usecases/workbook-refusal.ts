import type { TemplateMismatch } from '#app/domain/workbook/template-meta.ts';
import type { ReportFileErrorCode } from '#app/files/report-file-error.server.ts';

export type WorkbookRefusalCode =
  | ReportFileErrorCode
  | TemplateMismatch
  | 'damaged'
  | 'has_problems'
  | 'changed_meanwhile'
  | 'nothing_to_restore';

/** A workbook that was not taken, with the values that its message names. Nothing has been written. */
export class WorkbookRefusal extends Error {
  readonly code: WorkbookRefusalCode;
  readonly params: Record<string, string | number>;

  constructor(code: WorkbookRefusalCode, params: Record<string, string | number> = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'WorkbookRefusal';
    this.code = code;
    this.params = params;
  }
}

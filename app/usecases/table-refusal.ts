import type { TemplateMismatch } from '#app/domain/workbook/template-meta.ts';
import type { SubmissionHead } from '#db/queries/submissions.server.ts';
import type { LastStep } from './filing-refusal.ts';

/** Why a table of many offices is not taken, beside what may be wrong with the file itself. */
export type TableRefusalCode =
  | Exclude<TemplateMismatch, 'not_a_template'>
  | 'no_table'
  | 'no_round'
  | 'damaged'
  | 'has_problems'
  | 'changed_meanwhile'
  | 'nothing_to_undo';

/** An office whose submission is no longer what the reviewer saw, and who changed it. */
export interface MovedOffice {
  code: string;
  name: string;
  nameEn: string;
  status: SubmissionHead['status'] | 'not_filed';
  last?: LastStep | undefined;
}

/** A table that was not taken, with the values that its message names. Nothing has been written. */
export class TableRefusal extends Error {
  readonly code: TableRefusalCode;
  readonly params: Record<string, string | number>;
  readonly moved: MovedOffice[];

  constructor(
    code: TableRefusalCode,
    params: Record<string, string | number> = {},
    moved: MovedOffice[] = [],
  ) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'TableRefusal';
    this.code = code;
    this.params = params;
    this.moved = moved;
  }
}

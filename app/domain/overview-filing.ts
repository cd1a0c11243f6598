import { isCompared, type OfficeYear } from './office-year.ts';

/** How far the round has come. `filed` counts submissions that stand before the district: submitted or approved. */
export interface FilingProgress {
  total: number;
  filed: number;
  approved: number;
  submitted: number;
  returned: number;
  draft: number;
  notFiled: number;
  late: number;
}

/** Counts the offices of one year by status; `late` are those that filed after the deadline. */
export function filingProgress(rows: OfficeYear[]): FilingProgress {
  const count = (status: OfficeYear['status']) => rows.filter((row) => row.status === status).length;
  return {
    total: rows.length,
    filed: rows.filter(isCompared).length,
    approved: count('approved'),
    submitted: count('submitted'),
    returned: count('returned'),
    draft: count('draft'),
    notFiled: count('not_filed'),
    late: rows.filter((row) => isCompared(row) && row.late).length,
  };
}

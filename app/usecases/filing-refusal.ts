import type { Role } from '#app/domain/access.ts';
import type { RoundBarrier, StepRefusal } from '#app/domain/filing-steps.ts';
import type { Obstacle } from '#app/domain/report-obstacles.ts';

/** Why a step is refused, beside where the report stands and what the round allows. */
export const filingRefusals = [
  'unknown_office',
  'no_round',
  'changed_meanwhile',
  'framework_changed',
  'nothing_to_send',
  'not_ready',
  'reason_missing',
  'text_too_long',
  'unknown_field',
  'score_out_of_range',
  'unknown_comment',
  'public_report',
] as const;
export type FilingRefusalCode = StepRefusal | RoundBarrier | (typeof filingRefusals)[number];

/** What was done last to the report that a step found changed. */
export interface LastStep {
  /** Null for people of the district, whom an office knows by their role alone. */
  by: string | null;
  role: Role | null;
  /** ISO instant. */
  at: string;
  /** As the audit trail names it. */
  action: string;
}

interface Told {
  last?: LastStep | undefined;
  obstacles?: Obstacle[];
}

/** A step that was not done, with the values its message names. Nothing has been written. */
export class FilingRefusal extends Error {
  readonly code: FilingRefusalCode;
  readonly params: Record<string, string | number>;
  readonly last: LastStep | undefined;
  readonly obstacles: Obstacle[];

  constructor(code: FilingRefusalCode, params: Record<string, string | number> = {}, told: Told = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'FilingRefusal';
    this.code = code;
    this.params = params;
    this.last = told.last;
    this.obstacles = told.obstacles ?? [];
  }
}

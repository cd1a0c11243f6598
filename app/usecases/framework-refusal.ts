import type { RuleTextName } from '#app/domain/rule-texts.ts';

/** Why a framework is not begun, edited or published. */
export const frameworkRefusals = [
  'draft_exists',
  'no_draft',
  'changed_meanwhile',
  'unknown_basis',
  'unknown_node',
  'rule_unreadable',
  'has_problems',
  'unchanged',
  'submitted',
  'round_closed',
] as const;
export type FrameworkRefusalCode = (typeof frameworkRefusals)[number];

/** A change of a framework that was not made. Nothing has been written. */
export class FrameworkRefusal extends Error {
  readonly code: FrameworkRefusalCode;
  readonly params: Record<string, string | number>;
  /** Of a rule, those that cannot be read. */
  readonly fields: RuleTextName[];

  constructor(
    code: FrameworkRefusalCode,
    params: Record<string, string | number> = {},
    fields: RuleTextName[] = [],
  ) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'FrameworkRefusal';
    this.code = code;
    this.params = params;
    this.fields = fields;
  }
}

import type { RuleTextName } from '#app/domain/rule-texts.ts';
import type { FrameworkRefusalCode } from '#app/usecases/framework-refusal.ts';
import type { Verb } from './form-fields.ts';

/** A form that was refused, with everything that was typed. */
export interface RefusedEdit {
  refused: FrameworkRefusalCode;
  params: Record<string, string | number>;
  fields: RuleTextName[];
  verb: Verb;
  texts: [string, string][];
}

import type { RefusedField, RoundEntryRefusal } from '#app/domain/round-entry.ts';

/** Why a round is not opened or changed, beside what may be wrong with what was typed. */
export const roundRefusals = [
  'round_exists',
  'no_round',
  'closed',
  'changed_meanwhile',
  'nobody',
  'framework_in_use',
  'becomes_late',
  'before_round',
  'unknown_office',
  'filed',
  'done_already',
] as const;
export type RoundRefusalCode = (typeof roundRefusals)[number] | RoundEntryRefusal;

export type RefusedRoundField = RefusedField<RoundRefusalCode>;

/** A change of a round that was not made: what is wrong, at which fields, or with the whole. Nothing has been written. */
export class RoundRefusal extends Error {
  readonly refused: RefusedRoundField[];
  readonly whole?: RoundRefusalCode;

  constructor(why: { refused: RefusedRoundField[] } | { whole: RoundRefusalCode }) {
    super(JSON.stringify(why));
    this.name = 'RoundRefusal';
    this.refused = 'refused' in why ? why.refused : [];
    this.whole = 'whole' in why ? why.whole : undefined;
  }
}

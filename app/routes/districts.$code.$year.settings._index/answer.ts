import type { RoundField } from '#app/domain/round-entry.ts';
import type { Translate } from '#app/lib/i18n/instance.ts';
import type { RefusedRoundField, RoundRefusalCode } from '#app/usecases/round-refusal.ts';

/** What is done to a round; also the value of `?done=`, by which the next page says so. */
export const roundIntents = ['open', 'change', 'close', 'reopen', 'extend', 'leave-out', 'take-in'] as const;
export type RoundIntent = (typeof roundIntents)[number];

/** A form that was refused, with everything that was typed. */
export interface RefusedForm {
  intent: RoundIntent;
  refused: RefusedRoundField[];
  whole?: RoundRefusalCode;
  typed: Record<string, string>;
  /** Codes of the offices that were ticked. */
  offices: string[];
}

/** What is wrong at a field of this form, in words. */
export function errorAt(
  answer: RefusedForm | undefined,
  { intents, field, t }: { intents: readonly RoundIntent[]; field: RoundField; t: Translate },
): string | undefined {
  if (!answer || !intents.includes(answer.intent)) return undefined;
  const refusal = answer.refused.find((each) => each.field === field);
  if (!refusal) return undefined;
  return t(`settings.refusal.${refusal.code}`, {
    field: t(`settings.field.${field}`),
    text: answer.typed[field] ?? '',
    ...refusal.params,
  });
}

/** What was typed into this form, if it is the one that was refused. */
export function typedIn(
  answer: RefusedForm | undefined,
  intents: readonly RoundIntent[],
): Record<string, string> | undefined {
  return answer && intents.includes(answer.intent) ? answer.typed : undefined;
}

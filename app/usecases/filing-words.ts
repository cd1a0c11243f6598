import { FilingRefusal } from './filing-refusal.ts';

export const longestReason = 2_000; // characters

/** A reason as it is stored, without the space around it. Throws FilingRefusal for none and for one too long. */
export function reasonOf(text: string): string {
  const reason = text.trim();
  if (reason === '') throw new FilingRefusal('reason_missing');
  if (reason.length > longestReason)
    throw new FilingRefusal('text_too_long', { characters: reason.length, limit: longestReason });
  return reason;
}

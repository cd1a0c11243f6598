import type { ScoreGiven } from '#app/domain/review-scores.ts';
import { FilingRefusal } from '#app/usecases/filing-refusal.ts';
import type { Refused } from './refusal.tsx';

/** The version of the submission on the reader's screen; one that is missing or no number fits none. */
export function seenOf(form: FormData): number {
  return Number(form.get('seen') ?? Number.NaN);
}

export function textOf(form: FormData, name: string): string {
  return String(form.get(name) ?? '');
}

/** Scores and reasons by node; an empty score takes one back. Full-width digits are digits. */
export function scoresOf(form: FormData): Record<string, ScoreGiven> {
  const names = [...form.keys()].filter((name) => name.startsWith('score.'));
  return Object.fromEntries(
    names.map((name) => {
      const node = name.slice('score.'.length);
      const score = textOf(form, name).normalize('NFKC').trim();
      return [node, { score: score === '' ? null : score, reason: textOf(form, `reason.${node}`).trim() }];
    }),
  );
}

/** Everything typed, to be shown again. */
export function typedOf(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
}

/** A refusal as the page tells it, with its status: 404 for what is not there, 409 for what stands elsewhere, 400 for bad input. */
export function refusedOf(error: unknown): { refused: Refused; status: number } {
  if (!(error instanceof FilingRefusal)) throw error;
  const { code, params, last } = error;
  return { refused: { code, params, ...(last && { last }) }, status: statuses[code] ?? 409 };
}

const statuses: Partial<Record<FilingRefusal['code'], number>> = {
  unknown_office: 404,
  no_round: 404,
  wrong_role: 403,
  reason_missing: 400,
  text_too_long: 400,
  unknown_field: 400,
  score_out_of_range: 400,
};

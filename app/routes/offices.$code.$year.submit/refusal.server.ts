import { getT } from '#app/lib/i18n/request.server.ts';
import { saveRefusalText } from '#app/lib/save-refusal.server.ts';
import type { FilingRefusal } from '#app/usecases/filing-refusal.ts';

const badInput = [
  'not_ready',
  'nothing_to_send',
  'reason_missing',
  'text_too_long',
  'public_report',
] as const;

/** Why a step was not done, in the reader's language; where somebody was faster, who and when. */
export function refusalText(refusal: FilingRefusal, request: Request): string {
  const own = badInput.find((code) => code === refusal.code);
  return own ? getT(request)(`filing.refusal.${own}`, refusal.params) : saveRefusalText(refusal, request);
}

/** 409 where the report or the round stands elsewhere, 403 for the wrong role, 400 for what the reader can mend. */
export function statusOf({ code }: FilingRefusal): number {
  if (code === 'wrong_role') return 403;
  return badInput.some((each) => each === code) ? 400 : 409;
}

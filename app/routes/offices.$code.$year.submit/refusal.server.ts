import { filingStates } from '#app/domain/filing-steps.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { lastStepText } from '#app/lib/last-step-text.server.ts';
import { saveRefusalText } from '#app/lib/save-refusal.server.ts';
import type { FilingRefusal } from '#app/usecases/filing-refusal.ts';

const badInput = [
  'not_ready',
  'nothing_to_send',
  'reason_missing',
  'text_too_long',
  'public_report',
] as const;

/** Why a step was not done, in the reader's language; where somebody was faster, what was done, by whom and when. */
export function refusalText(refusal: FilingRefusal, request: Request): string {
  const { code, params, last } = refusal;
  const t = getT(request);
  const own = badInput.find((each) => each === code);
  if (own) return t(`filing.refusal.${own}`, params);
  if (code === 'framework_changed') return t('filing.refusal.framework_changed', params);
  const state = filingStates.find((each) => code === `is_${each}`);
  if (!state && code !== 'changed_meanwhile') return saveRefusalText(refusal, request);
  const stands = state ? t('filing.refusal.stands', { state: t(`form.filing.${state}`) }) : '';
  return [
    t('filing.refusal.undone'),
    stands,
    last ? lastStepText(last, request) : '',
    t('filing.refusal.look'),
  ].join('');
}

/** 409 where the report or the round stands elsewhere, 403 for the wrong role, 400 for what the reader can mend. */
export function statusOf({ code }: FilingRefusal): number {
  if (code === 'wrong_role') return 403;
  return badInput.some((each) => each === code) ? 400 : 409;
}

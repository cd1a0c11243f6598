import { filingStates } from '#app/domain/filing-steps.ts';
import { languageOf } from '#app/lib/i18n/languages.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { saveRefusalText } from '#app/lib/save-refusal.server.ts';
import { timeText } from '#app/lib/time-text.ts';
import type { FilingRefusal, LastStep } from '#app/usecases/filing-refusal.ts';

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
    last ? lastText(last, request) : '',
    t('filing.refusal.look'),
  ].join('');
}

/** An office knows the people of the district by their bureau alone. */
function lastText({ by, at, action }: LastStep, request: Request): string {
  const t = getT(request);
  const done = actions.find((each) => each === action.replace('.', '_')) ?? 'other';
  return t('filing.refusal.last', {
    who: by ?? t(ofOffice.some((each) => each === done) ? 'filing.refusal.office' : 'filing.refusal.bureau'),
    at: timeText(at, languageOf(request)),
    what: t(`filing.refusal.done.${done}`),
  });
}

/** The audit trail's names, with a sign that a catalogue's key may have. */
const ofOffice = [
  'draft_save',
  'draft_finish',
  'draft_take_back',
  'submission_submit',
  'submission_withdraw',
] as const;
const actions = [
  ...ofOffice,
  'submission_return',
  'submission_approve',
  'submission_score',
  'submission_comment',
  'submission_import',
] as const;

/** 409 where the report or the round stands elsewhere, 403 for the wrong role, 400 for what the reader can mend. */
export function statusOf({ code }: FilingRefusal): number {
  if (code === 'wrong_role') return 403;
  return badInput.some((each) => each === code) ? 400 : 409;
}

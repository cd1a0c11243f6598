import type { LastStep } from '#app/usecases/filing-refusal.ts';
import { languageOf } from './i18n/languages.ts';
import { getT } from './i18n/request.server.ts';
import { timeText } from './time-text.ts';

/** What was done last, by whom and when, in the reader's language. An office knows the people of the district by their bureau alone. */
export function lastStepText({ by, at, action }: LastStep, request: Request): string {
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
  'draft_attach',
  'draft_detach',
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
  'submission_table',
  'submission_table_undo',
] as const;

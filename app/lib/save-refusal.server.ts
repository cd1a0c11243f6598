import { filingStates } from '#app/domain/filing-steps.ts';
import type { FilingRefusal } from '#app/usecases/filing-refusal.ts';
import { languageOf } from './i18n/languages.ts';
import { getT } from './i18n/request.server.ts';
import { timeText } from './time-text.ts';

/** Why the form cannot be saved, in the reader's language, with who moved it on and when where that is known. */
export function saveRefusalText({ code, last }: FilingRefusal, request: Request): string {
  const t = getT(request);
  if (code === 'round_closed' || code === 'round_not_open' || code === 'not_taking_part')
    return t(`form.closed.${code}`);
  const state = filingStates.find((one) => code === `is_${one}`);
  if (!state) return t('form.save.meanwhile');
  const who = { by: last?.by ?? '', at: last ? timeText(last.at, languageOf(request)) : '' };
  const text = t(`form.readOnly.${state}`, who);
  return last?.by && state !== 'finished' ? text + t('form.save.lastStep', who) : text;
}

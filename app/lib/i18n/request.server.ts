import type { Translate } from './instance.ts';
import { languageOf } from './languages.ts';
import { i18nOf } from './whole.server.ts';

/** The catalogue in the request's language, for loaders and actions. */
export function getT(request: Request): Translate {
  return i18nOf(languageOf(request)).getFixedT(languageOf(request), 'app');
}

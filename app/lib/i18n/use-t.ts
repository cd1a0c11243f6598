import { useContext } from 'react';
import { I18nContext } from 'react-i18next';
import type { Translate } from './instance.ts';
import type { Language } from './languages.ts';

/**
 * The catalogue in the reader's language, for components. The library's own hook is for instances that change their
 * language or load words later; ours do neither once a page is drawn, and its code would be on every page.
 */
export function useT(): { t: Translate; language: Language } {
  const i18n = useContext(I18nContext)?.i18n;
  if (!i18n) throw new Error('A component was drawn outside the catalogue.');
  return { t: i18n.t, language: i18n.language as Language };
}

import { useTranslation } from 'react-i18next';
import type { Translate } from './instance.ts';
import type { Language } from './languages.ts';

/** The catalogue in the reader's language, for components. */
export function useT(): { t: Translate; language: Language } {
  const { t, i18n } = useTranslation('app');
  return { t, language: i18n.language as Language };
}

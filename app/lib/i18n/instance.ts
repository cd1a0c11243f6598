import { createInstance, type i18n, type TFunction } from 'i18next';
import { en } from './en.ts';
import type { Language } from './languages.ts';
import { zhCN } from './zh-CN.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: { app: typeof zhCN };
  }
}

/** `t('login.title')`, with keys checked by the compiler. */
export type Translate = TFunction<'app'>;

/**
 * The instance of one language. It is made once and never changes its language, so requests in different languages
 * cannot disturb each other.
 */
export function i18nOf(language: Language): i18n {
  const known = instances.get(language);
  if (known) return known;
  const instance = createInstance({
    lng: language,
    ns: ['app'],
    defaultNS: 'app',
    resources: { [language]: { app: language === 'en' ? en : zhCN } },
    interpolation: { escapeValue: false }, // React escapes
    initAsync: false,
    react: { useSuspense: false },
  });
  instance.init();
  instances.set(language, instance);
  return instance;
}

const instances = new Map<Language, i18n>();

import { createInstance, type i18n, type TFunction } from 'i18next';
import type { Language } from './languages.ts';
import type { Shape } from './shape.ts';
import type { zhCN } from './zh-CN.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: { app: typeof zhCN };
  }
}

/** `t('login.title')`, with keys checked by the compiler. */
export type Translate = TFunction<'app'>;

/** A part of the catalogue with a file of its own in each language. */
export type Area = keyof typeof zhCN;

/**
 * The instance of one language, with the areas that were added to it: all on the server, in the browser those of the
 * pages seen. It is made once and never changes its language, so requests in different languages cannot disturb each other.
 */
export function i18nOf(language: Language): i18n {
  const known = instances.get(language);
  if (known) return known;
  const instance = createInstance({
    lng: language,
    ns: ['app'],
    defaultNS: 'app',
    resources: {},
    interpolation: { escapeValue: false }, // React escapes
    initAsync: false,
    react: { useSuspense: false },
  });
  instance.init();
  instances.set(language, instance);
  return instance;
}

/** Adds one area's words to a language. */
export function addArea<A extends Area>(language: Language, area: A, words: Shape<(typeof zhCN)[A]>): void {
  i18nOf(language).addResourceBundle(language, 'app', { [area]: words }, true);
}

const instances = new Map<Language, i18n>();

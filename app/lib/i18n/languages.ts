/** The languages of the interface; the first is the default. */
export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];
export const defaultLanguage: Language = 'zh-CN';
export const languageCookie = 'lang';

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/**
 * The language of one request: the reader's choice in the cookie, else Chinese, unless the browser asks for English and
 * for no Chinese at all.
 */
export function languageOf(request: Request): Language {
  const chosen = cookieValue(request.headers.get('cookie'), languageCookie);
  return isLanguage(chosen) ? chosen : acceptedLanguage(request.headers.get('accept-language'));
}

export function acceptedLanguage(header: string | null): Language {
  const tags = (header ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim());
  if (tags.some((tag) => tag.startsWith('zh'))) return 'zh-CN';
  return tags.some((tag) => tag.startsWith('en')) ? 'en' : defaultLanguage;
}

/** One cookie's value, undefined when it is absent. */
export function cookieValue(header: string | null, name: string): string | undefined {
  const prefix = `${name}=`;
  const pair = (header ?? '').split(';').find((part) => part.trim().startsWith(prefix));
  return pair?.trim().slice(prefix.length);
}

/** A stored name in the reader's language; the Chinese one where no English one is known. */
export function localName(language: Language, named: { name: string; nameEn?: string | null }): string {
  return language === 'en' && named.nameEn ? named.nameEn : named.name;
}

import { type Area, addArea } from './instance.ts';
import { defaultLanguage, isLanguage, type Language } from './languages.ts';

/**
 * Fetches areas of the catalogue in the page's language alone. A page's module awaits it at its top, so that its words
 * are there before it is drawn; on the server they all are already.
 */
export async function needWords(...areas: Area[]): Promise<void> {
  if (import.meta.env.SSR) return;
  const files = import.meta.glob('./catalogue/*/*.ts', { import: 'messages' });
  const language = writtenLanguage();
  await Promise.all(
    areas.map(async (area) => {
      const words = await files[`./catalogue/${language}/${area}.ts`]?.();
      if (words) addArea(language, area, words as never);
    }),
  );
}

/** The language in which the server wrote the page; it changes with a new document only. */
export function writtenLanguage(): Language {
  const written = document.documentElement.lang;
  return isLanguage(written) ? written : defaultLanguage;
}

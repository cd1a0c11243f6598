import type { RelationsText } from '#app/lib/relations-text.ts';
import { defaultUnit } from '#app/lib/search-params.ts';

/** An office's report card of the year, with the money unit kept. */
export function officeHref({ code }: { code: string }, { view, unit }: RelationsText): string {
  const query = unit === defaultUnit ? '' : `?unit=${unit}`;
  return `/offices/${code}/${view.header.year}${query}`;
}

import { type SectionId, sectionIds } from '#app/domain/form/sections.ts';
import type { Selection } from '#app/domain/report-import/chosen-changes.ts';
import { oneOf } from '#app/lib/search-params.ts';

/** Nothing ticked, nothing picked: what a page shows before anybody chose. */
export const everything: Selection = { take: 'all', picks: {} };

/** What the form of the page asks for. Total: what it does not know is left out. */
export function selectionOf(form: FormData): Selection & { ticked: string[] } {
  const ticked = form.getAll('item').map(String);
  const take = String(form.get('take') ?? '');
  const section = oneOf(sectionIds, take.replace(/^section:/, ''));
  return { take: taken(take, section, ticked), picks: picksOf(form), ticked };
}

/** Marks of the items as they were seen. */
export function seenOf(form: FormData): Record<string, string> {
  return prefixed(form, 'seen.');
}

function taken(take: string, section: SectionId | undefined, ticked: string[]): Selection['take'] {
  if (take === 'all') return 'all';
  return section ? { section } : { items: ticked };
}

function picksOf(form: FormData): Record<string, number> {
  const picked = Object.entries(prefixed(form, 'pick.')).filter(([, value]) => /^\d{1,3}$/.test(value));
  return Object.fromEntries(picked.map(([id, value]) => [id, Number(value)]));
}

function prefixed(form: FormData, prefix: string): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      name.startsWith(prefix) && typeof value === 'string'
        ? [[name.slice(prefix.length), value] as const]
        : [],
    ),
  );
}

import { firstCharacters } from './ranking-params.ts';

export const maxViewName = 40;
/** A person's views are listed on every ranking page, so there are not many. */
export const maxOwnViews = 50;

/** Why a view is not saved, renamed or removed. */
export const viewRefusals = ['name_missing', 'name_long', 'name_taken', 'too_many', 'view_gone'] as const;
export type ViewRefusal = (typeof viewRefusals)[number];

/** What is wrong with the name of a view, already trimmed; undefined when nothing is. */
export function viewNameRefusal(name: string): ViewRefusal | undefined {
  if (name === '') return 'name_missing';
  return name === firstCharacters(name, maxViewName) ? undefined : 'name_long';
}

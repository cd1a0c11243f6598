import { useMatches, useRouteLoaderData } from '@remix-run/react';
import type { Language } from '#app/lib/i18n/languages.ts';
import type { Viewer } from './viewer.ts';

/** What a page tells the frame: its loader returns it under the key `frame`. */
export interface FrameData {
  /** The year of the page, as in its address. */
  year?: number;
  /** Years for which the same page exists, any order; the switch leads to them. */
  years?: readonly number[];
  /** The page shows money and follows `?unit=`. */
  units?: boolean;
  /** The district or office that the page is about, when it is not the reader's own place. */
  place?: { name: string; nameEn?: string | null };
}

/** The innermost page's wishes; none on error pages and on pages that have none. */
export function useFrameData(): FrameData {
  const matches = useMatches();
  for (const { data } of [...matches].reverse()) {
    if (data && typeof data === 'object' && 'frame' in data) return data.frame as FrameData;
  }
  return {};
}

/** What the root's loader tells the frame of every page. */
export interface RootData {
  language: Language;
  viewer: Viewer | null;
  /** The installation shows demo data. */
  demo: boolean;
  /** It runs on the embedded database. */
  embedded: boolean;
}

/** Undefined where the root's loader could not run. */
export function useRootData(): RootData | undefined {
  return useRouteLoaderData('root') as RootData | undefined;
}

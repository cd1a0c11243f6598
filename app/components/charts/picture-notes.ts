import type { Translate } from '#app/lib/i18n/instance.ts';

interface PictureFacts {
  /** “单位：%”. */
  unit: string;
  /** How many offices are behind the figures. */
  offices: number;
  /** The day of the newest figure. */
  asOf?: string;
  /** Some of the figures are not approved yet. */
  provisional: boolean;
  /** How to read it, one sentence each. */
  notes?: readonly (string | undefined)[];
}

/** What a chart needs under it once it has left the page: unit, source, day and provisional mark, then how to read it. */
export function pictureNotes(
  { unit, offices, asOf, provisional, notes = [] }: PictureFacts,
  t: Translate,
): string[] {
  const facts = [
    unit,
    t('common.foot.source', { source: t('chart.source', { count: offices }) }),
    asOf && t('common.foot.asOf', { date: asOf }),
    provisional && t('chart.provisionalMark'),
  ];
  return [
    facts.filter(Boolean).join(t('chart.list.semicolon')),
    ...notes.filter((note) => note !== undefined),
  ];
}

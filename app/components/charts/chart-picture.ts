import type { Translate } from '#app/lib/i18n/instance.ts';
import type { Picture } from './save-picture.ts';

/** A chart as it may leave the page: with what it says, and the facts that no picture goes without. */
export interface ChartPicture {
  /** Place, year and measure, in small type over the title. */
  kicker: string;
  /** What the chart says, in one sentence. */
  title: string;
  /** Without its ending. */
  fileName: string;
  /** How many offices are behind the figures. */
  offices: number;
  /** The day of the newest figure. */
  asOf?: string;
  /** Some of the figures are not approved yet. */
  provisional: boolean;
  /** How to read it, one sentence each. */
  notes: readonly (string | undefined)[];
}

/** The picture to save: under the chart stand unit, source, day and provisional mark, then how to read it. */
export function pictureOf(chart: ChartPicture, unit: string, t: Translate): Picture {
  const { kicker, title, fileName, offices, asOf, provisional, notes } = chart;
  const facts = [
    unit,
    t('common.foot.source', { source: t('chart.source', { count: offices }) }),
    asOf && t('common.foot.asOf', { date: asOf }),
    provisional && t('chart.provisionalMark'),
  ];
  return {
    kicker,
    title,
    fileName,
    notes: [
      facts.filter(Boolean).join(t('chart.list.semicolon')),
      ...notes.filter((note) => note !== undefined),
    ],
  };
}

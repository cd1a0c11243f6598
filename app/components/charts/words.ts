import { formatPercent, formatScore } from '#app/domain/figure-text.ts';
import type { OfficeName } from '#app/domain/office-year.ts';
import type { ShownOffice, Standing } from '#app/domain/overview-standing.ts';
import { type UnrankedReason, unrankedReasons } from '#app/domain/ranking.ts';
import type { Decimal } from '#app/domain/submission.ts';
import type { Translate } from '#app/lib/i18n/instance.ts';
import { type Language, localName } from '#app/lib/i18n/languages.ts';
import { readStanding } from './reading.ts';

/** The two measures that offices are set side by side by: execution rate in percent, total score in points. */
export type Measure = 'rates' | 'scores';

export interface Words {
  t: Translate;
  language: Language;
}

const mostNames = 3;

/** “甲、乙、丙等 5 个街道”. */
export function officeNames(offices: Pick<OfficeName, 'name' | 'nameEn'>[], { t, language }: Words): string {
  const names = offices
    .slice(0, mostNames)
    .map((office) => localName(language, office))
    .join(t('chart.list.comma'));
  return offices.length > mostNames ? t('chart.list.more', { names, count: offices.length }) : names;
}

/** A rate with its sign, a score without a unit: the unit stands in the heading or sentence. */
export function figure(measure: Measure, value: Decimal, { language }: Words): string {
  return (measure === 'rates' ? formatPercent(value, language) : formatScore(value, language)) ?? '';
}

/** The sentence over a chart of one measure. */
export function standingTitle(measure: Measure, standing: Standing, words: Words): string {
  const { t } = words;
  const reading = readStanding(standing);
  const show = (value: Decimal) => figure(measure, value, words);
  switch (reading.kind) {
    case 'none':
      return t(`overview.${measure}.none`);
    case 'one':
      return t(`overview.${measure}.one`, {
        office: officeNames([reading.row.office], words),
        value: show(reading.row.value),
      });
    case 'equal':
      return t(`overview.${measure}.equal`, { total: reading.total, value: show(reading.value) });
    case 'spread':
      return t(`overview.${measure}.${reading.worst.length > 1 ? 'lowestTied' : 'lowest'}`, {
        total: reading.total,
        above: reading.above,
        mean: show(reading.mean),
        spread: show(reading.spread),
        worst: officeNames(
          reading.worst.map((row) => row.office),
          words,
        ),
        low: show(reading.low),
      });
  }
}

/** The offices outside the ranking, by reason, in the order of the reasons. */
export function unrankedByReason({
  unranked,
}: Standing): { reason: UnrankedReason; offices: ShownOffice[] }[] {
  return unrankedReasons
    .map((reason) => ({
      reason,
      offices: unranked.filter((entry) => entry.reason === reason).map((entry) => entry.office),
    }))
    .filter(({ offices }) => offices.length > 0);
}

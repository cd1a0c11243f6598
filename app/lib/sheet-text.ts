import type { MoneyUnit } from '#app/domain/figure-text.ts';
import type { SheetCell } from '#app/files/sheet.ts';
import type { Translate } from './i18n/instance.ts';

/** Kinds of figures that have a unit worth naming; other kinds are passed over. */
const unitKinds = ['money', 'rate', 'score'] as const;

/** “单位：万元、%、分”: the units of the figures that are there, money in the unit shown. Empty where there are none. */
export function unitLine(kinds: readonly string[], { t, unit }: { t: Translate; unit: MoneyUnit }): string {
  const units = unitKinds
    .filter((kind) => kinds.includes(kind))
    .map((kind) => (kind === 'money' ? t(`common.unit.${unit}`) : t(`sheet.unit.${kind}`)));
  return units.length > 0 ? t('sheet.unitLine', { units: units.join(t('sheet.unit.join')) }) : '';
}

/** The foot of a printed page: source, day, and whether any figure is provisional. */
export function footLine(
  { source, asOf, provisional }: { source: string; asOf?: string; provisional: boolean },
  t: Translate,
): string {
  const parts = [
    t('common.foot.source', { source }),
    asOf && t('common.foot.asOf', { date: asOf }),
    provisional && t('sheet.provisional'),
  ];
  return parts.filter(Boolean).join('  ');
}

const plainNumber = /^[-+]?\d+(,\d{3})*(\.\d+)?%?$/;

/** A figure where the text is nothing but a number, so that a workbook can go on reckoning with it; else the text. */
export function sheetCell(text: string): SheetCell {
  return plainNumber.test(text) ? { value: text.replace(/[+,%]/g, ''), text } : text;
}

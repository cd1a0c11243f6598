import type { BenchmarkLine } from '#app/domain/benchmark.ts';
import type { Column } from '#app/domain/columns.ts';
import { formatAmount, formatPercent, formatScore, type MoneyUnit } from '#app/domain/figure-text.ts';
import type { Maybe } from '#app/domain/money.ts';
import { signed } from '#app/lib/change-text.ts';
import type { Translate } from '#app/lib/i18n/instance.ts';
import { type Language, localName } from '#app/lib/i18n/languages.ts';
import { columnName } from '#app/lib/ranking-text.ts';
import type { Peer } from '#app/usecases/office-benchmark.server.ts';

/** What the page's parts need to put figures into words. */
export interface BenchmarkText {
  t: Translate;
  language: Language;
  unit: MoneyUnit;
}

/** A figure without its unit, which stands in the heading; undefined where there is none. */
export function valueText(
  value: Maybe,
  { kind }: Pick<Column, 'kind'>,
  { language, unit }: BenchmarkText,
): string | undefined {
  return kind === 'money' ? formatAmount(value, unit, language) : formatScore(value, language);
}

/** A gap with its sign. */
export function gapText(value: Maybe, column: Column, text: BenchmarkText): string | undefined {
  const shown = valueText(value, column, text);
  return shown === undefined ? undefined : signed(shown, value);
}

/** A gap without its sign, for words that say which way it goes. */
export function distanceText(value: Maybe, column: Column, text: BenchmarkText): string {
  return (valueText(value, column, text) ?? '').replace(/^-/, '');
}

/** Name of a figure; scores with their full marks. */
export function figureName({ column }: Pick<BenchmarkLine, 'column'>, text: BenchmarkText): string {
  const name = columnName(column, text);
  if (column.weight === undefined) return name;
  return text.t('benchmark.figures.named', { name, weight: Number(column.weight) });
}

/** Share of the others below, “68.4%”. */
export function shareText(percentile: Maybe, { language }: BenchmarkText): string | undefined {
  return formatPercent(percentile, language, 1);
}

/** What another office goes by: its name, or a code. */
export function peerName({ peer, name }: Peer, { t, language }: BenchmarkText): string {
  if (name) return localName(language, name);
  return [...t('benchmark.peers.codes')][peer - 1] ?? t('benchmark.peers.number', { n: peer });
}

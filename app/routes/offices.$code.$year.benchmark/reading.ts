import { type BenchmarkLine, isBehind } from '#app/domain/benchmark.ts';
import type { LostLine } from '#app/domain/benchmark-losses.ts';
import { formatScore } from '#app/domain/figure-text.ts';
import { compare, subtract } from '#app/domain/money.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { columnName } from '#app/lib/ranking-text.ts';
import type { Comparison } from '#app/usecases/office-benchmark.server.ts';
import type { TrendPoint } from '#app/usecases/office-trend.server.ts';
import { type BenchmarkText, distanceText, shareText, valueText } from './texts.ts';

/** The page in one sentence: total score, rank, share of the others below. */
export function scoreReading({ total }: Comparison, year: number, text: BenchmarkText): string {
  const { t, language } = text;
  if (total?.rank === undefined) return t('benchmark.reading.none', { year });
  const { rank, ranked, percentile } = total;
  const score = formatScore(total.own, language);
  if (percentile === undefined) return t('benchmark.reading.scoreFew', { year, score, rank, ranked });
  const key = total.tied ? 'benchmark.reading.scoreTied' : 'benchmark.reading.score';
  return t(key, { year, score, rank, ranked, percentile: shareText(percentile, text) });
}

export function sizeReading({ size }: Comparison, text: BenchmarkText): string | undefined {
  if (size?.rank === undefined) return undefined;
  return text.t('benchmark.reading.size', {
    amount: valueText(size.own, size.column, text),
    unit: text.t(`common.unit.${text.unit}`),
    rank: size.rank,
    ranked: size.ranked,
  });
}

/** One figure that stands out, in one sentence. */
export function remarkText(line: BenchmarkLine, text: BenchmarkText): string {
  const kind = line.column.kind === 'rate' ? 'rate' : 'score';
  return text.t(`benchmark.remarks.${kind}${isBehind(line) ? 'Below' : 'Above'}`, {
    name: columnName(line.column, text),
    own: valueText(line.own, line.column, text),
    gap: distanceText(line.toMedian, line.column, text),
    rank: line.rank,
    ranked: line.ranked,
  });
}

/** Where the office loses most beyond the median; deepest nodes only, so that the sentence names a cause. */
export function lossReading(losses: LostLine[], text: BenchmarkText): string {
  const { t, language } = text;
  const parents = new Set(losses.map(({ node }) => node.parent));
  const deepest = losses
    .filter(({ node }) => !parents.has(node.code))
    .sort((a, b) => compare(b.beyond ?? b.lost, a.beyond ?? a.lost));
  const worst = deepest[0];
  if (!worst) return t('benchmark.losses.none');
  const said = { node: localName(language, worst.node), lost: formatScore(worst.lost, language) };
  if (worst.beyond === undefined) return t('benchmark.losses.only', said);
  if (compare(worst.beyond, '0') > 0)
    return t('benchmark.losses.most', { ...said, median: formatScore(worst.medianLost, language) });
  const most = deepest.toSorted((a, b) => compare(b.lost, a.lost))[0] ?? worst;
  return t('benchmark.losses.notMore', {
    node: localName(language, most.node),
    lost: formatScore(most.lost, language),
  });
}

/** How many of all figures are below, above and level with the median. */
export function figuresReading({ counts }: Comparison, { t }: BenchmarkText): string {
  const count = counts.below + counts.above + counts.level;
  return count === 0 ? t('benchmark.figures.none') : t('benchmark.figures.title', { count, ...counts });
}

/** One measure of the newest year beside the district's; `show` and `gap` add the unit. */
export function trendReading(
  { year, point }: { year: number; point: TrendPoint },
  { show, gap }: { show(value: string): string; gap(difference: string): string },
  { t }: BenchmarkText,
): string {
  const { own, mean, median } = point;
  if (own === undefined) return t('benchmark.trend.absent', { year });
  if (mean === undefined || median === undefined) return t('benchmark.trend.alone', { year, own: show(own) });
  return t('benchmark.trend.both', { year, own: show(own), mean: against(mean), median: against(median) });

  function against(other: string): string {
    const difference = subtract(own, other) ?? '0';
    const sign = compare(difference, '0');
    if (sign === 0) return t('benchmark.trend.equal');
    return t(`benchmark.trend.${sign > 0 ? 'above' : 'below'}`, { gap: gap(difference.replace('-', '')) });
  }
}

import { biggestMoves } from '#app/components/charts/reading.ts';
import { officeNames, type Words } from '#app/components/charts/words.ts';
import { formatPercent, formatScore } from '#app/domain/figure-text.ts';
import { compare, percent } from '#app/domain/money.ts';
import type { Overview } from '#app/domain/overview.ts';
import { changeKinds, type DistrictChanges, type Since } from '#app/domain/overview-changes.ts';
import type { Composition, CompositionId } from '#app/domain/overview-money.ts';
import type { DimensionLoss } from '#app/domain/overview-reasons.ts';
import type { Standing } from '#app/domain/overview-standing.ts';
import { localName } from '#app/lib/i18n/languages.ts';

/** The category with the most lost points; absent where none was lost or nothing stated. */
export function mostLost(dimensions: DimensionLoss[]): DimensionLoss | undefined {
  return dimensions
    .filter(({ node, lost }) => node.level === 2 && compare(lost, '0') > 0)
    .sort((a, b) => compare(b.lost, a.lost))[0];
}

export function lostTitle(dimensions: DimensionLoss[], { t, language }: Words): string {
  const most = mostLost(dimensions);
  if (!most) return t(dimensions.length === 0 ? 'overview.lost.absent' : 'overview.lost.none');
  return t('overview.lost.most', {
    node: localName(language, most.node),
    lost: formatScore(most.lost, language),
    weight: Number(most.node.weight),
  });
}

export function problemsTitle(
  { problems, progress }: Overview,
  names: Names,
  { t, language }: Words,
): string {
  const most = problems[0];
  if (!most) return t('overview.problems.none');
  return t('overview.problems.most', {
    theme: names[most.theme] ?? most.theme,
    offices: most.offices,
    share: formatPercent(percent(String(most.offices), String(progress.filed)), language, 0),
  });
}

/** What expenditure is made up of, each with last year's share; revenue where no expenditure is stated. */
export function compositionTitle(compositions: readonly Composition[], { t, language }: Words): string {
  const largest = (id: CompositionId) => {
    const parts = compositions.find((each) => each.id === id)?.parts.filter(({ share }) => share) ?? [];
    const first = [...parts].sort((a, b) => compare(b.share, a.share) ?? 0)[0];
    if (!first) return [];
    const [share, last] = [first.share, first.lastShare].map((each) => formatPercent(each, language));
    const part = t(`domain.money.${first.item}`);
    return t(last ? 'overview.composition.partLast' : 'overview.composition.partNow', { part, share, last });
  };
  const spent = [largest('expenditure_source'), largest('expenditure_nature')].flat();
  const parts = spent.length > 0 ? spent : [largest('revenue_source')].flat();
  if (parts.length === 0) return t('overview.composition.absent');
  return t(`overview.composition.${spent.length > 0 ? 'spent' : 'received'}`, {
    parts: parts.join(t('chart.list.comma')),
  });
}

/** Since when, and how many offices of each kind. */
export function changesTitle({ since, kinds, offices }: DistrictChanges, { t }: Words): string {
  const start = t(`overview.changes.from.${since.basis}`, { day: chinaMinute(since) });
  if (offices === 0) return t('overview.changes.none', { start });
  const parts = changeKinds
    .filter((kind) => kinds[kind].count > 0)
    .map((kind) => t(`overview.changes.counted.${kind}`, { count: kinds[kind].count }));
  return t('overview.changes.some', { start, parts: parts.join(t('chart.list.comma')) });
}

/** A visit by its minute in China, anything else by its day. */
function chinaMinute({ basis, from }: Since): string {
  if (basis !== 'visit') return from;
  return new Date(Date.parse(from) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

/** Theme names by slug, in the reader's language. */
export type Names = Record<string, string>;

/** Which offices rose most; the same sentence whatever could not be compared is left out of. */
export function movesTitle({ scores, rates }: Overview, hasLastYear: boolean, words: Words): string {
  const { t } = words;
  const compared = [...scores.rows, ...rates.rows].filter((row) => row.movement !== undefined);
  if (compared.length === 0) return t(hasLastYear ? 'overview.moves.incomparable' : 'overview.moves.absent');
  const [scoreUp, rateUp] = [roseMost(scores, words), roseMost(rates, words)];
  if (scoreUp && rateUp) return t('overview.moves.both', { scoreUp, rateUp });
  if (scoreUp) return t('overview.moves.scores', { scoreUp });
  if (rateUp) return t('overview.moves.rates', { rateUp });
  return t(compared.some((row) => row.movement) ? 'overview.moves.down' : 'overview.moves.unchanged');
}

function roseMost(standing: Standing, words: Words): string | undefined {
  const { up } = biggestMoves(standing, Number.POSITIVE_INFINITY);
  const places = up[0]?.movement;
  if (places === undefined) return undefined;
  const offices = up.filter((row) => row.movement === places).map((row) => row.office);
  return words.t('overview.moves.place', { office: officeNames(offices, words), count: places });
}

import { biggestMoves } from '#app/components/charts/reading.ts';
import { officeNames, type Words } from '#app/components/charts/words.ts';
import { compare, formatPercent, formatScore, percent } from '#app/domain/money.ts';
import type { DimensionLoss, Overview, Standing } from '#app/domain/overview.ts';
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

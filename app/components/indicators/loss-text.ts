import { officeNames, type Words } from '#app/components/charts/words.ts';
import { formatPercent, formatScore } from '#app/domain/figure-text.ts';
import type { FrameworkNode } from '#app/domain/framework.ts';
import { type LossRow, type NodeLoss, shareLost } from '#app/domain/indicator-loss.ts';
import type { Maybe } from '#app/domain/money.ts';
import type { OfficeYear } from '#app/domain/office-year.ts';
import type { UnrankedReason } from '#app/domain/ranking.ts';
import type { ScoreMode } from '#app/domain/scoring.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import type { IndicatorsView } from '#app/usecases/district-indicators.server.ts';
import { shadeOf } from './shade.ts';

/** What page and files need to put the heatmap into words. */
export interface LossText extends Words {
  view: IndicatorsView;
}

/** A cell in words, with the step of its ground: points lost, or that none were stated. */
export function cellOf(lost: Maybe, node: { weight: string }, { view, ...words }: LossText) {
  if (lost === undefined || lost === null)
    return { text: absentText(view.search.mode, words), shade: undefined };
  return { text: formatScore(lost, words.language) ?? '', shade: shadeOf(shareLost(lost, node.weight)) };
}

export function absentText(mode: ScoreMode, { t }: Words): string {
  return t(mode === 'reviewed' ? 'indicators.notReviewed' : 'common.state.notReported');
}

/** Where most points go and who loses most there. */
export function lossSentence({ view, ...words }: LossText): string {
  const { t, language } = words;
  const { most, columns, whole } = view.table;
  if (!most) {
    const stated = columns.some((column) => column.stated > 0) || whole.stated > 0;
    return t(stated ? 'indicators.noneLost' : 'indicators.absent');
  }
  return t('indicators.most', {
    node: localName(language, most.column.node),
    count: most.column.stated,
    losing: most.column.losing,
    mean: formatScore(most.column.mean, language),
    weight: Number(most.column.node.weight),
    share: formatPercent(most.column.share, language, 1),
    offices: officeNames(most.offices, words),
    lost: formatScore(most.lost, language),
  });
}

/** What the total column is about: the total score, or the dimension shown. */
export function wholeName({ view, t, language }: LossText): string {
  const { node } = view.table.whole;
  return node ? localName(language, node) : t('domain.score.total');
}

/** Full marks, with a mark where no source confirms them. */
export function weightText({ weight, verified }: FrameworkNode, { t }: Words): string {
  const points = t('indicators.weight', { weight: Number(weight) });
  return verified ? points : `${points}†`;
}

/** What a reader must know of an office's figures, and why it is not ranked. */
export function noteOf(row: LossRow, { view, ...words }: LossText): string {
  const { t, language } = words;
  const notes = [
    row.reason && reasonText(row.status, row.reason, view.search.mode, words),
    row.provisional && t('indicators.provisional'),
    row.late && row.status !== 'returned' && t('indicators.late'),
    row.parts !== undefined && t('indicators.parts', { lost: formatScore(row.parts, language) }),
  ];
  return notes.filter(Boolean).join(t('chart.list.semicolon'));
}

export function reasonText(
  status: OfficeYear['status'],
  reason: UnrankedReason,
  mode: ScoreMode,
  { t }: Words,
): string {
  if (reason !== 'figure_missing') return t(`indicators.reason.${status === 'draft' ? 'draft' : reason}`);
  return t(mode === 'reviewed' ? 'indicators.reason.notReviewed' : 'indicators.reason.missing');
}

/** Mean, median, who lost, share of the weight: one line each, a text a column; the whole's comes first. */
export function summaryLines(
  text: LossText,
): { id: (typeof summaries)[number]; name: string; cells: string[] }[] {
  const { table } = text.view;
  return summaries.map((id) => ({
    id,
    name: text.t(`indicators.summary.${id}`),
    cells: [table.whole, ...table.columns].map((loss) => summaryText(id, loss, text)),
  }));
}

const summaries = ['mean', 'median', 'losing', 'share'] as const;

function summaryText(id: (typeof summaries)[number], loss: NodeLoss, { t, language }: Words): string {
  if (loss.stated === 0) return t('common.state.notApplicable');
  if (id === 'losing') return t('indicators.of', { count: loss.losing, total: loss.stated });
  if (id === 'share') return formatPercent(loss.share, language, 1) ?? t('common.state.notApplicable');
  return formatScore(loss[id], language) ?? '';
}

/** How the figures came about, one sentence each. */
export function lossNotes(text: LossText): string[] {
  const { view, t } = text;
  const { table, search } = view;
  return [
    t('indicators.rule.lost', { whole: wholeName(text) }),
    t(`indicators.rule.${search.mode}`, table.kinds),
    t('indicators.rule.summary'),
    table.without > 0 && t('indicators.rule.without', { count: table.without }),
    table.columns.some(({ node }) => !node.verified) && t('indicators.rule.unverified'),
    [...table.ranked, ...table.unranked].some(({ parts }) => parts !== undefined) &&
      t('indicators.rule.parts', { whole: wholeName(text) }),
    view.header.provisional && t('indicators.rule.provisional'),
  ].filter((note) => typeof note === 'string');
}

/** In which order the rows stand. */
export function orderText(text: LossText): string {
  const { view, t, language } = text;
  const { column, descending } = view.search.sort;
  const node = view.table.columns.find((each) => each.node.code === column)?.node;
  if (column === 'office') return t(`indicators.order.${descending ? 'nameReversed' : 'name'}`);
  if (column === 'rank') return t(`indicators.order.${descending ? 'rankReversed' : 'rank'}`);
  const name = node ? localName(language, node) : column === 'total' ? wholeName(text) : column;
  return t(`indicators.order.${descending ? 'most' : 'least'}`, { name });
}

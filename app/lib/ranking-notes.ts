import { type SummaryRow, summaryKinds } from '#app/domain/ranking-summary.ts';
import type { RankingRow } from '#app/domain/ranking-table.ts';
import { isReadIn } from '#app/domain/submission.ts';
import { isAboveFull, isBarred } from './cell-text.ts';
import { columnName, type RankingText } from './ranking-text.ts';

/** The note beside an office: why it is not ranked, and what a reader must know of its figures. */
export function noteText(row: RankingRow, text: RankingText): string {
  const { t } = text;
  const notes = [reasonText(row, text), missingText(row, text), ...aboveFull(row, text), ...marks(row, text)];
  return notes.filter(Boolean).join(t('ranking.mark.join'));
}

/** What the summary rows are over, said once, beside the first. */
export function summaryNote({ kind }: SummaryRow, { t, view }: RankingText): string {
  return kind === summaryKinds[0] ? t('ranking.summary.basis', { count: view.table.ranked.length }) : '';
}

/** A movement in words, for those who do not see the arrow. */
export function movementLabel({ rank, movement }: RankingRow, { t, hasLastYear }: RankingText): string {
  if (movement === undefined)
    return t(rank !== undefined && hasLastYear ? 'ranking.movement.freshLabel' : 'ranking.movement.none');
  if (movement === 0) return t('ranking.movement.same');
  return t(movement > 0 ? 'ranking.movement.up' : 'ranking.movement.down', { count: Math.abs(movement) });
}

/** Why an office is not ranked; undefined for one that is. */
export function unrankedReason(row: RankingRow, text: RankingText): string | undefined {
  return row.reason === undefined ? undefined : (reasonText(row, text) ?? missingText(row, text));
}

/** Undefined where what is missing says it all. */
function reasonText(row: RankingRow, text: RankingText): string | undefined {
  const { t, rankedBy, mode } = text;
  if (row.reason === undefined) return undefined;
  if (row.reason !== 'figure_missing')
    return t(`ranking.reason.${row.status === 'draft' ? 'draft' : row.reason}`);
  if (rankedBy.kind === 'score' && mode === 'reviewed') return t('ranking.reason.notReviewed');
  if (rankedBy.id !== 'execution_rate')
    return t('ranking.reason.missing', { fields: columnName(rankedBy, text) });
  return missingText(row, text)
    ? undefined
    : t('ranking.reason.noBase', { column: columnName(rankedBy, text) });
}

/** Which figure would have to be stated for the execution rate. */
function missingText({ missing }: RankingRow, text: RankingText): string | undefined {
  if (!missing || missing.length === 0) return undefined;
  const { t } = text;
  return t('ranking.reason.missingInputs', {
    fields: missing.map((item) => t(`domain.money.${item}`)).join(t('ranking.names.join')),
    column: t('domain.rate.execution_rate'),
  });
}

function aboveFull(row: RankingRow, text: RankingText): string[] {
  return text.view.table.columns
    .filter((column) => isBarred(column) && isAboveFull(row.cells[column.id]))
    .map((column) => text.t('ranking.mark.above100', { column: columnName(column, text) }));
}

function marks(row: RankingRow, text: RankingText): (string | false)[] {
  const { t, mode, view } = text;
  const mixed = view.table.district.scores.self > 0 && view.table.district.scores.reviewed > 0;
  return [
    row.tied === true && t('ranking.mark.tied'),
    row.provisional && t('ranking.mark.provisional'),
    mode === 'counting' &&
      mixed &&
      row.scoreKind === 'self' &&
      !row.provisional &&
      t('ranking.mark.selfScore'),
    row.late && t('ranking.mark.late'),
    row.origin !== undefined && isReadIn(row.origin) && t(`domain.origin.${row.origin}`),
    (row.origin === 'invented' || row.office.invented) && t('domain.origin.invented'),
  ];
}

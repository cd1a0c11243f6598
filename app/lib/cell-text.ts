import type { Column } from '#app/domain/columns.ts';
import { formatAmount, formatScore, type MoneyUnit } from '#app/domain/figure-text.ts';
import { type Band, bands } from '#app/domain/ranking-position.ts';
import type { SummaryRow } from '#app/domain/ranking-summary.ts';
import type { RankingRow } from '#app/domain/ranking-table.ts';
import { type Grade, grades, type ScoreMode } from '#app/domain/scoring.ts';
import type { Decimal } from '#app/domain/submission.ts';
import type { Translate } from './i18n/instance.ts';
import type { Language } from './i18n/languages.ts';
import { statusText } from './status-text.ts';

/** The texts of the ranking table's cells. Page and file both print these, so they cannot disagree. */
export interface CellContext {
  language: Language;
  unit: MoneyUnit;
  mode: ScoreMode;
  /** Somebody had a rank last year, so that an office without one is new. */
  hasLastYear: boolean;
  /** Names of the peer groups, by position. */
  groupNames: Map<number, string>;
  words: CellWords;
}

/** An office's cell in one column. Units stand in the heading; what was not stated says so and is never 0. */
export function cellText(row: RankingRow, column: Column, context: CellContext): string {
  const { words } = context;
  switch (column.kind) {
    case 'rank':
      return row.rank?.toString() ?? words.notApplicable;
    case 'group_rank':
      return row.groupRank?.rank.toString() ?? words.notApplicable;
    case 'position':
      return positionText(row, words);
    case 'group':
      return (row.group !== undefined && context.groupNames.get(row.group)) || words.noGroup;
    case 'movement':
      return movementText(row, context);
    case 'status':
      return words.status[row.status];
    case 'grade':
      return gradeText(row.cells[column.id], words);
    default: {
      const value = row.cells[column.id];
      if (value === undefined) return absentText(row, column, context);
      return column.kind === 'date' || column.kind === 'count' ? value : figureText(value, column, context);
    }
  }
}

/** A total, mean, median or count. Empty under columns that hold no figures; not applicable where there is nothing to add up. */
export function summaryText(row: SummaryRow, column: Column, context: CellContext): string {
  if (!column.measured) return '';
  const value = row.cells[column.id];
  if (value === undefined) return context.words.notApplicable;
  const whole = row.kind === 'count' || (column.kind === 'count' && row.kind === 'total');
  return whole ? value : figureText(value, column, context);
}

/** A figure without its unit: money in the unit shown, rates in percent and scores in points with two decimals. */
export function figureText(value: Decimal, column: Column, { language, unit }: CellContext): string {
  const shown = column.kind === 'money' ? formatAmount(value, unit, language) : formatScore(value, language);
  return shown ?? '';
}

/** Whether a rate runs from 0 to 100 and is drawn as a bar; changes on last year may be below 0. */
export function isBarred(column: Column): boolean {
  return column.kind === 'rate' && !column.id.endsWith('_change');
}

/** Whether a rate is above 100 %, so that its bar is cut. */
export function isAboveFull(rate: Decimal | undefined): boolean {
  return Number(rate) > 100;
}

/** Where an office stands among the others, such as “前四分之一，高于85.7%”. */
export function positionText({ position }: RankingRow, words: CellWords): string {
  if (!position) return words.notApplicable;
  const above = words.above(position.above);
  return position.band ? words.inBand(words.band[position.band], above) : above;
}

function movementText({ rank, movement }: RankingRow, { hasLastYear, words }: CellContext): string {
  if (movement === undefined) return rank !== undefined && hasLastYear ? words.fresh : words.notApplicable;
  if (movement === 0) return words.unchanged;
  return movement > 0 ? `▲ ${movement}` : `▼ ${-movement}`;
}

function gradeText(grade: string | undefined, words: CellWords): string {
  return grade === undefined ? words.notApplicable : words.grade[grade as Grade];
}

function absentText({ status }: RankingRow, column: Column, { mode, words }: CellContext): string {
  const compared = status === 'submitted' || status === 'approved';
  if (
    status === 'returned' ||
    (!compared && column.kind !== 'score' && column.kind !== 'rate' && column.kind !== 'money')
  )
    return words.notApplicable;
  return compared && column.kind === 'score' && mode === 'reviewed' ? words.notReviewed : words.notReported;
}

export interface CellWords {
  notReported: string;
  notApplicable: string;
  notReviewed: string;
  fresh: string;
  unchanged: string;
  noGroup: string;
  band: Record<Band, string>;
  above(percent: Decimal): string;
  inBand(band: string, above: string): string;
  status: Record<RankingRow['status'], string>;
  grade: Record<Grade, string>;
}

const known = new Map<Language, CellWords>();

/** Looked up once a language: a page has hundreds of cells. */
export function cellWords(t: Translate, language: Language): CellWords {
  const found = known.get(language);
  if (found) return found;
  const words: CellWords = {
    notReported: t('common.state.notReported'),
    notApplicable: t('common.state.notApplicable'),
    notReviewed: t('ranking.notReviewed'),
    fresh: t('ranking.movement.fresh'),
    unchanged: t('common.change.none'),
    noGroup: t('ranking.group.none'),
    band: fromEntries(bands, (band) => t(`ranking.position.${band}`)),
    above: (percent) => t('ranking.position.above', { percent }),
    inBand: (band, above) => t('ranking.position.inBand', { band, above }),
    status: fromEntries(['draft', 'submitted', 'returned', 'approved', 'not_filed'] as const, (status) =>
      statusText(status, t),
    ),
    grade: fromEntries(grades, (grade) => t(`domain.grade.${grade}`)),
  };
  known.set(language, words);
  return words;
}

function fromEntries<K extends string>(keys: readonly K[], text: (key: K) => string): Record<K, string> {
  return Object.fromEntries(keys.map((key) => [key, text(key)])) as Record<K, string>;
}

import type { Column } from '#app/domain/columns.ts';
import { type ComparisonSearch, encodeComparisonSearch } from '#app/domain/comparison-search.ts';
import { formatAmount, formatScore } from '#app/domain/figure-text.ts';
import type { Duel, Lead } from '#app/domain/head-to-head.ts';
import { compare, subtract } from '#app/domain/money.ts';
import type { ComparisonCell, ComparisonLine } from '#app/domain/office-comparison.ts';
import { isCompared, type OfficeName } from '#app/domain/office-year.ts';
import type { RankingRow } from '#app/domain/ranking-table.ts';
import type { Decimal } from '#app/domain/submission.ts';
import type { Comparison, ComparisonView } from '#app/usecases/compare-offices.server.ts';
import { type CellContext, cellText, cellWords, figureText } from './cell-text.ts';
import { signed, signedPoints } from './change-text.ts';
import type { Translate } from './i18n/instance.ts';
import { type Language, localName } from './i18n/languages.ts';
import { columnName, columnUnit, groupNamesOf } from './ranking-text.ts';
import { defaultUnit } from './search-params.ts';

/** What page and files need to put a comparison into words. */
export interface ComparisonText extends CellContext {
  t: Translate;
  view: ComparisonView;
}

export function comparisonText(view: ComparisonView, t: Translate, language: Language): ComparisonText {
  const { unit, hasLastYear, search } = view;
  const groupNames = groupNamesOf(view.peerGroups, language);
  const words = cellWords(t, language);
  return { t, view, language, unit, hasLastYear, groupNames, mode: search.mode, words };
}

/** The comparison's address with another choice; `file` is the ending of a file. */
export function comparisonHref(
  { district, header, search, unit }: ComparisonView,
  changes: Partial<ComparisonSearch>,
  file = '',
): string {
  const others = new URLSearchParams(unit === defaultUnit ? {} : { unit });
  const query = encodeComparisonSearch({ ...search, ...changes }, others)
    .toString()
    .replaceAll('%2C', ',');
  const path = `/districts/${district.code}/${header.year}/compare${file}`;
  return query ? `${path}?${query}` : path;
}

export function placeText({ t, view, language }: ComparisonText): string {
  return t('compare.place', { district: localName(language, view.district), year: view.header.year });
}

export function namesOf(offices: OfficeName[], { t, language }: Pick<ComparisonText, 't' | 'language'>) {
  return offices.map((office) => localName(language, office)).join(t('compare.join'));
}

/** Name and unit of a row, such as “总分（100分）”. */
export function lineName(column: Column, text: ComparisonText): string {
  const name = columnName(column, text);
  const unit = columnUnit(column, text);
  return unit === undefined ? name : text.t('ranking.withUnit', { name, unit });
}

/** An office's figure as the ranking shows it; offices that are not compared have none. */
export function valueText(row: RankingRow, { column }: ComparisonLine, text: ComparisonText): string {
  const standing = column.kind === 'status' || column.kind === 'date';
  return isCompared(row) || standing ? cellText(row, column, text) : text.words.notApplicable;
}

/** The difference with its sign; undefined where none is worked out. */
export function differenceText(
  { difference }: ComparisonCell,
  column: Column,
  { language, unit }: ComparisonText,
): string | undefined {
  if (difference === undefined) return undefined;
  const whole = column.kind === 'rank' || column.kind === 'count';
  const shown =
    column.kind === 'money' ? formatAmount(difference, unit, language) : formatScore(difference, language);
  return signed(whole ? difference : (shown ?? ''), difference);
}

/** Mean or median of the district. */
export function districtText(
  value: Decimal | undefined,
  { column }: ComparisonLine,
  text: ComparisonText,
): string {
  if (!column.measured) return '';
  return value === undefined ? text.words.notApplicable : figureText(value, column, text);
}

/** Why an office is not compared; undefined for one that is. */
export function reasonText({ status }: RankingRow, { t }: ComparisonText): string | undefined {
  if (status === 'submitted' || status === 'approved') return undefined;
  return t('compare.table.notCompared', { reason: t(`compare.reason.${status}`) });
}

/** What the comparison comes to, in one sentence. */
export function headline(comparison: Comparison, text: ComparisonText): string {
  const { t } = text;
  const comparable = comparison.chosen.filter(isCompared);
  const [only] = comparable;
  if (!only) return t('compare.tooFew.none');
  if (comparison.duel) return duelText(comparison.duel, text);
  if (comparable.length === 1)
    return t('compare.tooFew.one', { office: localName(text.language, only.office) });
  if (comparison.leads.length === 0) return t('compare.lead.none');
  return comparison.leads.map((lead) => leadText(lead, text)).join(t('compare.semicolon'));
}

function duelText(duel: Duel, text: ComparisonText): string {
  const { t, language } = text;
  const said = {
    other: localName(language, duel.other),
    base: localName(language, duel.base),
    comparable: duel.comparable,
    larger: duel.larger,
    smaller: duel.smaller,
    equal: duel.equal,
  };
  const parts = [
    t(duel.comparable === 0 ? 'compare.duel.none' : 'compare.duel.count', said),
    scoreText(duel, text),
    wayText('rate', duel.rate, text),
  ];
  return parts.filter(Boolean).join(t('compare.semicolon'));
}

function scoreText({ score, sources }: Duel, text: ComparisonText): string | undefined {
  const { t, language } = text;
  const said = wayText('score', score, text);
  if (said === undefined || sources.length === 0) return said;
  const list = sources.map(({ node, difference }) =>
    t('compare.duel.source', {
      node: localName(language, node),
      value: signedPoints(difference, language),
    }),
  );
  return said + t('compare.duel.sources', { list: list.join(t('compare.join')) });
}

function wayText(measure: 'score' | 'rate', value: Decimal | undefined, { t, language }: ComparisonText) {
  if (value === undefined) return undefined;
  const way = compare(value, '0');
  const size = way < 0 ? subtract('0', value) : value;
  return t(`compare.duel.${measure}${way === 0 ? 'Same' : way > 0 ? 'Up' : 'Down'}`, {
    value: formatScore(size, language),
  });
}

function leadText({ column, offices, value, of }: Lead, text: ComparisonText): string {
  const { t } = text;
  const shown = { value: figureText(value, column, text), unit: t(`common.unit.${text.unit}`) };
  const kind = column.kind === 'money' || column.kind === 'rate' ? column.kind : 'score';
  const said = {
    measure: columnName(column, text),
    offices: namesOf(offices, text),
    value: t(`ranking.value.${kind}`, shown),
  };
  if (offices.length === of) return t('compare.lead.equal', said);
  const how = offices.length > 1 ? 'shared' : 'alone';
  // More money is more, not better.
  if (column.kind !== 'money') return t(`compare.lead.${how}`, said);
  return t(how === 'shared' ? 'compare.lead.largestShared' : 'compare.lead.largestAlone', said);
}

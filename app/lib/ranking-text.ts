import type { Column } from '#app/domain/columns.ts';
import type { OfficeName } from '#app/domain/office-year.ts';
import type { PeerGroup } from '#app/domain/peer-group.ts';
import type { SortKey } from '#app/domain/ranking-params.ts';
import { officeColumn } from '#app/domain/ranking-search.ts';
import type { Decimal, MoneyItem, RateItem } from '#app/domain/submission.ts';
import type { RankingView } from '#app/usecases/district-ranking.server.ts';
import { type CellContext, cellWords, figureText, isBarred } from './cell-text.ts';
import type { Translate } from './i18n/instance.ts';
import { type Language, localName } from './i18n/languages.ts';

/** What page and file need to put the ranking into words. */
export interface RankingText extends CellContext {
  t: Translate;
  view: RankingView;
  /** The column that ranks. */
  rankedBy: Column;
}

const namesShown = 3;

export function rankingText(view: RankingView, t: Translate, language: Language): RankingText {
  const { table, columns, search, unit } = view;
  const rankedBy = columns.find(({ id }) => id === table.rankedBy);
  if (!rankedBy) throw new RangeError(`ranked by an unknown column: "${table.rankedBy}"`);
  const hasLastYear = table.district.rankedLastYear > 0;
  const groupNames = groupNamesOf(view.peerGroups, language);
  const words = cellWords(t, language);
  return { t, view, rankedBy, language, unit, mode: search.mode, hasLastYear, groupNames, words };
}

/** Names of the peer groups by their positions. */
export function groupNamesOf(groups: readonly PeerGroup[], language: Language): Map<number, string> {
  return new Map(groups.map((group) => [group.position, localName(language, group)]));
}

/** A column's name; those of scores come from the framework. */
export function columnName(column: Column, { t, language }: Pick<RankingText, 't' | 'language'>): string {
  if (column.name) return language === 'en' ? column.name.en : column.name.zh;
  if (column.kind === 'money') return t(`domain.money.${column.id as MoneyItem}`);
  if (column.kind === 'rate') return t(`domain.rate.${column.id.replace('rate:', '') as RateItem}`);
  return t(`ranking.column.${column.id as OwnColumn}`);
}

/** What stands behind the name in a heading: the unit, full marks for scores. */
export function columnUnit(column: Column, { t, unit }: Pick<RankingText, 't' | 'unit'>): string | undefined {
  if (column.kind === 'score') return t('ranking.unit.score', { weight: Number(column.weight) });
  if (column.kind === 'money') return t(`common.unit.${unit}`);
  if (column.kind === 'rate') return t('ranking.unit.rate');
  if (column.kind === 'count') return t('ranking.unit.count');
  return undefined;
}

/** Name and unit in one line, such as “总分（100分）”. */
export function nameWithUnit(column: Column, text: RankingText): string {
  const name = columnName(column, text);
  const unit = columnUnit(column, text);
  return unit === undefined ? name : text.t('ranking.withUnit', { name, unit });
}

/** Group, name and unit in one line, such as “得分·总分（100分）”. */
export function headingText(column: Column, text: RankingText): string {
  const group = text.t(`ranking.columnGroup.${column.group}`);
  return text.t('ranking.heading', { group, name: nameWithUnit(column, text) });
}

/** The sentence that says what the table shows: who is first, who is last, how many are not ranked. */
export function headline(text: RankingText): string {
  const { t, view, rankedBy } = text;
  const { ranked, unranked, first, last } = view.table.district;
  const said = {
    rule: columnName(rankedBy, text),
    unranked:
      unranked > 0 ? t('ranking.headline.unranked', { count: unranked }) : t('ranking.headline.allRanked'),
    value: valueText(first.value, text),
  };
  if (ranked === 0) return t('ranking.headline.none', said);
  if (ranked === 1) return t('ranking.headline.only', { ...said, office: names(first.offices, text) });
  if (first.offices.length === ranked) return t('ranking.headline.equal', { ...said, count: ranked });
  return t('ranking.headline.some', {
    ...said,
    first: t(first.offices.length > 1 ? 'ranking.headline.firstTied' : 'ranking.headline.first', {
      offices: names(first.offices, text),
      value: said.value,
    }),
    last: t('ranking.headline.last', {
      offices: names(last.offices, text),
      value: valueText(last.value, text),
    }),
  });
}

/** The rule of the rank. */
export function ruleText(text: RankingText): string {
  const { t, view, rankedBy } = text;
  return t('ranking.rule.rank', { rule: columnName(rankedBy, text), count: view.table.district.ranked });
}

/** By what the rows are sorted. */
export function orderText(text: RankingText): string {
  const { t, view } = text;
  const keys = view.search.sort.map((key) => sortKeyText(key, text));
  return t('ranking.rule.order', { keys: keys.join(t('ranking.rule.thenBy')) });
}

/** One sort key in words; the office is sorted by its name. */
export function orderOf({ column: id, descending }: SortKey, column: string, { t }: RankingText): string {
  const direction = descending ? 'descending' : 'ascending';
  return t('ranking.rule.key', {
    column,
    direction: t(id === officeColumn ? `ranking.rule.name.${direction}` : `ranking.rule.${direction}`),
  });
}

/** Which score counts, and how many offices have which. */
export function basisText({ t, view }: RankingText): string {
  return t(`ranking.rule.${view.search.mode}`, view.table.district.scores);
}

/** What the reader must know to read movements and bars. */
export function readingNotes(text: RankingText): string[] {
  const { t, view } = text;
  const { table, header } = view;
  const moves = table.columns.some(({ kind }) => kind === 'movement');
  const notes: string[] = [];
  if (moves) notes.push(t(text.hasLastYear ? 'ranking.rule.movement' : 'ranking.rule.noLastYear'));
  if (moves && header.frameworkChanged) notes.push(t('ranking.rule.frameworkChanged'));
  const kinds = new Set(table.columns.map(({ kind }) => kind));
  if (kinds.has('position')) notes.push(t('ranking.rule.position'));
  if (kinds.has('group_rank')) notes.push(t('ranking.rule.groupRank'));
  if (view.search.shaded.length > 0) notes.push(t('ranking.rule.shade'));
  return notes;
}

/** That only the first and last are shown; undefined when all are. */
export function cutText({ t, view }: RankingText): string | undefined {
  const { cut } = view.table;
  if (!cut) return undefined;
  const which = cut.top === undefined ? 'bottom' : cut.bottom === undefined ? 'top' : 'both';
  return t(`ranking.cut.${which}`, { ...cut });
}

/** That the address names columns which this year does not have; undefined when it has them all. */
export function unknownText({ t, view }: RankingText): string | undefined {
  const count = view.unknownColumns.length;
  return count > 0 ? t('ranking.unknown', { count }) : undefined;
}

/** Whether a rate has a bar: where the ground is shaded already, a bar on it would not be seen. */
export function drawsBar(column: Column, { view }: Pick<RankingText, 'view'>): boolean {
  return isBarred(column) && !view.search.shaded.includes(column.id);
}

/** How to read the bars; undefined where none are drawn. */
export function barNote({ t, view }: RankingText): string | undefined {
  const { executionTarget: target } = view.header;
  const barred = view.table.columns.filter((column) => drawsBar(column, { view }));
  if (barred.length === 0) return undefined;
  return target !== undefined && barred.some(({ id }) => id === 'execution_rate')
    ? t('ranking.rule.target', { target: Number(target) })
    : t('ranking.rule.scale');
}

/** That figures of the offices shown are not approved yet; undefined when all are. */
export function provisionalText({ t, view }: RankingText): string | undefined {
  const count = view.table.ranked.concat(view.table.unranked).filter((row) => row.provisional).length;
  return count > 0 ? t('ranking.provisional', { count }) : undefined;
}

export function sourceText({ t, view, language }: RankingText): string {
  const { year, framework } = view.header;
  return t('ranking.source', { year, framework: localName(language, framework), version: framework.version });
}

export function districtName({ view, language }: Pick<RankingText, 'view' | 'language'>): string {
  return localName(language, view.district);
}

/** How many of the district's offices are shown. */
export function shownText({ t, view }: RankingText): string {
  return t('ranking.filter.shown', view.table.offices);
}

type OwnColumn = keyof typeof import('./i18n/catalogue/zh-CN/ranking.ts').messages.column;

function sortKeyText(key: SortKey, text: RankingText): string {
  const column = text.view.columns.find((known) => known.id === key.column);
  return orderOf(key, column ? columnName(column, text) : text.t('ranking.office'), text);
}

function names(offices: OfficeName[], { t, language }: RankingText): string {
  const shown = offices.slice(0, namesShown).map((office) => localName(language, office));
  const joined = shown.join(t('ranking.names.join'));
  return offices.length > namesShown
    ? t('ranking.names.more', { names: joined, count: offices.length })
    : joined;
}

function valueText(value: Decimal | undefined, text: RankingText): string {
  if (value === undefined) return '';
  const { t, rankedBy, unit } = text;
  const shown = { value: figureText(value, rankedBy, text), unit: t(`common.unit.${unit}`) };
  if (rankedBy.kind === 'money') return t('ranking.value.money', shown);
  return t(rankedBy.kind === 'rate' ? 'ranking.value.rate' : 'ranking.value.score', shown);
}

import { cellText, summaryText } from './cell-text.ts';
import { localName } from './i18n/languages.ts';
import { noteText, summaryNote, unrankedHeading } from './ranking-notes.ts';
import {
  basisText,
  districtName,
  headingText,
  headline,
  orderText,
  provisionalText,
  type RankingText,
  readingNotes,
  ruleText,
  shownText,
  sourceText,
} from './ranking-text.ts';

/**
 * The ranking as rows of text, cell for cell what the page shows: heading, ranked offices, unranked offices under their
 * own heading, summaries. The remarks stand last, after an empty row, so that the heading is the file's first line and
 * a spreadsheet filters and sorts it as it is.
 */
export function rankingSheet(text: RankingText): string[][] {
  const { t, view } = text;
  const { columns, ranked, unranked, summary } = view.table;
  const office = (row: (typeof ranked)[number]) => [
    localName(text.language, row.office),
    ...columns.map((column) => cellText(row, column, text)),
    noteText(row, text),
  ];
  return [
    [t('ranking.office'), ...columns.map((column) => headingText(column, text)), t('ranking.note')],
    ...ranked.map(office),
    ...(unranked.length > 0 ? [[unrankedHeading(text)]] : []),
    ...unranked.map(office),
    ...(ranked.length > 0 ? summary : []).map((row) => [
      t(`ranking.summary.${row.kind}`),
      ...columns.map((column) => summaryText(row, column, text)),
      summaryNote(row, text),
    ]),
    [],
    ...remarks(text).map((remark) => [remark]),
  ];
}

/** Title, rule, basis, source, day and standing of the figures. */
function remarks(text: RankingText): string[] {
  const { t, view } = text;
  const lines = [
    t('ranking.place', { district: districtName(text), year: view.header.year }),
    headline(text),
    ruleText(text),
    basisText(text),
    orderText(text),
    ...readingNotes(text),
    t('common.foot.source', { source: sourceText(text) }),
    view.header.asOf && t('common.foot.asOf', { date: view.header.asOf }),
    provisionalText(text),
    shownText(text),
  ];
  return lines.filter((line): line is string => Boolean(line));
}

import { formatPercent } from '#app/domain/figure-text.ts';
import type { DetailRow } from '#app/domain/indicator-detail.ts';
import type { Maybe } from '#app/domain/money.ts';
import type { Sheet, SheetCell, SheetRow } from '#app/files/sheet.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import {
  columnsShown,
  type DetailText,
  detailNotes,
  detailSentence,
  doubts,
  findingText,
  marksOf,
  measuresOf,
  namesOf,
  points,
  reasonsOf,
  unstatedGroups,
} from './detail-text.ts';

/** One indicator's offices as a file, in the groups of the page; there the offices without a loss are folded away. */
export function detailSheet(text: DetailText): Sheet {
  const { t, view, language } = text;
  const { detail, header, district } = view;
  const columns = columnsOf(text);
  const title = [...detail.path, detail.node].map((node) => localName(language, node));
  return {
    name: t('indicators.heading'),
    title: `${t('indicators.place', { district: localName(language, district), year: header.year })}${t('indicators.pathJoin')}${title.join(t('indicators.pathJoin'))}`,
    unitLine: t('indicators.unit'),
    head: [columns.map(({ heading }) => ({ text: heading }))],
    columns: columns.map(({ cell: _, ...column }) => column),
    rows: [
      ...groupRows(t('indicators.detail.losing', { count: detail.losing.length }), detail.losing, text),
      ...groupRows(t('indicators.detail.doubtful', { count: detail.doubtful.length }), detail.doubtful, text),
      ...groupRows(t('indicators.detail.clean', { count: detail.clean.length }), detail.clean, text),
    ],
    notes: [
      detailSentence(text),
      ...unstatedGroups(text).map(
        ({ reason, offices }) => namesOf(offices, text) + t('chart.colon') + reason,
      ),
      ...detailNotes(text),
      t('common.foot.source', { source: t('chart.source', { count: detail.loss.stated }) }),
      ...(header.asOf ? [t('common.foot.asOf', { date: header.asOf })] : []),
    ],
    frozen: 1,
  };
}

interface DetailColumn {
  heading: string;
  width: number;
  decimals?: number;
  wrap?: boolean;
  cell: (row: DetailRow) => SheetCell;
}

function columnsOf(text: DetailText): DetailColumn[] {
  const { t, view, language } = text;
  const shown = columnsShown(view.detail);
  const score = (heading: string, pick: (row: DetailRow) => Maybe): DetailColumn => ({
    heading,
    width: 9,
    decimals: 2,
    cell: (row) => figure(pick(row), points(pick(row), text)),
  });
  const words = (heading: string, cell: (row: DetailRow) => string | undefined): DetailColumn => ({
    heading,
    width: 36,
    wrap: true,
    cell: (row) => cell(row) ?? '',
  });
  return [
    { heading: t('chart.office'), width: 16, cell: (row) => localName(language, row.office) },
    score(t('indicators.detail.score'), (row) => row.score),
    score(t('indicators.detail.lost'), (row) => row.lost),
    {
      heading: t('indicators.detail.share'),
      width: 9,
      decimals: 1,
      cell: (row) =>
        figure(row.share, formatPercent(row.share, language, 1) ?? t('common.state.notApplicable')),
    },
    score(t('domain.score.self'), (row) => row.self),
    ...(shown.reviewed ? [score(t('domain.score.reviewed'), (row) => row.reviewed)] : []),
    ...(shown.computed ? [score(t('domain.score.computed'), (row) => row.computed)] : []),
    words(t('indicators.detail.doubt'), (row) => doubts(row, text).join(t('chart.list.semicolon'))),
    words(t('indicators.detail.reason'), (row) => reasonsOf(row, text).join('\n')),
    words(t('indicators.detail.measure'), (row) => measuresOf(row, text).join('\n')),
    words(t('indicators.detail.quote'), (row) => row.quote),
    words(t('indicators.detail.findings'), (row) =>
      row.findings.map((finding) => findingText(finding, text)).join(t('chart.list.semicolon')),
    ),
    { heading: t('indicators.note'), width: 12, cell: (row) => marksOf(row, text) },
  ];
}

function groupRows(heading: string, rows: DetailRow[], text: DetailText): SheetRow[] {
  if (rows.length === 0) return [];
  const columns = columnsOf(text);
  return [
    { kind: 'heading', cells: [heading] },
    ...rows.map((row): SheetRow => ({ kind: 'body', cells: columns.map(({ cell }) => cell(row)) })),
  ];
}

function figure(value: Maybe, text: string): SheetCell {
  return value === undefined || value === null ? text : { value, text };
}

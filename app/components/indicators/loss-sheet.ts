import type { FrameworkNode } from '#app/domain/framework.ts';
import { type LossRow, shareLost } from '#app/domain/indicator-loss.ts';
import type { HeadCell, Sheet, SheetCell, SheetRow } from '#app/files/sheet.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { sheetCell } from '#app/lib/sheet-text.ts';
import { headRows } from './loss-head.ts';
import {
  cellOf,
  type LossText,
  lossNotes,
  lossSentence,
  noteOf,
  orderText,
  summaryLines,
  weightText,
  wholeName,
} from './loss-text.ts';
import { shadeOf, shadeSteps } from './shade.ts';

/** The heatmap as a file, cell for cell what the page shows. */
export function lossSheet(text: LossText): Sheet {
  const { t, view, language } = text;
  const { table, header, district } = view;
  const { columns, whole } = table;
  const points = t('indicators.withWeight', {
    name: t('indicators.totalLost', { whole: wholeName(text) }),
    weight: t('indicators.weight', { weight: Number(whole.weight) }),
  });
  return {
    name: t('indicators.heading'),
    title: t('indicators.place', { district: localName(language, district), year: header.year }),
    unitLine: t('indicators.unit'),
    head: headOf(text, points),
    columns: [
      { heading: t('chart.office'), width: 16 },
      { heading: t('chart.rank'), width: 6, decimals: 0 },
      { heading: points, width: 12, decimals: 2 },
      ...columns.map(({ node, path }) => ({ heading: headingOf(node, path, text), width: 11, decimals: 2 })),
      { heading: t('indicators.note'), width: 30, wrap: true },
    ],
    rows: [
      ...table.ranked.map((row) => bodyRow(row, text)),
      ...unrankedRows(text),
      ...summaryLines(text).map(
        ({ name, cells }): SheetRow => ({
          kind: 'summary',
          cells: [name, '', ...cells.map(sheetCell), ''],
        }),
      ),
    ],
    notes: [
      lossSentence(text),
      orderText(text),
      ...lossNotes(text),
      t('common.foot.source', { source: t('chart.source', { count: whole.stated }) }),
      ...(header.asOf ? [t('common.foot.asOf', { date: header.asOf })] : []),
    ],
    frozen: 1,
  };
}

function headOf(text: LossText, points: string): HeadCell[][] {
  const { t, view, language } = text;
  const rows = headRows(view.table.columns, view.search.order === 'framework');
  const down = Math.max(1, rows.length);
  return Array.from({ length: down }, (_, depth) => {
    const parts = (rows[depth] ?? []).map(
      (part): HeadCell =>
        part.kind === 'group'
          ? { text: localName(language, part.node), across: part.across }
          : { text: leafHeading(part.column.node, text), down: part.down },
    );
    if (depth > 0) return parts;
    const fixed = [t('chart.office'), t('chart.rank'), points].map((name) => ({ text: name, down }));
    return [...fixed, ...parts, { text: t('indicators.note'), down }];
  });
}

function leafHeading(node: FrameworkNode, text: LossText): string {
  return text.t('indicators.withWeight', {
    name: localName(text.language, node),
    weight: weightText(node, text),
  });
}

function headingOf(node: FrameworkNode, path: FrameworkNode[], text: LossText): string {
  const above = path.map((each) => localName(text.language, each));
  return [...above, leafHeading(node, text)].join(text.t('indicators.pathJoin'));
}

function unrankedRows(text: LossText): SheetRow[] {
  const { unranked } = text.view.table;
  if (unranked.length === 0) return [];
  return [
    { kind: 'heading', cells: [text.t('indicators.unranked', { count: unranked.length })] },
    ...unranked.map((row) => bodyRow(row, text)),
  ];
}

function bodyRow(row: LossRow, text: LossText): SheetRow {
  const { table } = text.view;
  const held = row.status !== 'submitted' && row.status !== 'approved';
  const figure = (lost: string | undefined, node: { weight: string }): SheetCell => {
    if (held) return '';
    const { text: shown } = cellOf(lost, node, text);
    if (lost === undefined) return shown;
    return { value: lost, text: shown, shade: shadeOf(shareLost(lost, node.weight)) / shadeSteps.length };
  };
  const none = held ? '' : text.t('common.state.notApplicable');
  return {
    kind: 'body',
    cells: [
      localName(text.language, row.office),
      row.rank === undefined ? none : { value: String(row.rank), text: String(row.rank) },
      figure(row.lost, table.whole),
      ...table.columns.map(({ node }) => figure(row.cells[node.code], node)),
      noteOf(row, text),
    ],
  };
}

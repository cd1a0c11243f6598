import type { CSSProperties } from 'react';
import type { Column } from '#app/domain/columns.ts';
import type { SummaryRow } from '#app/domain/ranking-summary.ts';
import type { RankingRow } from '#app/domain/ranking-table.ts';
import { cellText, isAboveFull, positionText, summaryText } from '#app/lib/cell-text.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { movementLabel, noteText, summaryNote } from '#app/lib/ranking-notes.ts';
import { drawsBar, type RankingText } from '#app/lib/ranking-text.ts';
import { pickBox } from './ranking-picks.tsx';
import { noteColumn, pinOf, type RankingColumn } from './table-model.ts';

/** Grounds from light to dark in the style sheet, the first being 0. */
const shadeSteps = 6;

/** Rows are plain functions and not components: a page has hundreds of cells, and none keeps state. */
export function officeRow(row: RankingRow, columns: RankingColumn[], text: RankingText) {
  const { office } = row;
  const { year } = text.view.header;
  return (
    <tr key={office.code} id={`o${office.code}`}>
      <th scope="row" className="pin">
        {pickBox(row, text)}
        <a href={`/offices/${office.code}/${year}`}>{localName(text.language, office)}</a>
      </th>
      {columns.map((column) => officeCell(row, column, text))}
      <td className="note">{noteText(row, text)}</td>
    </tr>
  );
}

/** A total, mean or median; `name` says of what. */
export function summaryRow(row: SummaryRow, name: string, columns: RankingColumn[], text: RankingText) {
  return (
    <tr key={row.kind} className="summary">
      <th scope="row" className="pin">
        {name}
      </th>
      {columns.map((model) => {
        const { column } = model.columnDef.meta ?? {};
        if (!column) return null;
        const pin = pinOf(model);
        return (
          <td key={model.id} className={pin ? 'n pin' : 'n'} style={pin}>
            {summaryText(row, column, text)}
          </td>
        );
      })}
      <td className="note">{summaryNote(row, text)}</td>
    </tr>
  );
}

/** The columns between the office and the note, as shown. */
export function figureColumns(columns: RankingColumn[]): RankingColumn[] {
  return columns.filter((column) => column.columnDef.meta?.column !== undefined && column.id !== noteColumn);
}

function officeCell(row: RankingRow, model: RankingColumn, text: RankingText) {
  const { column } = model.columnDef.meta ?? {};
  if (!column) return null;
  const shown = cellText(row, column, text);
  const value = row.cells[column.id];
  const pin = pinOf(model);
  const barred = value !== undefined && drawsBar(column, text);
  const style: CSSProperties | undefined = barred
    ? ({ ...pin, '--share': share(value) } as CSSProperties)
    : pin;
  return (
    <td
      key={model.id}
      className={classOf(row, column, { barred, pinned: pin !== undefined })}
      style={style}
      title={column.kind === 'rank' ? rankTitle(row, text) : undefined}
    >
      {column.kind === 'movement' ? movementMark(shown, row, text) : shown}
    </td>
  );
}

interface Drawn {
  barred: boolean;
  pinned: boolean;
}

/** One name for the kind of figure, one for what is special about it, one for its ground, one for a pinned column. */
function classOf(row: RankingRow, column: Column, drawn: Drawn) {
  const shade = row.shades?.[column.id];
  const ground = shade !== undefined && `shade-${Math.round(shade * shadeSteps)}`;
  const names = [kindClass(row, column, drawn), ground, drawn.pinned && 'pin'];
  return names.filter(Boolean).join(' ') || undefined;
}

/** The position in words, for those who point at the rank. */
function rankTitle(row: RankingRow, { t, words }: RankingText): string | undefined {
  if (row.rank === undefined || !row.position) return undefined;
  return t('ranking.position.label', { rank: row.rank, position: positionText(row, words) });
}

function kindClass(row: RankingRow, column: Column, { barred }: Drawn): string | undefined {
  const value = row.cells[column.id];
  switch (column.kind) {
    case 'rank':
      return 'n rank';
    case 'group_rank':
      return 'n';
    case 'position':
    case 'group':
      return undefined;
    case 'movement':
      return `n ${tone(row.movement)}`;
    case 'status':
      return row.status === 'returned' || row.status === 'not_filed' ? 'warn' : undefined;
    case 'grade':
      return value && `grade ${value}`;
    case 'date':
      return value === undefined ? 'missing' : undefined;
    default:
      if (value === undefined) return 'n missing';
      return barred ? barClass(column, value) : 'n';
  }
}

function barClass(column: Column, value: string): string {
  const bar = column.id === 'execution_rate' ? 'execution' : 'share';
  return isAboveFull(value) ? `${bar} over` : bar;
}

function tone(movement: number | undefined): string {
  if (!movement) return 'missing';
  return movement > 0 ? 'up' : 'down';
}

/** The arrow is for the eye; the words are for the ear. */
function movementMark(shown: string, row: RankingRow, text: RankingText) {
  return (
    <>
      <span aria-hidden="true">{shown}</span>
      <span className="sr-only">{movementLabel(row, text)}</span>
    </>
  );
}

/** Width of the bar on a scale from 0 to 100; the figure beside it stays exact. */
function share(value: string): string {
  return `${Math.min(Math.max(Number(value), 0), 100)}%`;
}

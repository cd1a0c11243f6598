import { cellsOf, spreadBlock } from '#app/domain/form/block.ts';
import type { FormValues } from '#app/domain/form/fields.ts';

/** What pasting did, to be told. */
export interface Pasted {
  texts: FormValues;
  outside: number;
}

/**
 * Lays what was copied from a spreadsheet over the grid around the field in focus. Undefined where it is no block, or the
 * field stands in no grid: then the browser pastes as always.
 */
export function pastedBlock(clipboard: DataTransfer, target: EventTarget | null): Pasted | undefined {
  const block = clipboard.getData('text/plain');
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return undefined;
  const grid = gridAround(target);
  const place = grid && placeIn(grid, target.name);
  if (!place || !isBlock(block, clipboard.getData('text/html'), target)) return undefined;
  const { changes, outside } = spreadBlock(turned(block, grid, place.column), grid, place);
  return {
    texts: Object.fromEntries(changes.map(({ field, to }) => [field, to])),
    outside: outside.length,
  };
}

/** Names of the fields as they stand in the table, '' where a cell has none. */
function gridAround(field: HTMLElement): string[][] | undefined {
  const table = field.closest<HTMLTableElement>('table[data-grid]');
  const rows = table && [...table.rows].map((row) => [...row.querySelectorAll('[data-cell]')]);
  return rows
    ?.filter((cells) => cells.length > 0)
    .map((cells) => cells.map((cell) => cell.querySelector('[name]')?.getAttribute('name') ?? ''));
}

function placeIn(grid: string[][], field: string): { row: number; column: number } | undefined {
  const row = grid.findIndex((fields) => fields.includes(field));
  return row < 0 ? undefined : { row, column: grid[row]?.indexOf(field) ?? 0 };
}

/** Spreadsheets put a table on the clipboard as well; plain text of several lines belongs into one field of words. */
function isBlock(block: string, html: string, target: HTMLInputElement | HTMLTextAreaElement): boolean {
  if (block === '') return false;
  if (/<table[\s>]/i.test(html)) return true;
  return block.includes('\t') || (target instanceof HTMLInputElement && /[\r\n]./s.test(block));
}

/** Twelve months in a row fit a column of twelve: a single row is turned where the grid is one column wide. */
function turned(block: string, grid: string[][], column: number): string {
  const cells = cellsOf(block);
  const isNarrow = grid.every((fields) => fields.length === column + 1);
  if (!isNarrow || cells.length !== 1) return block;
  return (cells[0] ?? []).map((text) => `"${text.replaceAll('"', '""')}"`).join('\n');
}

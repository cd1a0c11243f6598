import { htmlTable, tabbedText } from '#app/lib/clipboard-table.ts';
import { cellGrid, cellsBetween, copiedRows, type Place } from './cell-grid.ts';

export interface SelectionNews {
  what: 'selected' | 'copied' | 'copiedWithHeads';
  rows: number;
  columns: number;
}

/**
 * Lets cells of the table be selected by dragging, Shift+click and Shift+arrows, and copied by the browser's own copy
 * event, which needs no HTTPS. Works on the document's nodes, because no cell needs a state of React's for it. Tells
 * `report` what happened; returns how to end it.
 */
export function selectCells(
  table: HTMLTableElement,
  report: (news: SelectionNews | undefined) => void,
): () => void {
  const grid = cellGrid(table);
  const placeOf = new Map(
    grid.rows.flatMap((cells, row) => cells.map((cell, column) => [cell, { row, column }] as const)),
  );
  let anchor: Place | undefined;
  let end: Place | undefined;
  let marked = new Set<HTMLElement>();
  let focusable: HTMLElement | undefined;
  let dragging = false;

  const cellAt = ({ row, column }: Place) => grid.rows[row]?.[column];
  const placeAt = (target: EventTarget | null) => {
    const cell = target instanceof Element ? target.closest<HTMLTableCellElement>('td, th') : null;
    return cell ? placeOf.get(cell) : undefined;
  };
  const makeFocusable = (cell: HTMLElement | undefined) => {
    focusable?.removeAttribute('tabindex');
    focusable = cell;
    cell?.setAttribute('tabindex', '0');
  };
  const select = (from: Place, to: Place) => {
    const cells = cellsBetween(grid, from, to);
    const next = new Set<HTMLElement>(cells.flat());
    for (const cell of marked) if (!next.has(cell)) cell.classList.remove('chosen');
    for (const cell of next) if (!marked.has(cell)) cell.classList.add('chosen');
    [anchor, end, marked] = [from, to, next];
    report(
      next.size > 1 ? { what: 'selected', rows: cells.length, columns: cells[0]?.length ?? 0 } : undefined,
    );
  };
  const clear = () => {
    for (const cell of marked) cell.classList.remove('chosen');
    [anchor, end, marked] = [undefined, undefined, new Set()];
    report(undefined);
  };
  const moveTo = (place: Place, extend: boolean) => {
    select(extend && anchor ? anchor : place, place);
    const cell = cellAt(place);
    makeFocusable(cell);
    cell?.focus();
  };

  const onDown = (event: MouseEvent) => {
    const place = placeAt(event.target);
    const onControl = event.target instanceof Element && event.target.closest('a, input') !== null;
    if (!place || onControl || event.button !== 0) return;
    event.preventDefault(); // no text is selected at the same time
    dragging = true;
    moveTo(place, event.shiftKey);
  };
  const onOver = (event: MouseEvent) => {
    const place = dragging ? placeAt(event.target) : undefined;
    if (place && anchor && cellAt(place) !== (end && cellAt(end))) select(anchor, place);
  };
  const onUp = () => {
    dragging = false;
  };
  const onKey = (event: KeyboardEvent) => {
    const place = event.target instanceof HTMLTableCellElement ? placeOf.get(event.target) : undefined;
    if (!place) return;
    if (event.key === 'Escape') return clear();
    const from = event.shiftKey && end ? end : place;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      select({ row: 0, column: 0 }, { row: grid.rows.length - 1, column: (grid.rows[0]?.length ?? 1) - 1 });
    } else {
      const next = event.altKey ? undefined : nextPlace(event, from, grid.rows);
      if (!next) return;
      moveTo(next, event.shiftKey);
    }
    event.preventDefault();
  };
  const onCopy = (event: ClipboardEvent) => {
    const elsewhere = document.activeElement instanceof HTMLInputElement;
    if (!anchor || !end || !event.clipboardData || elsewhere) return;
    const { rows, withHeads } = copiedRows(grid, anchor, end);
    event.clipboardData.setData('text/plain', tabbedText(rows));
    event.clipboardData.setData('text/html', htmlTable(rows));
    event.preventDefault();
    const columns = rows[0]?.length ?? 0;
    const what = withHeads ? 'copiedWithHeads' : 'copied';
    report({ what, rows: rows.length - Number(withHeads), columns });
  };

  makeFocusable(grid.rows[0]?.[1]);
  const leave = new AbortController();
  const { signal } = leave;
  table.addEventListener('mousedown', onDown, { signal });
  table.addEventListener('mouseover', onOver, { signal });
  table.addEventListener('keydown', onKey, { signal });
  window.addEventListener('mouseup', onUp, { signal });
  document.addEventListener('copy', onCopy, { signal });
  return () => {
    leave.abort();
    for (const cell of marked) cell.classList.remove('chosen');
    makeFocusable(undefined);
  };
}

/** Where an arrow, Home or End leads; to the edge with Ctrl. Undefined for other keys. */
function nextPlace(
  { key, ctrlKey, metaKey }: KeyboardEvent,
  { row, column }: Place,
  rows: readonly unknown[][],
): Place | undefined {
  const far = ctrlKey || metaKey ? Number.MAX_SAFE_INTEGER : 1;
  const last = { row: rows.length - 1, column: (rows[row]?.length ?? 1) - 1 };
  switch (key) {
    case 'ArrowUp':
      return { row: Math.max(row - far, 0), column };
    case 'ArrowDown':
      return { row: Math.min(row + far, last.row), column };
    case 'ArrowLeft':
      return { row, column: Math.max(column - far, 0) };
    case 'ArrowRight':
      return { row, column: Math.min(column + far, last.column) };
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: last.column };
    default:
      return undefined;
  }
}

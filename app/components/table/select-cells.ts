import { htmlTable, tabbedText } from '#app/lib/clipboard-table.ts';
import { type CellGrid, cellGrid, cellsBetween, copiedRows, nextPlace, type Place } from './cell-grid.ts';

export interface SelectionNews {
  what: 'selected' | 'copied' | 'copiedWithHeads';
  rows: number;
  columns: number;
}

type Report = (news: SelectionNews | undefined) => void;

/**
 * Lets cells of the table be selected by dragging, Shift+click and Shift+arrows, and copied by the browser's own copy
 * event, which needs no HTTPS. Works on the document's nodes, because no cell needs a state of React's for it. Tells
 * `report` what happened; returns how to end it.
 */
export function selectCells(table: HTMLTableElement, report: Report): () => void {
  const selection = new CellRange(cellGrid(table), report);
  const leave = new AbortController();
  listenToMouse(table, selection, leave.signal);
  table.addEventListener('keydown', (event) => onKey(event, selection), { signal: leave.signal });
  document.addEventListener('copy', (event) => onCopy(event, selection), { signal: leave.signal });
  return () => {
    leave.abort();
    selection.end();
  };
}

/** The rectangle chosen, as marked in the document. */
class CellRange {
  readonly grid: CellGrid;
  readonly report: Report;
  readonly #placeOf: Map<Element, Place>;
  #range: { from: Place; to: Place } | undefined;
  #marked = new Set<HTMLElement>();
  #focusable: HTMLElement | undefined;

  constructor(grid: CellGrid, report: Report) {
    this.grid = grid;
    this.report = report;
    this.#placeOf = new Map(
      grid.rows.flatMap((cells, row) => cells.map((cell, column) => [cell, { row, column }] as const)),
    );
    this.#makeFocusable(grid.rows[0]?.[1]);
  }

  get range() {
    return this.#range;
  }

  placeAt(target: EventTarget | null): Place | undefined {
    const cell = target instanceof Element ? target.closest('td, th') : null;
    return cell ? this.#placeOf.get(cell) : undefined;
  }

  select(from: Place, to: Place): void {
    document.getSelection()?.removeAllRanges(); // what is copied is what was marked last
    const cells = cellsBetween(this.grid, from, to);
    const next = new Set<HTMLElement>(cells.flat());
    this.#range = { from, to };
    this.#mark(next);
    this.report(
      next.size > 1 ? { what: 'selected', rows: cells.length, columns: cells[0]?.length ?? 0 } : undefined,
    );
  }

  selectAll(): void {
    const { rows } = this.grid;
    this.select({ row: 0, column: 0 }, { row: rows.length - 1, column: (rows[0]?.length ?? 1) - 1 });
  }

  /** Goes to one cell, or takes the rectangle there. */
  moveTo(place: Place, extend: boolean): void {
    this.select(extend && this.#range ? this.#range.from : place, place);
    const cell = this.grid.rows[place.row]?.[place.column];
    this.#makeFocusable(cell);
    cell?.focus();
  }

  clear(): void {
    this.#range = undefined;
    this.#mark(new Set());
    this.report(undefined);
  }

  end(): void {
    this.#mark(new Set());
    this.#makeFocusable(undefined);
  }

  #mark(next: Set<HTMLElement>): void {
    for (const cell of this.#marked) if (!next.has(cell)) cell.classList.remove('chosen');
    for (const cell of next) if (!this.#marked.has(cell)) cell.classList.add('chosen');
    this.#marked = next;
  }

  #makeFocusable(cell: HTMLElement | undefined): void {
    this.#focusable?.removeAttribute('tabindex');
    this.#focusable = cell;
    cell?.setAttribute('tabindex', '0');
  }
}

function listenToMouse(table: HTMLTableElement, selection: CellRange, signal: AbortSignal): void {
  let dragging = false;
  const onDown = (event: MouseEvent) => {
    const place = selection.placeAt(event.target);
    const onControl = event.target instanceof Element && event.target.closest('a, input') !== null;
    if (!place || onControl || event.button !== 0) return;
    event.preventDefault(); // no text is selected at the same time
    dragging = true;
    selection.moveTo(place, event.shiftKey);
  };
  const onOver = (event: MouseEvent) => {
    const place = dragging ? selection.placeAt(event.target) : undefined;
    const { range } = selection;
    if (place && range && !isSame(place, range.to)) selection.select(range.from, place);
  };
  const onUp = () => {
    dragging = false;
  };
  table.addEventListener('mousedown', onDown, { signal });
  table.addEventListener('mouseover', onOver, { signal });
  window.addEventListener('mouseup', onUp, { signal });
}

function onKey(event: KeyboardEvent, selection: CellRange): void {
  const place = event.target instanceof HTMLTableCellElement ? selection.placeAt(event.target) : undefined;
  if (!place) return;
  if (event.key === 'Escape') {
    selection.clear();
    return;
  }
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
    selection.selectAll();
  } else {
    const from = event.shiftKey && selection.range ? selection.range.to : place;
    const next = event.altKey ? undefined : nextPlace(event, from, selection.grid);
    if (!next) return;
    selection.moveTo(next, event.shiftKey);
  }
  event.preventDefault();
}

/** Text in a field, or marked elsewhere on the page, is copied by the browser as always. */
function onCopy(event: ClipboardEvent, { grid, range, report }: CellRange): void {
  const inField = document.activeElement instanceof HTMLInputElement;
  const isText = document.getSelection()?.isCollapsed === false;
  if (!range || !event.clipboardData || inField || isText) return;
  const { rows, withHeads } = copiedRows(grid, range.from, range.to);
  event.clipboardData.setData('text/plain', tabbedText(rows));
  event.clipboardData.setData('text/html', htmlTable(rows));
  event.preventDefault();
  const columns = rows[0]?.length ?? 0;
  report({ what: withHeads ? 'copiedWithHeads' : 'copied', rows: rows.length - Number(withHeads), columns });
}

function isSame(a: Place, b: Place): boolean {
  return a.row === b.row && a.column === b.column;
}

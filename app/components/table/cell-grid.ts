/** The ranking table as rows and columns of cells, for selecting and copying. Headings that reach across are no rows. */

export interface Place {
  row: number;
  column: number;
}

export interface CellGrid {
  rows: HTMLTableCellElement[][];
  /** Names of the columns, from left to right. */
  heads: string[];
  /** How many rows are offices; summaries follow. */
  offices: number;
}

export function cellGrid(table: HTMLTableElement): CellGrid {
  const bodies = [...table.tBodies].flatMap((body) => [...body.rows]);
  const feet = [...(table.tFoot?.rows ?? [])];
  const cellsOf = (rows: HTMLTableRowElement[]) =>
    rows.map((row) => [...row.cells]).filter((cells) => cells.length > 1);
  const offices = cellsOf(bodies);
  return { rows: [...offices, ...cellsOf(feet)], heads: headsOf(table), offices: offices.length };
}

/** The cells of the rectangle between two places. */
export function cellsBetween({ rows }: CellGrid, a: Place, b: Place): HTMLTableCellElement[][] {
  const span = (x: number, y: number) => [Math.min(x, y), Math.max(x, y) + 1] as const;
  return rows.slice(...span(a.row, b.row)).map((cells) => cells.slice(...span(a.column, b.column)));
}

/** What is copied: the texts for the eye; with the columns' names where the rectangle holds whole columns of offices. */
export function copiedRows(grid: CellGrid, a: Place, b: Place): { rows: string[][]; withHeads: boolean } {
  const texts = cellsBetween(grid, a, b).map((cells) => cells.map(seenText));
  const withHeads = Math.min(a.row, b.row) === 0 && Math.max(a.row, b.row) >= grid.offices - 1;
  if (!withHeads) return { rows: texts, withHeads };
  const heads = grid.heads.slice(Math.min(a.column, b.column), Math.max(a.column, b.column) + 1);
  return { rows: [heads, ...texts], withHeads };
}

/** Where an arrow, Home or End leads; to the edge with Ctrl. Undefined for other keys. */
export function nextPlace(
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  { row, column }: Place,
  { rows }: CellGrid,
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

/** A column of no group reaches down both head rows, so heads are put into order by where they stand. */
function headsOf(table: HTMLTableElement): string[] {
  const heads = [...(table.tHead?.querySelectorAll<HTMLElement>('th[scope="col"]') ?? [])];
  const [note] = heads.slice(1).filter((head) => head.hasAttribute('rowspan'));
  const ordered = note ? [...heads.filter((head) => head !== note), note] : heads;
  return ordered.map((head) => head.dataset.name ?? '');
}

function seenText(cell: HTMLElement): string {
  const hidden = [...cell.querySelectorAll('.sr-only')].map((each) => each.textContent ?? '');
  return hidden.reduce((text, part) => text.replace(part, ''), cell.textContent ?? '').trim();
}

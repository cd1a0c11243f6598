/** Width of A4 landscape between its margins, in CSS pixels, less a little for rules and rounding. */
const paperWidth = 1020;
/** How far a table may be made smaller: 9 pt become 6.3 pt. */
const smallest = 0.7;

/**
 * Makes a table ready for paper: as it is where it fits, else smaller, and where that would be too small to read in
 * parts under each other, its leading columns repeated in each, so that nothing is ever cut. One with `data-paper="own"` is
 * left alone: its own style shares out the sheet among its columns. Returns what undoes it.
 */
export function fitOnPaper(table: HTMLTableElement): () => void {
  if (table.dataset.paper === 'own') return () => {};
  const { total, columns, leading } = measure(table);
  if (total <= paperWidth) return () => {};
  const blocks = total * smallest <= paperWidth ? [] : blocksOf(columns, leading);
  const widest = Math.max(...blocks.map((block) => widthOf(block, columns)));
  const zoom = Math.min(1, paperWidth / (blocks.length > 0 ? widest : total));
  const { print } = table.dataset;
  delete table.dataset.print;
  table.style.setProperty('--print-zoom', String(zoom));
  const parts = blocks.map((block) => partOf(table, new Set(block)));
  table.toggleAttribute('data-in-parts', parts.length > 0);
  const holder = document.createElement('div');
  holder.className = 'paper-parts';
  holder.append(...parts);
  table.after(holder);
  return () => {
    holder.remove();
    table.removeAttribute('data-in-parts');
    table.style.removeProperty('--print-zoom');
    if (print !== undefined) table.dataset.print = print;
  };
}

/** Columns for one part after the other: the leading ones in each, the others in order, as many as are still readable. */
export function blocksOf(columns: readonly number[], leading: number): number[][] {
  const repeated = columns.slice(0, leading).map((_, index) => index);
  const blocks: number[][] = [];
  let room = 0;
  for (let index = leading; index < columns.length; index += 1) {
    const width = columns[index] ?? 0;
    if (width > room || blocks.length === 0) {
      blocks.push([...repeated]);
      room = paperWidth / smallest - widthOf(repeated, columns);
    }
    blocks.at(-1)?.push(index);
    room -= width;
  }
  return blocks;
}

/** Least widths of the columns in the type of the paper, and how many of them lead. */
function measure(table: HTMLTableElement) {
  const copy = table.cloneNode(true) as HTMLTableElement;
  copy.classList.add('paper-measure');
  copy.querySelector('colgroup')?.remove();
  table.after(copy);
  const columns: number[] = [];
  let leading = 1;
  for (const { cell, column } of cellsOf(copy)) {
    if (cell.colSpan > 1) continue;
    columns[column] = Math.max(columns[column] ?? 0, cell.getBoundingClientRect().width);
    if (cell.classList.contains('pin')) leading = Math.max(leading, column + 1);
  }
  const total = copy.getBoundingClientRect().width;
  copy.remove();
  return { total, columns: Array.from(columns, (width) => width ?? 0), leading };
}

/** A copy of the table with some of its columns; a cell that reaches across keeps as many of them as there are. */
function partOf(table: HTMLTableElement, kept: ReadonlySet<number>): HTMLTableElement {
  const part = table.cloneNode(true) as HTMLTableElement;
  part.querySelector('colgroup')?.remove();
  for (const { cell, column } of cellsOf(part)) {
    const across = Array.from({ length: cell.colSpan }, (_, index) => column + index);
    const left = across.filter((index) => kept.has(index)).length;
    if (left === 0) cell.remove();
    else cell.colSpan = left;
  }
  for (const named of part.querySelectorAll('[id]')) named.removeAttribute('id');
  return part;
}

/** Every cell with the column where it begins; a cell that reaches down takes its place in the rows below. */
function cellsOf(table: HTMLTableElement): { cell: HTMLTableCellElement; column: number }[] {
  const found: { cell: HTMLTableCellElement; column: number }[] = [];
  for (const section of [table.tHead, ...table.tBodies, table.tFoot]) {
    const taken = new Set<string>();
    for (const [depth, row] of [...(section?.rows ?? [])].entries()) {
      let column = 0;
      for (const cell of row.cells) {
        while (taken.has(`${depth} ${column}`)) column += 1;
        found.push({ cell, column });
        for (let y = 1; y < cell.rowSpan; y += 1)
          for (let x = 0; x < cell.colSpan; x += 1) taken.add(`${depth + y} ${column + x}`);
        column += cell.colSpan;
      }
    }
  }
  return found;
}

function widthOf(block: readonly number[], columns: readonly number[]): number {
  return block.reduce((sum, index) => sum + (columns[index] ?? 0), 0);
}

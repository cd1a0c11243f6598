/** In a grid Enter and the arrows up and down lead to the same column of the next row, as in a spreadsheet. */
export function moveFocus(event: KeyboardEvent, target: EventTarget | null): void {
  if (!(target instanceof HTMLInputElement) || target.type !== 'text' || event.isComposing) return;
  const isEnter = event.key === 'Enter';
  // Enter in a field of one line would send the form.
  if (isEnter) event.preventDefault();
  const step = event.key === 'ArrowUp' || (isEnter && event.shiftKey) ? -1 : 1;
  if (!isEnter && event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const next = neighbour(target, step);
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.select();
}

/** The next field in this direction with the same place in its row. */
function neighbour(input: HTMLInputElement, step: 1 | -1): HTMLInputElement | undefined {
  const table = input.closest<HTMLTableElement>('table[data-grid]');
  const cell = input.closest<HTMLTableCellElement>('[data-cell]');
  const rows = table ? [...table.rows] : [];
  const place = rows.findIndex((row) => cell !== null && row.contains(cell));
  for (let at = place + step; cell && at >= 0 && at < rows.length; at += step) {
    const found = rows[at]?.cells[cell.cellIndex]?.querySelector('input[type="text"]');
    if (found instanceof HTMLInputElement) return found;
  }
  return undefined;
}

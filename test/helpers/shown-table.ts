import type { Page } from 'playwright-core';

/** A table as a reader sees it. */
export interface ShownTable {
  /** The lowest head over each column: its name, then its unit. */
  heads: string[];
  /** Offices, the headings between them (one cell) and summaries, in the order of the page. */
  rows: string[][];
}

/**
 * Any data table on a page, by the rules that all follow: groups reach across (`scope="colgroup"`), what stands for
 * screen readers alone is `.sr-only`, tools are links or buttons marked `.also`, marks for the eye stand in `<b>`.
 */
export function shownTable(page: Page, selector: string): Promise<ShownTable> {
  return page.$eval(selector, (table) => {
    const textOf = (cell: Element, unseen: string) => {
      const copy = cell.cloneNode(true) as HTMLElement;
      for (const part of copy.querySelectorAll(unseen)) part.remove();
      for (const part of copy.querySelectorAll('small')) part.before(' ');
      return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
    };
    const heads: string[] = [];
    const taken = new Set<string>();
    [...table.querySelectorAll('thead tr')].forEach((row, depth) => {
      let column = 0;
      for (const cell of row.children as HTMLCollectionOf<HTMLTableCellElement>) {
        while (taken.has(`${depth} ${column}`)) column += 1;
        for (let y = 0; y < cell.rowSpan; y += 1)
          for (let x = 0; x < cell.colSpan; x += 1) {
            taken.add(`${depth + y} ${column + x}`);
            heads[column + x] = textOf(cell, '.sr-only, .also, b');
          }
        column += cell.colSpan;
      }
    });
    const rows = [...table.querySelectorAll('tbody tr, tfoot tr')].map((row) =>
      [...row.children].map((cell) => textOf(cell, '.sr-only')),
    );
    return { heads, rows };
  });
}

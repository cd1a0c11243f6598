import type { Worksheet } from 'exceljs';
import type { HeadCell, Sheet, SheetCell, SheetColumn } from './sheet.ts';
import { headStyle } from './xlsx-style.ts';
import { cellText, linesOf, widthOf } from './xlsx-text.ts';

const lineHeight = 15;
/** A column grows so far for its texts; longer ones are broken. */
const widestText = 28;

/** Columns so wide that no figure shows as ####, no short text and no word of a head is broken. */
export function fittingColumns({ columns, rows, head }: Sheet): SheetColumn[] {
  const words = columns.map(() => 0);
  for (const { text, column, across } of placed(head))
    if (across === 1) words[column] = Math.max(words[column] ?? 0, ...text.split(/\s/).map(latinWidth));
  return columns.map((column, index) => {
    const texts = rows.filter(({ kind }) => kind !== 'heading').map(({ cells }) => cells[index] ?? '');
    const widest = Math.max(0, ...texts.map((cell) => neededWidth(cell, column)));
    return { ...column, width: Math.max(column.width, widest + 2, (words[index] ?? 0) + 2) };
  });
}

function neededWidth(cell: SheetCell, { wrap }: SheetColumn): number {
  if (typeof cell === 'object') return widthOf(cell.text);
  return wrap ? 0 : Math.min(widthOf(cell), widestText);
}

/** Words break between Chinese characters but nowhere else; heads are in bold, which is wider. */
function latinWidth(word: string): number {
  return /[\u2E80-\uFFEF]/.test(word) ? 0 : Math.ceil(word.length * 1.1);
}

/** The head's rows below what the page holds, cells merged as they reach across and down. */
export function writeHead(page: Worksheet, head: HeadCell[][], columns: SheetColumn[]): void {
  const top = page.rowCount + 1;
  const heights = head.map(() => lineHeight);
  for (const { text, column, depth, across, down } of placed(head)) {
    const [row, last] = [top + depth, depth + down - 1];
    const single = across > 1 ? undefined : { figures: columns[column]?.decimals !== undefined, column };
    for (let y = 0; y < down; y += 1)
      for (let x = 0; x < across; x += 1)
        page.getCell(row + y, column + x + 1).style = headStyle(single, {
          first: depth + y === 0,
          last: depth + y === head.length - 1,
        });
    page.getCell(row, column + 1).value = cellText(text);
    if (across > 1 || down > 1) page.mergeCellsWithoutStyle(row, column + 1, row + down - 1, column + across);
    const width = sum(columns.slice(column, column + across).map((covered) => covered.width));
    const above = sum(heights.slice(depth, last));
    heights[last] = Math.max(heights[last] ?? 0, linesOf(text, width) * lineHeight + 3 - above);
  }
  heights.forEach((height, depth) => {
    page.getRow(top + depth).height = height;
  });
}

/** Head cells take the first free place of their row, as in HTML. */
function placed(head: HeadCell[][]) {
  const taken = new Set<string>();
  return head.flatMap((cells, depth) => {
    let column = 0;
    return cells.map(({ text, across = 1, down = 1 }) => {
      while (taken.has(`${depth} ${column}`)) column += 1;
      for (let y = 0; y < down; y += 1)
        for (let x = 0; x < across; x += 1) taken.add(`${depth + y} ${column + x}`);
      return { text, column, depth, across, down };
    });
  });
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

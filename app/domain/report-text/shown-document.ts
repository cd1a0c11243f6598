import type { Quote } from '../submission.ts';
import { cleanReport } from './clean.ts';
import { quoteAt } from './mapped-text.ts';
import { contactCells, type TableRow } from './table-rows.ts';
import { readTables } from './tables.ts';

/** A stretch of a line with the same quotes over it. */
export interface ShownRun {
  /** Where it begins in the document. */
  at: number;
  text: string;
  /** Keys of the quotes that begin here, in the order given. */
  starts: string[];
  /** Whether words of any quote are here. */
  marked: boolean;
}

/** One paragraph of the document, or a row of one of its tables with its cells; counted from 1 in `number`. */
export interface ShownLine {
  number: number;
  cells: ShownRun[][];
}

export interface ShownDocument {
  lines: ShownLine[];
  /** Number of the line where each quote begins. */
  places: Record<string, number>;
}

interface Stretch {
  start: number;
  text: string;
  at: readonly number[];
}

/**
 * A document as the reader understood it: paragraphs joined, page furniture and contact data gone, rows of tables kept. Quotes
 * count in the text as given; one whose words are not shown has no place.
 */
export function shownDocument(original: string, quotes: Readonly<Record<string, Quote>>): ShownDocument {
  const lines = [...proseLines(original), ...tableLines(original)].sort((a, b) => a.start - b.start);
  const open = Object.entries(quotes)
    .filter(([, { start, end }]) => end > start)
    .sort(([, a], [, b]) => a.start - b.start);
  const places: Record<string, number> = {};
  const shown = lines.map(({ stretches }, index) => ({
    number: index + 1,
    cells: stretches.map((stretch) => runsOf(stretch, open, (key) => begin(key, index + 1))),
  }));
  return { lines: shown, places };

  /** Whether the quote begins here: it does once. */
  function begin(key: string, number: number): boolean {
    if (key in places) return false;
    places[key] = number;
    return true;
  }
}

function runsOf(
  { start, text, at }: Stretch,
  quotes: readonly [string, Quote][],
  begin: (key: string) => boolean,
): ShownRun[] {
  if (text === '') return [{ at: start, text, starts: [], marked: false }];
  const [first = 0, last = 0] = [at[0], at.at(-1)];
  const here = quotes.filter(([, { start, end }]) => start <= last && end > first);
  const edges = new Set([0, text.length]);
  const spans = here.map(([key, { start, end }]) => {
    const from = firstAt(at, start);
    const to = firstAt(at, end);
    edges.add(from).add(to);
    return { key, from, to };
  });
  const cuts = [...edges].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? text.length;
    const over = spans.filter((span) => span.from <= from && span.to >= to && span.to > span.from);
    return {
      at: at[from] ?? start,
      text: text.slice(from, to),
      starts: over.filter(({ key }) => begin(key)).map(({ key }) => key),
      marked: over.length > 0,
    };
  });
}

/** The first unit that comes from this place of the document or from behind it. */
function firstAt(at: readonly number[], place: number): number {
  let [low, high] = [0, at.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function proseLines(original: string) {
  const { text, at } = cleanReport(original, readTables(original));
  return [...text.matchAll(/[^\n]+/g)].flatMap((match) => {
    const places = at.slice(match.index, match.index + match[0].length);
    const start = places[0] ?? 0;
    return match[0].trim() === '' ? [] : [{ start, stretches: [{ start, text: match[0], at: places }] }];
  });
}

function tableLines(original: string) {
  return readTables(original).rows.map((row) => ({ start: row.start, stretches: cellsOf(original, row) }));
}

/** Without names and numbers of people. */
function cellsOf(original: string, row: TableRow): Stretch[] {
  const personal = new Set(contactCells(row));
  return row.cells
    .filter((cell) => !personal.has(cell))
    .map(({ start, end }) => {
      const { text } = quoteAt(original, start, end);
      return { start, text, at: Array.from({ length: text.length }, (_, index) => start + index) };
    });
}

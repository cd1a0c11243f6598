import { createRequire } from 'node:module';
import path from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { plainCharacter } from '#app/domain/report-text/characters.ts';
import { fieldAt, type Grid, gridsOf } from './pdf-grid.ts';
import { pageRules } from './pdf-rules.server.ts';
import { FileProblem } from './report-file-error.server.ts';

/** A stretch of text on a page; `y` grows downwards. */
interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>;

/** Fonts draw 月 and ⽉ alike, so that a PDF may name either; whoever searches the text means the first. */
const radicals = /[\u2e80-\u2fd5]/g;

const library = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Lines are looked for in that many milliseconds; pages after that are read without their tables. */
const timeForRules = 4000;

/**
 * Text layer of a PDF, line by line from top to bottom; a row of a table whose lines are drawn is one line with tabs between
 * its cells, the empty ones too. Throws FileProblem.
 */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const document = await open(bytes);
  const pages: string[] = [];
  const started = performance.now();
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const pieces = await piecesOf(page);
    const drawn = pieces.length > 0 && performance.now() - started < timeForRules;
    const grids = drawn ? gridsOf(await pageRules(page, viewOf(page))) : [];
    pages.push(pageLines(pieces, grids).join('\n'));
    page.cleanup();
  }
  const text = pages.join('\n').replace(radicals, plainCharacter);
  if (!/\p{L}/u.test(text)) throw new FileProblem('no_text_layer');
  return text;
}

async function open(bytes: Uint8Array) {
  try {
    return await getDocument({
      data: new Uint8Array(bytes),
      cMapUrl: `${path.join(library, 'cmaps')}${path.sep}`,
      cMapPacked: true,
      standardFontDataUrl: `${path.join(library, 'standard_fonts')}${path.sep}`,
      disableFontFace: true,
      useSystemFonts: false,
      useWasm: false,
      maxImageSize: 0, // no picture is looked at
    }).promise;
  } catch (error) {
    if ((error as Error).name === 'PasswordException') throw new FileProblem('encrypted');
    throw error;
  }
}

async function piecesOf(page: Page): Promise<Piece[]> {
  const { items } = await page.getTextContent();
  const [a, b, c, d, e, f] = viewOf(page);
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [x, y] = [Number(item.transform[4]), Number(item.transform[5])];
    const { str: text, width, height } = item;
    return [{ text, x: a * x + c * y + e, y: b * x + d * y + f, width, height }];
  });
}

function viewOf(page: Page): [number, number, number, number, number, number] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = page.getViewport({ scale: 1 }).transform;
  return [a, b, c, d, e, f];
}

/** Lines and rows of tables, by where they begin. */
function pageLines(pieces: readonly Piece[], grids: readonly Grid[]): string[] {
  const loose: Piece[] = [];
  const inGrids = new Map<Grid, Map<number, Piece[]>>();
  for (const piece of pieces) {
    const [x, y] = [piece.x + piece.width / 2, piece.y - piece.height / 3];
    const grid = grids.find((one) => fieldAt(one, x, y));
    const [row = 0, column = 0] = (grid && fieldAt(grid, x, y)) ?? [];
    if (!grid) {
      loose.push(piece);
      continue;
    }
    const cells = inGrids.get(grid) ?? new Map<number, Piece[]>();
    const cell = grid.cells[row]?.[column] ?? 0;
    cells.set(cell, [...(cells.get(cell) ?? []), piece]);
    inGrids.set(grid, cells);
  }
  const rows = [...inGrids].flatMap(([grid, cells]) => gridRows(grid, cells));
  const lines = linesOf(loose).map((line) => ({ y: line[0]?.y ?? 0, text: lineText(line) }));
  return [...lines, ...rows].toSorted((one, other) => one.y - other.y).map(({ text }) => text);
}

/** The rows of a table that hold anything; a merged cell stands where it begins. */
function gridRows({ rows, columns, cells }: Grid, pieces: ReadonlyMap<number, readonly Piece[]>) {
  return cells.flatMap((row, index) => {
    const texts = row.map((cell, column) =>
      cell === index * (columns.length - 1) + column ? cellText(pieces.get(cell) ?? []) : '',
    );
    return texts.some((text) => text !== '') ? [{ y: rows[index] ?? 0, text: texts.join('\t') }] : [];
  });
}

/** The lines of a cell are one, as before it was wrapped. */
function cellText(pieces: readonly Piece[]): string {
  const lines = linesOf(pieces).map((line) => lineText(line).replaceAll('\t', ' ').trim());
  return lines
    .join('\n')
    .replace(/(?<=[a-z])\n(?=[a-z])/gi, ' ')
    .replaceAll('\n', '');
}

function linesOf(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [];
  for (const piece of pieces.toSorted((one, other) => one.y - other.y)) {
    const line = lines.at(-1);
    const [first] = line ?? [];
    if (line && first && piece.y - first.y < Math.max(piece.height, first.height) / 2) line.push(piece);
    else lines.push([piece]);
  }
  return lines;
}

/** Pieces side by side are one text, with a space where there is a gap, and a tab where it may part the cells of a table. */
function lineText(line: readonly Piece[]): string {
  const cells: string[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const { text, x, width, height } of line.toSorted((one, other) => one.x - other.x)) {
    const gap = (x - end) / (height || 1);
    const before = gap > 1.5 ? undefined : cells.pop();
    cells.push(before === undefined ? text : `${before}${gap > 0.2 ? ' ' : ''}${text}`);
    end = x + width;
  }
  return cells.join('\t');
}

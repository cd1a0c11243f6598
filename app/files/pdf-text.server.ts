import { createRequire } from 'node:module';
import path from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { plainCharacter } from '#app/domain/report-text/characters.ts';
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

/** Text layer of a PDF, line by line from top to bottom. Throws FileProblem. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const document = await open(bytes);
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    pages.push(linesOf(await piecesOf(page)).join('\n'));
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
    }).promise;
  } catch (error) {
    if ((error as Error).name === 'PasswordException') throw new FileProblem('encrypted');
    throw error;
  }
}

async function piecesOf(page: Page): Promise<Piece[]> {
  const { items } = await page.getTextContent();
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = page.getViewport({ scale: 1 }).transform;
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [x, y] = [Number(item.transform[4]), Number(item.transform[5])];
    const { str: text, width, height } = item;
    return [{ text, x: a * x + c * y + e, y: b * x + d * y + f, width, height }];
  });
}

function linesOf(pieces: readonly Piece[]): string[] {
  const lines: Piece[][] = [];
  for (const piece of pieces.toSorted((one, other) => one.y - other.y)) {
    const line = lines.at(-1);
    const [first] = line ?? [];
    if (line && first && piece.y - first.y < Math.max(piece.height, first.height) / 2) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map(lineText);
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

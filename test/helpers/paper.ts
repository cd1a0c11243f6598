import { createRequire } from 'node:module';
import path from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'playwright-core';
import { plainCharacter } from '#app/domain/report-text/characters.ts';

/** One printed page: its text without any space, and how far right its text reaches, in points. */
export interface Paper {
  width: number;
  height: number;
  text: string;
  right: number;
}

const library = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Prints the page as the browser does and reads the paper. */
export async function print(page: Page): Promise<Paper[]> {
  const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const document = await getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: `${path.join(library, 'cmaps')}${path.sep}`,
    cMapPacked: true,
    standardFontDataUrl: `${path.join(library, 'standard_fonts')}${path.sep}`,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
  }).promise;
  const pages: Paper[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const sheet = await document.getPage(number);
    const { width, height } = sheet.getViewport({ scale: 1 });
    const { items } = await sheet.getTextContent();
    const pieces = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []));
    pages.push({
      width,
      height,
      text: unspaced(pieces.map(({ str }) => str).join('')),
      right: Math.max(0, ...pieces.map((piece) => Number(piece.transform[4]) + piece.width)),
    });
  }
  return pages;
}

/** Text as it can be looked for on paper: lines break and letters part there anywhere. */
export function unspaced(text: string): string {
  return text.replace(/\s+/g, '').replace(/[\u2e80-\u2fd5]/g, plainCharacter);
}

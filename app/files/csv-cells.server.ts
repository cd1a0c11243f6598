import type { RawBook, RawCell } from '#app/domain/workbook/raw-book.ts';
import { decodeText } from './decode-text.ts';
import { FileProblem } from './report-file-error.server.ts';

/** A table of every office of a large district is a tenth of this. */
const mostRows = 5_000;
const mostCells = 200_000;

/**
 * The rows of a CSV file as they stand in it: UTF-8 or GB18030, separated by the sign that makes the most even columns. Runs in
 * the process for untrusted files; throws FileProblem.
 */
export function csvRows(bytes: Uint8Array): string[][] {
  const text = decodeText(bytes)?.replace(/^\ufeff/, '');
  if (text === undefined) throw new FileProblem('unreadable');
  if (text.trim() === '') throw new FileProblem('empty_file');
  return parse(text, separatorOf(text));
}

/** Rows of texts as the cells of a workbook with one sheet, empty ones left out. */
export function csvCells(rows: readonly (readonly string[])[], sheet: string): RawBook {
  const cells = rows.flatMap((row, index) =>
    row.flatMap((text, column): RawCell[] =>
      text.trim() === ''
        ? []
        : [{ row: index + 1, column: column + 1, held: { kind: 'text', text: unquoted(text) } }],
    ),
  );
  return { sheets: [{ name: sheet, cells }] };
}

/** What keeps a text from being a formula (see `csv.server.ts`) is not part of it. */
function unquoted(text: string): string {
  return text.replace(/^'(?=\s*[=+\-@＝＋－＠])/, '').replace(/\r\n?/g, '\n');
}

const separators = [',', ';', '\t'] as const;

/** The sign that parts most lines into the same number of pieces, more than one. */
function separatorOf(text: string): string {
  const lines = parsedHead(text);
  const scored = separators.map((sign) => ({ sign, score: evenness(lines, sign) }));
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).sign;
}

/** The first lines without what stands in quotes. */
function parsedHead(text: string): string[] {
  const bare = text.slice(0, 64 * 1024).replace(/"(?:[^"]|"")*"/g, '');
  return bare.split(/\r\n?|\n/).slice(0, 50);
}

function evenness(lines: readonly string[], sign: string): number {
  const counts = lines.map((line) => line.split(sign).length).filter((count) => count > 1);
  const usual = new Map<number, number>();
  for (const count of counts) usual.set(count, (usual.get(count) ?? 0) + 1);
  return Math.max(0, ...[...usual].map(([count, times]) => times * count));
}

/** RFC 4180, and what programs make of it: a quote within a text that began without one is a quote. */
function parse(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cells = 0;
  let at = 0;
  while (at < text.length) {
    const { cell, next } =
      text[at] === '"' ? quotedCell(text, at, separator) : plainCell(text, at, separator);
    row.push(cell);
    cells += 1;
    if (cells > mostCells || rows.length >= mostRows)
      throw new FileProblem('unreadable_file', 'too many cells');
    const sign = text[next];
    at = next + 1;
    if (sign === separator && at < text.length) continue;
    if (sign === separator) row.push('');
    if (sign === '\r' && text[at] === '\n') at += 1;
    rows.push(row);
    row = [];
  }
  return rows;
}

function plainCell(text: string, from: number, separator: string): { cell: string; next: number } {
  let next = from;
  while (next < text.length && text[next] !== separator && text[next] !== '\n' && text[next] !== '\r')
    next += 1;
  return { cell: text.slice(from, next), next };
}

function quotedCell(text: string, from: number, separator: string): { cell: string; next: number } {
  let end = from + 1;
  while (end < text.length && !(text[end] === '"' && text[end + 1] !== '"')) end += text[end] === '"' ? 2 : 1;
  const rest = plainCell(text, Math.min(end + 1, text.length), separator);
  return { cell: text.slice(from + 1, end).replaceAll('""', '"') + rest.cell, next: rest.next };
}

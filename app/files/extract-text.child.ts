import './without-network.ts';
import { buffer } from 'node:stream/consumers';
import { mayBeReport } from '#app/domain/report-text/may-be-report.ts';
import { FileProblem } from './report-file-error.server.ts';
import { storableText } from './storable-text.ts';

/**
 * The process that opens untrusted files, started by `extract-text.server.ts` on Node's own: the bytes come by standard
 * input, `{"text"}`, with its `"reading"` where a report was asked for, or `{"refused"}` goes to standard output.
 */
const [kind, wanted] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await answer(await buffer(process.stdin))));

async function answer(bytes: Uint8Array) {
  try {
    const text = await textOf(bytes);
    return { text, reading: wanted === 'report' && mayBeReport(text) ? await readingOf(text) : undefined };
  } catch (error) {
    return { refused: error instanceof FileProblem ? error.code : 'unreadable_file' };
  }
}

/** Only the library that is needed is loaded. */
async function textOf(bytes: Uint8Array): Promise<string> {
  if (kind === 'xlsx')
    return JSON.stringify(await (await import('./workbook-cells.server.ts')).workbookCells(bytes));
  if (kind === 'xlsx-marks') return (await import('./mark-workbook.server.ts')).markedWorkbook(bytes);
  if (kind === 'csv') return JSON.stringify((await import('./csv-cells.server.ts')).csvRows(bytes));
  if (kind === 'txt') return Buffer.from(bytes).toString();
  if (kind === 'docx') return storableText(await (await import('./docx-text.server.ts')).docxText(bytes));
  return storableText(await (await import('./pdf-text.server.ts')).pdfText(bytes));
}

async function readingOf(text: string) {
  return (await import('#app/domain/report-text/index.ts')).readReport(text);
}

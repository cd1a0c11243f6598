import './without-network.ts';
import { buffer } from 'node:stream/consumers';
import { FileProblem } from './report-file-error.server.ts';

/**
 * The process that opens untrusted files, started by `extract-text.server.ts` on Node's own: the bytes come by standard
 * input, `{"text"}` or `{"refused"}` goes to standard output.
 */
process.stdout.write(JSON.stringify(await answer(process.argv[2], await buffer(process.stdin))));

async function answer(kind: string | undefined, bytes: Uint8Array) {
  try {
    return { text: await textOf(kind, bytes) };
  } catch (error) {
    return { refused: error instanceof FileProblem ? error.code : 'unreadable_file' };
  }
}

/** Only the library that is needed is loaded. */
async function textOf(kind: string | undefined, bytes: Uint8Array): Promise<string> {
  if (kind === 'xlsx')
    return JSON.stringify(await (await import('./workbook-cells.server.ts')).workbookCells(bytes));
  if (kind === 'xlsx-marks') return (await import('./mark-workbook.server.ts')).markedWorkbook(bytes);
  if (kind === 'csv') return JSON.stringify((await import('./csv-cells.server.ts')).csvRows(bytes));
  if (kind === 'reading') {
    const { readReport } = await import('#app/domain/report-text/index.ts');
    return JSON.stringify(readReport(Buffer.from(bytes).toString()));
  }
  if (kind === 'docx') return (await import('./docx-text.server.ts')).docxText(bytes);
  return (await import('./pdf-text.server.ts')).pdfText(bytes);
}

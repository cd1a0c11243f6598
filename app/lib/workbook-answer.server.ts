import { attachment } from '#app/files/csv.server.ts';

/** A workbook to save. */
export function workbookAnswer(file: Uint8Array<ArrayBuffer>, name: string): Response {
  return new Response(file, {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': attachment(`${name}.xlsx`),
      'Cache-Control': 'no-store',
    },
  });
}

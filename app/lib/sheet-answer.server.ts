import { attachment, csvFile } from '#app/files/csv.server.ts';
import { plainRows, type Sheet } from '#app/files/sheet.ts';
import { xlsxFile } from '#app/files/xlsx.server.ts';
import { recordExport } from '#app/usecases/record-export.server.ts';
import type { Scope } from '#db/scope.server.ts';

export type SheetFormat = 'csv' | 'xlsx';

const types: Record<SheetFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

interface SheetAnswer {
  sheet: Sheet;
  format: SheetFormat;
  /** Without its ending. */
  fileName: string;
  /** Which table, for the audit trail: “ranking”. */
  what: string;
  /** How many offices it shows. */
  offices: number;
}

/** A page's table as a file to save; who took it along is recorded first. */
export async function sheetAnswer(
  request: Request,
  scope: Scope,
  { sheet, format, fileName, what, offices }: SheetAnswer,
): Promise<Response> {
  const file = format === 'csv' ? csvFile(plainRows(sheet)) : await xlsxFile(sheet);
  const { pathname, search } = new URL(request.url);
  await recordExport(scope, { what: `${what}.${format}`, address: pathname + search, offices });
  return new Response(file, {
    headers: {
      'Content-Type': types[format],
      'Content-Disposition': attachment(`${fileName}.${format}`),
      'Cache-Control': 'no-store',
    },
  });
}

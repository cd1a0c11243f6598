import { createRequire } from 'node:module';
import type { Workbook } from 'exceljs';

interface ZipWriter {
  prototype: { append(data: unknown, options: unknown): void };
}

/**
 * The bytes of a workbook. exceljs hands its parts to the archive as strings, which that cuts every 16 KB, also through a
 * character beyond the first plane (𠆷): as bytes they stay whole.
 */
export async function workbookBytes(workbook: Workbook): Promise<Uint8Array<ArrayBuffer>> {
  handOverBytes();
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

let isMended = false;

function handOverBytes(): void {
  if (isMended) return;
  isMended = true;
  const { ZipWriter } = createRequire(import.meta.url)('exceljs/lib/utils/zip-stream.js') as {
    ZipWriter: ZipWriter;
  };
  const append = ZipWriter.prototype.append;
  ZipWriter.prototype.append = function (data, options) {
    append.call(this, typeof data === 'string' ? Buffer.from(data) : data, options);
  };
}

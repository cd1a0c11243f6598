import type { Sheet } from './sheet.ts';

export async function xlsxFile(sheet: Sheet): Promise<Uint8Array<ArrayBuffer>> {
  throw new Error(`to be written: ${sheet.name}`);
}

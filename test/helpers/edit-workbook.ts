import { type CellValue, openXlsx, type Sheet, saveXlsx } from 'hucre';

/** A workbook changed by another library than the one that wrote it. */
export async function editWorkbook(
  file: Uint8Array,
  edit: (sheet: (name: string) => EditedSheet) => void,
): Promise<Uint8Array> {
  const workbook = await openXlsx(file);
  edit((name) => {
    const sheet = workbook.sheets.find((one) => one.name === name);
    if (!sheet) throw new Error(`There is no sheet ${name}.`);
    return editedSheet(sheet);
  });
  return saveXlsx(workbook);
}

export interface EditedSheet {
  sheet: Sheet;
  /** The row of a key, from 1. */
  rowOf(key: string): number;
  /** Writes into the row of a key, or of a number from 1, under a column's key. */
  set(row: string | number, column: string, value: CellValue): void;
}

function editedSheet(sheet: Sheet): EditedSheet {
  const rowOf = (key: string) => {
    const row = sheet.rows.findIndex(([first]) => first === key);
    if (row < 0) throw new Error(`There is no row ${key}.`);
    return row + 1;
  };
  return {
    sheet,
    rowOf,
    set(row, column, value) {
      const index = (typeof row === 'number' ? row : rowOf(row)) - 1;
      const at = sheet.rows[0]?.indexOf(column) ?? -1;
      if (at < 0) throw new Error(`There is no column ${column}.`);
      while (sheet.rows.length <= index) sheet.rows.push([]);
      const cells = sheet.rows[index] ?? [];
      while (cells.length <= at) cells.push(null);
      cells[at] = value;
    },
  };
}

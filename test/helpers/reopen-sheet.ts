import { type CellValue, type ConditionalRule, type PageSetup, readXlsx } from 'hucre';

/** A workbook's one sheet, read by another library than the one that wrote it. */
export interface ReopenedSheet {
  name: string;
  title: string;
  /** Each cell's text as a spreadsheet shows it, by the cell's number format; rows of equal length. */
  texts: string[][];
  values: CellValue[][];
  /** The head over each column: its lowest head cell. */
  heads: string[];
  /** Rows between head and the first empty row, and what stands under that. */
  rows: string[][];
  notes: string[];
  /** Ranges such as “A3:A4”. */
  merges: string[];
  frozen: { rows?: number; columns?: number };
  bars: { range: string; from: string | undefined; to: string | undefined }[];
  bold: boolean[][];
  grounds: (string | undefined)[][];
  filter: string | undefined;
  formulas: number;
  print: PageSetup;
  foot: string;
  properties: { title?: string; creator?: string };
}

export async function reopenSheet(bytes: Uint8Array): Promise<ReopenedSheet> {
  const workbook = await readXlsx(bytes, { readStyles: true });
  const sheet = workbook.sheets[0];
  if (!sheet || workbook.sheets.length !== 1) throw new Error(`${workbook.sheets.length} sheets`);
  const width = Math.max(0, ...sheet.rows.map((row) => row.length));
  const cellAt = (row: number, column: number) => sheet.cells?.get(`${row},${column}`);
  const grid = <T>(read: (row: number, column: number) => T) =>
    sheet.rows.map((_, row) => Array.from({ length: width }, (_, column) => read(row, column)));
  const texts = grid((row, column) =>
    shown(sheet.rows[row]?.[column] ?? null, cellAt(row, column)?.style?.numFmt),
  );
  const merges = sheet.merges ?? [];
  const headEnd = sheet.freezePane?.rows ?? 0;
  const empty = texts.findIndex((row, index) => index >= headEnd && row.every((text) => text === ''));
  return {
    name: sheet.name,
    title: texts[0]?.[0] ?? '',
    texts,
    values: grid((row, column) => sheet.rows[row]?.[column] ?? null),
    heads: Array.from({ length: width }, (_, column) => {
      const over = merges.find(
        (merge) => merge.startCol === column && merge.endCol === column && merge.endRow === headEnd - 1,
      );
      return texts[over?.startRow ?? headEnd - 1]?.[column] ?? '';
    }),
    rows: texts.slice(headEnd, empty),
    notes: texts.slice(empty + 1).map((row) => row.find((text) => text !== '') ?? ''),
    merges: merges.map(
      (merge) => `${letter(merge.startCol)}${merge.startRow + 1}:${letter(merge.endCol)}${merge.endRow + 1}`,
    ),
    frozen: sheet.freezePane ?? {},
    bars: (sheet.conditionalRules ?? []).map(barOf),
    bold: grid((row, column) => cellAt(row, column)?.style?.font?.bold === true),
    grounds: grid((row, column) => groundOf(cellAt(row, column)?.style?.fill)),
    filter: sheet.autoFilter?.range,
    formulas: [...(sheet.cells?.values() ?? [])].filter(({ formula }) => formula !== undefined).length,
    print: sheet.pageSetup ?? {},
    foot: sheet.headerFooter?.oddFooter ?? '',
    properties: workbook.properties ?? {},
  };
}

/**
 * A value by its number format, as far as the product uses them: words in quotes around digits, one form for all numbers
 * or one for each sign. Written apart from the product, to check it.
 */
function shown(value: CellValue, format = 'General'): string {
  if (value === null) return '';
  if (typeof value !== 'number' || format === '@') return String(value);
  const [positive = '', negative] = format.split(';');
  const form = value < 0 && negative !== undefined ? negative : positive;
  const [, before = '', digits = '', after = ''] =
    /^(?:"([^"]*)")?(#,##0(?:\.0+)?|0(?:\.0+)?)(?:"([^"]*)")?$/.exec(form) ?? [];
  if (!digits) throw new Error(`unknown number format: ${format}`);
  const decimals = digits.split('.')[1]?.length ?? 0;
  const number = new Intl.NumberFormat('en', {
    useGrouping: digits.startsWith('#'),
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  // a spreadsheet rounds what is written in fifteen digits, not the binary fraction behind it
  const written = Number(value.toPrecision(15)).toString() as Intl.StringNumericLiteral;
  const text = number.format(written);
  return negative === undefined && text.startsWith('-')
    ? `-${before}${text.slice(1)}${after}`
    : `${before}${text.replace('-', '')}${after}`;
}

function barOf({ range, dataBar }: ConditionalRule) {
  const [from, to] = dataBar?.cfvo ?? [];
  return { range, from: from?.value, to: to?.value };
}

function groundOf(fill: unknown): string | undefined {
  return (fill as { fgColor?: { rgb?: string } } | undefined)?.fgColor?.rgb;
}

function letter(column: number): string {
  const high = Math.floor(column / 26);
  return (high > 0 ? letter(high - 1) : '') + String.fromCharCode(65 + (column % 26));
}

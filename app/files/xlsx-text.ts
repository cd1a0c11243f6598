import type { SheetCell } from './sheet.ts';

/** What a cell of a workbook holds, and by which format it shows it; text has none. */
export interface WorkbookCell {
  value: string | number;
  format?: string;
}

/** The most characters a cell may hold. */
const longest = 32_767;
/** The most digits that a spreadsheet keeps of a number. */
const exactDigits = 15;
/** A format holds 255 characters, two such at the most. */
const longestShown = 60;

/**
 * A number where its text shows that number: then its format repeats the text. Everything else stays the text that the
 * page shows, and text is never a formula.
 */
export function workbookCell(cell: SheetCell): WorkbookCell {
  if (typeof cell === 'string') return textCell(cell);
  const shown = shownNumber(cell.text);
  const value = Number(cell.value);
  if (!shown || !sameNumber(value, shown)) return textCell(cell.text);
  // “▼ 2” and “0.00” say no sign, so a number below 0 is shown without one
  const unsigned = value < 0 && !shown.negative;
  return { value, format: unsigned ? `${shown.format};${shown.format}` : shown.format };
}

/** Text that a workbook can hold: no control characters, no half characters, not too long, and no escape of its own. */
export function cellText(text: string): string {
  const held = text.replace(/\r\n?/g, '\n').replace(unheld, '');
  // what looks like the escape of a character would be read as that character
  return cut(held, longest).replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_');
}

/** Name of a worksheet: at most 31 characters, none of those that references need. */
export function sheetName(text: string): string {
  const name = text.replace(/[[\]:*?/\\']/g, ' ').replace(unheld, '');
  return cut(name.replace(/\s+/g, ' ').trim(), 31).trim() || 'Sheet1';
}

/** Text in the head or foot of a printed page, where & begins a code and 255 characters are the most. */
export function footText(text: string): string {
  return cut(cellText(text).replace(/\s+/g, ' '), 100).replaceAll('&', '&&');
}

/** In widths of a digit: Chinese characters and their marks take two. */
export function widthOf(text: string): number {
  return Array.from(text).reduce((sum, char) => sum + (char > '\u2E7F' ? 2 : 1), 0);
}

/** How many lines a text takes in a column of this width. */
export function linesOf(text: string, width: number): number {
  return text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / Math.max(1, width - 1))), 0);
}

/** What XML cannot hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to leave out
const unheld = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Cs}]/gu;
const formulaStart = /^\s*[=+\-@＝＋－＠]/;
const number = /-?\d[\d,]*(?:\.(\d+))?/;

/** A cell that a reader edits is read again: as text, what begins like a formula stays text even then. */
function textCell(text: string): WorkbookCell {
  return formulaStart.test(text) ? { value: cellText(text), format: '@' } : { value: cellText(text) };
}

interface ShownNumber {
  magnitude: number;
  negative: boolean;
  decimals: number;
  digits: number;
  /** Repeats the text around the number as well. */
  format: string;
}

/** The one number in a text. */
function shownNumber(text: string): ShownNumber | undefined {
  const found = number.exec(text);
  if (!found) return undefined;
  const [digits, fraction = ''] = found;
  const before = text.slice(0, found.index);
  const after = text.slice(found.index + digits.length);
  if (/\d/.test(after) || /[\p{Cc}"\\]/u.test(text) || text.length > longestShown) return undefined;
  const plain = digits.replace(/[-,]/g, '');
  const whole = digits.includes(',') || !/^\d{4}/.test(plain) ? '#,##0' : '0';
  return {
    magnitude: Number(plain),
    negative: digits.startsWith('-'),
    decimals: fraction.length,
    digits: plain.replace('.', '').replace(/^0+/, '').length,
    format: `${quoted(before)}${whole}${fraction && `.${'0'.repeat(fraction.length)}`}${quoted(after)}`,
  };
}

/** Whether the number, rounded, is the one shown; beyond 15 digits a spreadsheet would show others. */
function sameNumber(value: number, { magnitude, negative, decimals, digits }: ShownNumber): boolean {
  if (!Number.isFinite(value) || digits > exactDigits || (negative && value >= 0)) return false;
  const tolerance = 0.5 * 10 ** -decimals + magnitude * 2 ** -50;
  return Math.abs(Math.abs(value) - magnitude) <= tolerance * (1 + 2 ** -20);
}

function quoted(text: string): string {
  return text && `"${text}"`;
}

function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}

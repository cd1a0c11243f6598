/** Cells as spreadsheets take them from the clipboard: plain with tabs, and as a table that tells numbers from text. */

const formulaStart = /^\s*[=+\-@＝＋－＠]/;
const number = /^-?\d+(,\d{3})*(\.\d+)?$/;

/** One line a row; a number without separators, so that it is one anywhere; text never starts a formula. */
export function tabbedText(rows: string[][]): string {
  return rows.map((row) => row.map(plainCell).join('\t')).join('\r\n');
}

/** The same as HTML, which Excel prefers; text cells are declared as text. */
export function htmlTable(rows: string[][]): string {
  const body = rows.map((row) => `<tr>${row.map(htmlCell).join('')}</tr>`).join('');
  return `<meta charset="utf-8"><table>${body}</table>`;
}

function plainCell(text: string): string {
  if (number.test(text)) return text.replaceAll(',', '');
  const line = text.replaceAll(/[\t\r\n]+/g, ' ');
  return formulaStart.test(line) ? `'${line}` : line;
}

function htmlCell(text: string): string {
  if (number.test(text)) return `<td>${text.replaceAll(',', '')}</td>`;
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<td style="mso-number-format:'\\@'">${escaped}</td>`;
}

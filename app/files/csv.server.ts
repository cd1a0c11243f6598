/**
 * A CSV file as Excel in Chinese offices opens it: UTF-8 with a byte order mark, CRLF, quoted by RFC 4180. Text that a
 * spreadsheet would take for a formula gets a leading quote; numbers, with a sign too, stay numbers.
 */
export function csvFile(rows: readonly (readonly string[])[]): string {
  return byteOrderMark + rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** `Content-Disposition` of a download: the name as UTF-8 (RFC 5987), and in ASCII for those who cannot read it. */
export function attachment(fileName: string): string {
  const ascii = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeRfc5987(fileName)}`;
}

const byteOrderMark = '\uFEFF';
const formulaStart = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;
const number = /^[+-]?\d+(,\d{3})*(\.\d+)?%?$/;

function csvCell(text: string): string {
  const safe = formulaStart.test(text) && !number.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** `encodeURIComponent` leaves ' ( ) * as they are, which a header value may not hold. */
function encodeRfc5987(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

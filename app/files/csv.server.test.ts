import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachment, csvFile } from './csv.server.ts';

const mark = '\uFEFF';

describe('a CSV file', () => {
  it('starts with a byte order mark and ends its lines with CR LF', () => {
    expect(csvFile([['街道', '总分'], [], ['白鹤街道', '95.97']])).toBe(
      `${mark}街道,总分\r\n\r\n白鹤街道,95.97\r\n`,
    );
  });

  it('quotes commas, quotation marks and line breaks', () => {
    expect(csvFile([['1,015.84', '“a”', 'say "x"', 'two\nlines']])).toBe(
      `${mark}"1,015.84",“a”,"say ""x""","two\nlines"\r\n`,
    );
  });

  it.each(['=1+1', '+cmd', '-cmd', '@sum', '\tx', '\rx', '＝1', '＋1', '－1', '＠x', ' =1'])(
    'keeps a spreadsheet from running %j',
    (text) => expect(csvFile([[text]]).replace(/["\uFEFF]/g, '')).toBe(`'${text}\r\n`),
  );

  it.each(['-3.20', '+3.20', '+2', '-1,234.50', '0', '-0.5%', '—', '▼ 2', '12-3'])(
    'leaves %s as it is',
    (text) => {
      expect(cells(csvFile([[text]]))).toEqual([[text]]);
    },
  );

  it('gives back whatever text was put in, but for the guard against formulas', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '=', '-', '1', '中', ' ') });
    const table = fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { maxLength: 4 });
    fc.assert(
      fc.property(table, (rows) => {
        const read = cells(csvFile(rows)).map((row) => row.map((cell) => cell.replace(/^'/, '')));
        expect(read).toEqual(rows);
      }),
    );
  });
});

describe('the name of a download', () => {
  it('is given in UTF-8, and in ASCII for those who cannot read it', () => {
    expect(attachment('排名_演示区_2023.csv')).toBe(
      `attachment; filename="___"`.replace('___', '_______2023.csv') +
        `; filename*=UTF-8''%E6%8E%92%E5%90%8D_%E6%BC%94%E7%A4%BA%E5%8C%BA_2023.csv`,
    );
  });

  it('cannot break out of the header', () => {
    expect(attachment('a"\r\nX: (1)*\'.csv')).toBe(
      `attachment; filename="a___X: (1)*'.csv"; filename*=UTF-8''a%22%0D%0AX%3A%20%281%29%2A%27.csv`,
    );
  });
});

/** A plain reader of RFC 4180. */
function cells(file: string): string[][] {
  const rows: string[][] = [];
  const field = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/y;
  let row: string[] = [];
  field.lastIndex = 1; // after the mark
  for (let found = field.exec(file); found; found = field.exec(file)) {
    const [, text = '', end] = found;
    row.push(text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

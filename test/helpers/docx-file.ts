import { type ZipPart, zipFile } from './zip-file.ts';

/** A cell of a table, which may go over several columns and rows. */
export type DocxCell = string | { text: string; across?: number; down?: number };
/** A block of a document: a paragraph, or the rows of a table. */
export type DocxBlock = string | DocxCell[][];

/** A Word document with these paragraphs and tables and as little else as Word accepts. */
export function docxFile(blocks: readonly DocxBlock[]): Buffer {
  return zipFile(docxParts(blocks.map(block).join('')));
}

/** The parts of a document with this body; `head` stands before its root element. */
export function docxParts(body: string, head = ''): ZipPart[] {
  const wordNames = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const types = 'application/vnd.openxmlformats';
  return [
    {
      name: '[Content_Types].xml',
      content: `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="${types}-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${types}-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/document.xml',
      content: `${declaration}${head}<w:document xmlns:w="${wordNames}"><w:body>${body}</w:body></w:document>`,
      deflated: true,
    },
  ];
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

function block(content: DocxBlock): string {
  return typeof content === 'string' ? paragraph(content) : table(content);
}

/** A cell that goes on below is there in each row, marked as merged with the one above. */
function table(rows: readonly DocxCell[][]): string {
  const below: { rows: number; across: number }[] = [];
  const lines = rows.map((cells) => {
    const waiting = [...cells];
    const line: string[] = [];
    for (let column = 0; waiting.length > 0 || (below[column]?.rows ?? 0) > 0; ) {
      const above = below[column];
      if (above && above.rows > 0) {
        line.push(tableCell('', above.across, '<w:vMerge/>'));
        above.rows -= 1;
        column += above.across;
        continue;
      }
      const next = waiting.shift() ?? '';
      const { text, across = 1, down = 1 } = typeof next === 'string' ? { text: next } : next;
      line.push(tableCell(text, across, down > 1 ? '<w:vMerge w:val="restart"/>' : ''));
      below[column] = { rows: down - 1, across };
      column += across;
    }
    return `<w:tr>${line.join('')}</w:tr>`;
  });
  return `<w:tbl>${lines.join('')}</w:tbl>`;
}

function tableCell(text: string, across: number, merge: string): string {
  const span = across > 1 ? `<w:gridSpan w:val="${across}"/>` : '';
  return `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${paragraph(text)}</w:tc>`;
}

/** Text in two runs, as Word leaves it after any correction. */
function paragraph(text: string): string {
  const middle = Math.floor(text.length / 2);
  const runs = [text.slice(0, middle), text.slice(middle)].map(
    (part) => `<w:r><w:t xml:space="preserve">${escaped(part)}</w:t></w:r>`,
  );
  return `<w:p>${runs.join('')}</w:p>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

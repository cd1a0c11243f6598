import mammoth from 'mammoth';
import { withNumbers } from './docx-numbers.server.ts';
import { checkXmlParts, readZipDirectory, unpackEntry } from './zip-directory.server.ts';

/** The parts of mammoth's document tree that hold text. */
interface DocumentElement {
  type: string;
  value?: string;
  /** Of a cell: how many columns and rows it goes over; the rows below do not hold it again. */
  colSpan?: number;
  rowSpan?: number;
  children?: DocumentElement[];
}

/**
 * Text of a Word document: a line a paragraph, a line a row of a table with tabs between its cells. A merged cell stands
 * where it begins and leaves the others empty. Throws FileProblem.
 */
export async function docxText(bytes: Uint8Array): Promise<string> {
  checkXmlParts(bytes);
  let lines: string[] = [];
  await mammoth.convertToHtml(
    // mammoth takes an archive that is open already, though its types do not say so
    { file: archiveOf(bytes) } as unknown as { buffer: Buffer },
    {
      includeEmbeddedStyleMap: false,
      // the tree is all that is wanted; nothing is left over to become HTML
      transformDocument: (document: DocumentElement) => {
        lines = linesOf(document);
        return { ...document, children: [] };
      },
    },
  );
  return lines.join('\n');
}

/** The parts of an archive as mammoth asks for them, the document with the numbers that Word puts before its paragraphs. */
function archiveOf(bytes: Uint8Array) {
  const entries = new Map(readZipDirectory(bytes).map((entry) => [entry.name, entry]));
  const part = (name: string) => {
    const entry = entries.get(name);
    return entry && unpackEntry(bytes, entry);
  };
  const text = (name: string) => new TextDecoder().decode(part(name));
  return {
    exists: (name: string) => entries.has(name),
    async read(name: string, encoding?: string): Promise<string | Uint8Array | undefined> {
      if (encoding === undefined) return part(name);
      if (encoding === 'base64') return part(name)?.toString('base64');
      if (!/^word\/document\d*\.xml$/.test(name)) return text(name);
      return withNumbers(text(name), text('word/numbering.xml'), text('word/styles.xml'));
    },
  };
}

function linesOf(element: DocumentElement): string[] {
  if (element.type === 'paragraph') return inlineText(element).split('\n');
  if (element.type === 'table') return tableLines(element.children ?? []);
  return (element.children ?? []).flatMap(linesOf);
}

/** More columns than any page holds are a lie. */
const mostColumns = 200;

function tableLines(rows: readonly DocumentElement[]): string[] {
  /** For each column the rows that a cell above still goes over. */
  const covered: number[] = [];
  return rows.map(({ children = [] }) => {
    const cells: string[] = [];
    const skipCovered = () => {
      for (let left = covered[cells.length] ?? 0; left > 0; left = covered[cells.length] ?? 0) {
        covered[cells.length] = left - 1;
        cells.push('');
      }
    };
    for (const cell of children) {
      skipCovered();
      const across = Math.min(cell.colSpan ?? 1, mostColumns);
      for (let column = 0; column < across; column += 1) {
        covered[cells.length] = (cell.rowSpan ?? 1) - 1;
        cells.push(column === 0 ? cellText(cell) : '');
      }
    }
    skipCovered();
    return cells.join('\t');
  });
}

function cellText(cell: DocumentElement): string {
  return linesOf(cell).join(' ').trim();
}

function inlineText({ type, value, children = [] }: DocumentElement): string {
  if (type === 'text') return value ?? '';
  if (type === 'tab') return '\t';
  if (type === 'break') return '\n';
  return children
    .map((child) => (child.type === 'paragraph' ? `\n${inlineText(child)}\n` : inlineText(child)))
    .join('');
}

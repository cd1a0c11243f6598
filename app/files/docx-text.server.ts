import mammoth from 'mammoth';
import { checkXmlParts } from './zip-directory.server.ts';

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
    { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
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

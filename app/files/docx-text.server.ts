import mammoth from 'mammoth';
import { checkXmlParts } from './zip-directory.server.ts';

/** The parts of mammoth's document tree that hold text. */
interface DocumentElement {
  type: string;
  value?: string;
  children?: DocumentElement[];
}

/** Text of a Word document: a line a paragraph, a line a row of a table with tabs between its cells. Throws FileProblem. */
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
  if (element.type === 'tableRow') return [(element.children ?? []).map(cellText).join('\t')];
  return (element.children ?? []).flatMap(linesOf);
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

import { docxParts } from './docx-file.ts';
import { zipFile } from './zip-file.ts';

const names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** How documents number their headings by hand, outermost first, and how Word is told to do the same. */
const levels: readonly { marker: RegExp; format: string; text: string }[] = [
  { marker: /^[一二三四五六七八九十]+、/, format: 'chineseCounting', text: '%1、' },
  { marker: /^（[一二三四五六七八九十]+）/, format: 'japaneseCounting', text: '（%2）' },
  { marker: /^\d{1,2}\. ?(?!\d)/, format: 'decimal', text: '%3.' },
  { marker: /^[a-z]\./, format: 'lowerLetter', text: '%4.' },
];

const numbering = `<w:numbering ${names}><w:abstractNum w:abstractNumId="7">${levels
  .map(
    ({ format, text }, level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${level === 0 ? '<w:pStyle w:val="1"/>' : ''}<w:suff w:val="nothing"/><w:lvlText w:val="${text}"/></w:lvl>`,
  )
  .join('')}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`;

const styles = `<w:styles ${names}><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="own"><w:basedOn w:val="1"/></w:style></w:styles>`;

/** A Word document whose headings have no numbers of their own: Word counts them, the outermost by their style. */
export function numberedDocx(paragraphs: readonly string[]): Buffer {
  return zipFile([
    ...docxParts(paragraphs.map(paragraph).join('')),
    { name: 'word/numbering.xml', content: numbering },
    { name: 'word/styles.xml', content: styles },
  ]);
}

function paragraph(text: string): string {
  const level = levels.findIndex(({ marker }) => marker.test(text));
  const place =
    level === 0
      ? '<w:pStyle w:val="own"/>'
      : `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="3"/></w:numPr>`;
  const words = level < 0 ? text : text.replace(levels[level]?.marker ?? '', '');
  const run = `<w:r><w:t xml:space="preserve">${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</w:t></w:r>`;
  return `<w:p>${level < 0 ? '' : `<w:pPr>${place}</w:pPr>`}${run}</w:p>`;
}

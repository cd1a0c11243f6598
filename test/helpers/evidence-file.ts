import { zipFile } from './zip-file.ts';

/** Small files that are whole of their kind; `text` tells them apart. */
export function pdfBytes(text: string, size = 0): Buffer {
  const filling = Buffer.alloc(Math.max(0, size - 16 - Buffer.byteLength(text)), ' ');
  return Buffer.concat([Buffer.from(`%PDF-1.4\n${text}`), filling, Buffer.from('\n%%EOF\n')]);
}

export function pngBytes(text: string): Buffer {
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    Buffer.from(text),
    Buffer.from('\0\0\0\0IEND\xaeB`\x82', 'latin1'),
  ]);
}

export function jpgBytes(text: string): Buffer {
  return Buffer.concat([
    Buffer.from('\xff\xd8\xff\xe0', 'latin1'),
    Buffer.from(text),
    Buffer.from('\xff\xd9', 'latin1'),
  ]);
}

export function docxBytes(text: string): Buffer {
  return zipFile([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/document.xml', content: `<document>${text}</document>` },
  ]);
}

export function xlsxBytes(text: string): Buffer {
  return zipFile([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'xl/workbook.xml', content: `<workbook>${text}</workbook>` },
  ]);
}

/** An archive of an office document that unpacks to far more than it is. */
export function zipBomb(): Buffer {
  return zipFile([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/document.xml', content: Buffer.alloc(20 * 1024 * 1024), deflated: true },
  ]);
}

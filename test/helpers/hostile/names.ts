import { docxFile } from '../docx-file.ts';
import { lockedPdf, pdfFile, pdfText } from '../pdf-file.ts';
import { type HostileFile, hostile } from './seeded.ts';

const contents: Record<string, Uint8Array> = {
  txt: Buffer.from('街道2023年'),
  docx: docxFile(['街道']),
  pdf: pdfFile(pdfText(72, 700, 'a')),
  'locked.pdf': lockedPdf(),
  png: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  exe: Buffer.from('MZ'),
  gz: Buffer.from('1f8b0800', 'hex'),
  doc: Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  rtf: Buffer.from('{\\rtf1}'),
  html: Buffer.from('<!DOCTYPE html><script>alert(1)</script>'),
  empty: Buffer.of(),
};
const endings = ['txt', 'docx', 'pdf', 'doc', 'DOCX', 'Pdf'];

const names = [
  '../../etc/passwd',
  '..\\..\\windows\\win.ini.docx',
  '/etc/shadow.txt',
  'C:\\a.pdf',
  'a\0.docx',
  'a.docx\0.txt',
  '\u202excod.exe',
  'CON.docx',
  '.docx',
  'docx',
  'a.docx.exe',
  'a.docx ',
  'a.docx.',
  ' .txt',
  '长'.repeat(4000).concat('.txt'),
  'a.%64ocx',
  'a.ｄｏｃｘ',
  '<img src=x onerror=alert(1)>.txt',
  "a'; drop table documents;--.txt",
  '\n\r\t.txt',
  'a.__proto__',
  'a.constructor',
  '{{name}}.txt',
  '=cmd|calc!A1.txt',
];

/** Files under a name that their first bytes belie, and names that no file has. */
export function hostileNames(): HostileFile[] {
  const belied = Object.entries(contents).flatMap(([kind, bytes]) =>
    endings
      .filter((ending) => ending !== kind)
      .map((ending) => hostile(`${kind} under another name`, `a.${ending}`, bytes)),
  );
  return [
    ...belied,
    ...names.map((name) => hostile(`the name ${JSON.stringify(name.slice(0, 40))}`, name, 'a')),
  ];
}

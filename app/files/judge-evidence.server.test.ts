import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evidenceRefusals } from '#app/domain/evidence-file.ts';
import { docxBytes, jpgBytes, pdfBytes, pngBytes, xlsxBytes, zipBomb } from '#test/helpers/evidence-file.ts';
import { zipFile } from '#test/helpers/zip-file.ts';
import { judgeEvidence } from './judge-evidence.server.ts';

const types = { name: '[Content_Types].xml', content: '<Types/>' };
const text = { name: 'word/document.xml', content: '<document/>' };
const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');

it.each([
  ['a.pdf', pdfBytes('x'), 'pdf'],
  ['a.docx', docxBytes('x'), 'docx'],
  ['a.xlsx', xlsxBytes('x'), 'xlsx'],
  ['a.jpeg', jpgBytes('x'), 'jpg'],
  ['a.PNG', pngBytes('x'), 'png'],
])('%s is taken', (name, bytes, kind) => expect(judgeEvidence({ fileName: name, bytes })).toEqual({ kind }));

it.each([
  ['an ending that is not taken', 'a.exe', pdfBytes('x'), 'unknown_type'],
  ['a picture with a script', 'a.svg', Buffer.from('<svg onload="x()"/>'), 'unknown_type'],
  ['no ending', 'pdf', pdfBytes('x'), 'unknown_type'],
  ['nothing', 'a.pdf', Buffer.alloc(0), 'empty_file'],
  ['one byte too much', 'a.pdf', pdfBytes('x', 10 * 1024 * 1024 + 1), 'too_large'],
  ['a document named a PDF', 'a.pdf', docxBytes('x'), 'wrong_content'],
  ['a workbook named a document', 'a.docx', xlsxBytes('x'), 'wrong_content'],
  ['a web page named a PDF', 'a.pdf', Buffer.from('<html>%PDF-1.4 %%EOF'), 'wrong_content'],
  ['a PDF that was cut off', 'a.pdf', pdfBytes('x').subarray(0, 9), 'wrong_content'],
  ['an old document', 'a.docx', compound, 'wrong_content'],
  [
    'a password',
    'a.docx',
    Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]),
    'encrypted',
  ],
  ['an encrypted part', 'a.docx', zipFile([types, { ...text, flags: 1 }]), 'encrypted'],
  ['macros', 'a.docx', zipFile([types, text, { name: 'word/vbaProject.bin', content: 'x' }]), 'macros'],
  ['a bomb', 'a.docx', zipBomb(), 'unsafe_archive'],
  ['a part outside', 'a.docx', zipFile([types, text, { name: '../x', content: 'x' }]), 'unsafe_archive'],
  ['an archive that was cut off', 'a.docx', docxBytes('x').subarray(0, 60), 'unreadable_file'],
  ['an archive of something else', 'a.docx', zipFile([text]), 'wrong_content'],
])('%s is refused', (_what, name, bytes, refusal) =>
  expect(judgeEvidence({ fileName: name, bytes })).toEqual({ refusal }),
);

it('answers for any bytes at all, and for any slip in a sound file', () => {
  const sound = [pdfBytes('x'), docxBytes('x'), xlsxBytes('x'), jpgBytes('x'), pngBytes('x')];
  const names = fc.oneof(fc.constantFrom('a.pdf', 'a.docx', 'a.xlsx', 'a.jpg', 'a.png'), fc.string());
  const spoiled = fc
    .tuple(fc.constantFrom(...sound), fc.nat(), fc.uint8Array({ maxLength: 40 }), fc.nat())
    .map(([bytes, at, put, cut]) => {
      const copy = Buffer.from(bytes);
      copy.set(put.subarray(0, Math.max(0, copy.length - (at % copy.length))), at % copy.length);
      return copy.subarray(0, copy.length - (cut % 3 === 0 ? cut % copy.length : 0));
    });
  fc.assert(
    fc.property(names, fc.oneof(spoiled, fc.uint8Array({ maxLength: 200 })), (name, bytes) => {
      const verdict = judgeEvidence({ fileName: name, bytes });
      expect('kind' in verdict || evidenceRefusals.includes(verdict.refusal)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

it('opens no archive: one whose parts cannot be unpacked is told by its directory alone', () => {
  const spoiled = zipFile([types, { ...text, content: 'not deflated at all', deflated: true }]);
  const at = spoiled.indexOf('word/document.xml') + 'word/document.xml'.length;
  spoiled.fill(0xff, at, at + 8);
  expect(judgeEvidence({ fileName: 'a.docx', bytes: spoiled })).toEqual({ kind: 'docx' });
});

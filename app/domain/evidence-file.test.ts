import { describe, expect, it } from 'vitest';
import { docxBytes, jpgBytes, pdfBytes, pngBytes, xlsxBytes } from '#test/helpers/evidence-file.ts';
import { framework } from '#test/helpers/filing-district.ts';
import {
  evidenceBarriers,
  evidenceLimits,
  isCompoundFile,
  kindOfBytes,
  kindOfMediaType,
  kindOfName,
  kindOfParts,
  takesEvidence,
} from './evidence-file.ts';

describe('formats', () => {
  it.each([
    ['a.pdf', 'pdf'],
    ['a.PDF', 'pdf'],
    ['a.b.jpeg', 'jpg'],
    ['a.jpg', 'jpg'],
    ['a.png', 'png'],
    ['a.docx', 'docx'],
    ['a.xlsx', 'xlsx'],
    ['a.doc', undefined],
    ['a.docm', undefined],
    ['a.svg', undefined],
    ['pdf', undefined],
    ['a.pdf.exe', undefined],
  ])('%s claims to be %s', (name, kind) => expect(kindOfName(name)).toBe(kind));

  it.each([
    ['a PDF', pdfBytes('x'), 'pdf'],
    ['a PDF that was cut off', Buffer.from('%PDF-1.4\nx'), undefined],
    ['a PNG', pngBytes('x'), 'png'],
    ['a PNG that was cut off', pngBytes('x').subarray(0, 9), undefined],
    ['a JPEG', jpgBytes('x'), 'jpg'],
    ['a JPEG with notes behind it', Buffer.concat([jpgBytes('x'), Buffer.alloc(999)]), 'jpg'],
    ['a JPEG that was cut off', jpgBytes('x').subarray(0, 5), undefined],
    ['a document', docxBytes('x'), 'zip'],
    ['a page of the web', Buffer.from('<!doctype html><script>%PDF-%%EOF</script>'), undefined],
    ['a program', Buffer.from('MZ\x90\0'), undefined],
    ['nothing', Buffer.alloc(0), undefined],
  ])('%s is known by its bytes', (_name, bytes, kind) => expect(kindOfBytes(bytes)).toBe(kind));

  it('knows a document of the old programs, and one with a password', () => {
    expect(isCompoundFile(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe(true);
    expect(isCompoundFile(xlsxBytes('x'))).toBe(false);
  });

  it('tells archives by the names of their parts', () => {
    const types = '[Content_Types].xml';
    expect(kindOfParts([types, 'word/document.xml'])).toBe('docx');
    expect(kindOfParts([types, 'word/document2.xml'])).toBe('docx');
    expect(kindOfParts([types, 'xl/workbook.xml'])).toBe('xlsx');
    expect(kindOfParts([types, 'word/document.xml', 'word/vbaProject.bin'])).toBe('macros');
    expect(kindOfParts([types, 'ppt/presentation.xml'])).toBeUndefined();
    expect(kindOfParts(['word/document.xml'])).toBeUndefined();
  });

  it('knows each by the media type that it is stored under', () => {
    expect(kindOfMediaType('image/jpeg')).toBe('jpg');
    expect(kindOfMediaType('text/html')).toBeUndefined();
  });
});

describe('evidenceBarriers', () => {
  const { fileBytes, totalBytes, files } = evidenceLimits;
  const file = (sha256: string, bytes = fileBytes) => ({ sha256, bytes });

  it('fills up to the limit and not beyond, whatever comes in one upload', () => {
    const held = { files: 4, bytes: totalBytes - fileBytes, hashes: [] };
    expect(evidenceBarriers(held, [file('a'), file('b', 1)])).toEqual([undefined, 'no_room']);
    expect(evidenceBarriers(held, [file('a', fileBytes + 1), file('b', 1)])).toEqual(['no_room', undefined]);
  });

  it('takes the same content once, also twice in one upload', () => {
    const held = { files: 1, bytes: 1, hashes: ['a'] };
    expect(evidenceBarriers(held, [file('a', 1), file('b', 1), file('b', 1)])).toEqual([
      'attached_already',
      undefined,
      'attached_already',
    ]);
  });

  it('has a limit for their number', () => {
    const held = { files: files - 1, bytes: 1, hashes: [] };
    expect(evidenceBarriers(held, [file('a', 1), file('b', 1)])).toEqual([undefined, 'too_many']);
  });
});

it('files hang where words about evidence stand', () => {
  expect(['a', 'a.p', 'a.p.1', 'b', 'total'].map((code) => takesEvidence(framework, code))).toEqual([
    ...[false, true, true, true, false],
  ]);
});

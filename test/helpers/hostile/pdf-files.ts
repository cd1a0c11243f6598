import { deflateSync } from 'node:zlib';
import { lockedPdf, pdfFile, pdfText } from '../pdf-file.ts';
import { flipped, type HostileFile, hostile, type Seeded, truncated } from './seeded.ts';

const name = '自评报告.pdf';

export function hostilePdfs(next: Seeded): HostileFile[] {
  const page = pdfFile(
    Array.from({ length: 30 }, (_, line) => pdfText(72, 760 - line * 20, 'BDD6B5C0', 'F2')).join('\n'),
  );
  return [
    ...truncated('PDF', name, page, 40, next),
    ...flipped('PDF', name, page, 70, next),
    ...flipped('locked PDF', name, lockedPdf(), 15, next),
    ...contents(),
    ...structures(),
  ];
}

function contents(): HostileFile[] {
  const streams: [string, string][] = [
    ['a million operators', 'q Q '.repeat(500_000)],
    ['states that never end', 'q '.repeat(100_000)],
    ['states that never began', 'Q '.repeat(100_000)],
    ['text that never ends', 'BT '.repeat(50_000)],
    ['an array without end', '['.repeat(100_000)],
    ['a dictionary without end', '<< /A '.repeat(50_000)],
    ['a string without end', `(${'('.repeat(200_000)}`],
    ['numbers beyond reason', `${'9'.repeat(5000)} ${'9'.repeat(5000)} Td`],
    ['text far away', pdfText(1e9, -1e9, 'a')],
    ['text of no size', 'BT /F1 0 Tf 0 0 0 0 0 0 Tm (a) Tj ET'],
    ['no such font', 'BT /F9 12 Tf (a) Tj ET'],
    ['a hundred thousand lines', '0 0 m 9 9 l S 0 5 m 500 5 l S '.repeat(50_000)],
    ['a table of a million cells', lattice(1000)],
    ['a picture in the text', 'BI /W 100000 /H 100000 /BPC 8 /CS /RGB ID aaaa EI'],
    ['operators that are none', 'xx yy zz '.repeat(20_000)],
    ['many words', pdfText(72, 700, 'a').concat(' ').repeat(20_000)],
  ];
  return streams.map(([what, stream]) => hostile(`a page with ${what}`, name, pdfFile(stream)));
}

function lattice(count: number): string {
  return Array.from(
    { length: count },
    (_, i) => `0 ${i * 5} m 5000 ${i * 5} l S ${i * 5} 0 m ${i * 5} 5000 l S`,
  ).join(' ');
}

/** Objects of a file: whatever is not given is as in a file of one page. */
function objectsOf(changes: Record<number, string>): string[] {
  const plain = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    stream(pdfText(72, 700, 'a')),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  return Array.from({ length: 8 }, (_, index) => changes[index + 1] ?? plain[index] ?? 'null');
}

function stream(content: string | Buffer, entries = '', length: number | string = content.length): string {
  return `<< /Length ${length} ${entries} >>\nstream\n${content.toString('latin1' as BufferEncoding)}\nendstream`;
}

function fileOf(objects: readonly string[], trailer = ''): Buffer {
  let file = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  file += `${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer.replace('START', String(start))} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

function structures(): HostileFile[] {
  const bomb = deflateSync(Buffer.alloc(60 * 1024 * 1024, 'q Q '));
  const twice = deflateSync(deflateSync(Buffer.alloc(20 * 1024 * 1024)));
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources';
  const changes: [string, Record<number, string>, string?][] = [
    ['pages that hold themselves', { 2: '<< /Type /Pages /Kids [2 0 R] /Count 1 >>' }],
    [
      'pages that hold each other',
      { 2: '<< /Type /Pages /Kids [6 0 R] /Count 1 >>', 6: '<< /Type /Pages /Kids [2 0 R] /Count 1 >>' },
    ],
    [
      'the same page a thousand times',
      { 2: `<< /Type /Pages /Kids [${'3 0 R '.repeat(1000)}] /Count 1000 >>` },
    ],
    ['a billion pages, it says', { 2: '<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>' }],
    ['less than no pages', { 2: '<< /Type /Pages /Kids [3 0 R] /Count -1 >>' }],
    ['a catalogue that is itself its pages', { 1: '<< /Type /Catalog /Pages 1 0 R >>' }],
    ['contents that are the page', { 3: `${page} << >> /Contents 3 0 R >>` }],
    ['a length that refers to itself', { 4: stream('BT ET', '', '4 0 R') }],
    ['a length beyond the end', { 4: stream('BT ET', '', 2_000_000_000) }],
    ['a length below nothing', { 4: stream('BT ET', '', -5) }],
    ['a packed bomb', { 4: stream(bomb, '/Filter /FlateDecode') }],
    ['a bomb packed twice', { 4: stream(twice, '/Filter [/FlateDecode /FlateDecode]') }],
    ['a thousand filters', { 4: stream('a', `/Filter [${'/ASCIIHexDecode '.repeat(1000)}]`) }],
    ['a filter that is none', { 4: stream('a', '/Filter /None') }],
    ['broken packing', { 4: stream('\x78\x9c\xff\xff\xff', '/Filter /FlateDecode') }],
    [
      'a form that draws itself',
      {
        3: `${page} << /XObject << /X 6 0 R >> >> >>`,
        4: stream('/X Do'),
        6: stream(
          '/X Do',
          '/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /X 6 0 R >> >>',
        ),
      },
    ],
    [
      'a font that is the page',
      { 5: '<< /Type /Font /Subtype /Type0 /DescendantFonts [3 0 R] /Encoding 3 0 R >>' },
    ],
    [
      'a font of itself',
      { 5: '<< /Type /Font /Subtype /Type0 /DescendantFonts [5 0 R] /Encoding /Identity-H >>' },
    ],
    [
      'a map without end',
      {
        5: '<< /Type /Font /Subtype /Type1 /BaseFont /A /ToUnicode 6 0 R >>',
        6: stream(`${'1 begincodespacerange <00> <FF> '.repeat(20_000)}`),
      },
    ],
    [
      'a map of everything',
      {
        5: '<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding 6 0 R /DescendantFonts [7 0 R] >>',
        6: stream('1 begincidrange <00000000> <FFFFFFFF> 0 endcidrange', '/Type /CMap'),
        7: '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A >>',
      },
    ],
    [
      'a map that does not exist',
      {
        5: '<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /../../../etc/passwd /DescendantFonts [7 0 R] >>',
        7: '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A >>',
      },
    ],
    ['a page beyond measure', { 3: `${page} << >> /MediaBox [0 0 1e300 -1e300] /UserUnit 1e300 >>` }],
    ['a page of no measure', { 3: '<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [0] >>' }],
    [
      'code to run',
      { 1: '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (while\\(1\\);) >> >>' },
    ],
    [
      'a program to start',
      { 1: '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (/bin/sh) >> >>' },
    ],
    [
      'an address to call',
      { 1: '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /URI /URI (http://127.0.0.1:1/) >> >>' },
    ],
    [
      'a form of XML',
      {
        1: '<< /Type /Catalog /Pages 2 0 R /AcroForm << /XFA 6 0 R >> >>',
        6: stream('<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><a>&a;</a>'),
      },
    ],
    [
      'names without end',
      { 1: `<< /Type /Catalog /Pages 2 0 R /Names ${'<< /A '.repeat(20_000)}${'>> '.repeat(20_000)} >>` },
    ],
    ['a table before itself', {}, '/Prev START'],
    ['a table at no place', {}, '/Prev 999999999'],
    [
      'a stream of objects that holds itself',
      { 6: stream('6 0 << >>', '/Type /ObjStm /N 1 /First 4 /Extends 6 0 R') },
    ],
    ['a lock that is none', {}, '/Encrypt << /Filter /None >>'],
    [
      'a lock of the newest kind',
      {},
      `/Encrypt << /Filter /Standard /V 5 /R 6 /Length 256 /P -4 /O <00> /U <00> >> /ID [<00> <00>]`,
    ],
    [
      'a picture beyond measure',
      {
        3: `${page} << /XObject << /X 6 0 R >> >> >>`,
        4: stream('/X Do'),
        6: stream(
          'a',
          '/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode',
        ),
      },
    ],
  ];
  const files = changes.map(([what, objects, trailer]) =>
    hostile(`a PDF with ${what}`, name, fileOf(objectsOf(objects), trailer)),
  );
  const marks = [
    '%PDF-',
    '%PDF-1.7\n'.repeat(10_000),
    '%PDF-1.7\nstartxref\n0\n%%EOF',
    `%PDF-1.7\n${'1 0 obj\n'.repeat(50_000)}`,
    `%PDF-1.7\n${'<'.repeat(300_000)}`,
  ];
  return [...files, ...marks.map((content) => hostile('a PDF of marks alone', name, content))];
}

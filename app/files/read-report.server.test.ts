import { describe, expect, test } from 'vitest';
import { longestReport, readReport } from '#app/domain/report-text/index.ts';
import { docxFile, docxParts } from '#test/helpers/docx-file.ts';
import { lockedPdf, pdfFile, pdfText } from '#test/helpers/pdf-file.ts';
import { expectedRecord, publishedReports, publishedText, recordOf } from '#test/helpers/report-record.ts';
import { zipFile } from '#test/helpers/zip-file.ts';
import { interpretReportFile, largestReport, readReportFile } from './read-report.server.ts';

const utf8 = new TextEncoder().encode('街道办事处');

describe('readReportFile', () => {
  test('plain text', async () => {
    expect(await readReportFile('报告.TXT', utf8)).toEqual({ text: '街道办事处', mediaType: 'text/plain' });
  });

  test.each([
    ['报告.doc', utf8, 'old_word', { file: '报告.doc' }],
    ['报告.wps', utf8, 'unknown_type', { file: '报告.wps', type: 'wps' }],
    ['a.constructor', utf8, 'unknown_type', { file: 'a.constructor', type: 'constructor' }],
    ['报告', utf8, 'unknown_type', { file: '报告', type: '' }],
    ['a.txt', new Uint8Array(), 'empty_file', { file: 'a.txt' }],
    ['a.txt', new TextEncoder().encode(' \n'), 'empty_file', { file: 'a.txt' }],
    ['a.txt', Uint8Array.from([0x50, 0x4b, 0, 0, 0xff, 0xff]), 'unreadable', { file: 'a.txt' }],
  ])('%s: refused', async (name, bytes, code, params) => {
    await expect(readReportFile(name, bytes)).rejects.toMatchObject({
      name: 'ReportFileError',
      code,
      params,
    });
  });

  test('too large', async () => {
    await expect(readReportFile('a.txt', new Uint8Array(largestReport + 1))).rejects.toMatchObject({
      code: 'too_large',
    });
  });
});

describe('interpretReportFile', () => {
  test('the text as it is read alone, and what it says; several at once each get their own', async () => {
    const texts = publishedReports.map((name) => publishedText(name));
    const files: [string, Uint8Array][] = [
      ...texts.map((text): [string, Uint8Array] => ['a.docx', docxFile(text.split('\n'))]),
      ['a.txt', Buffer.from(texts[0] ?? '')],
      ['b.txt', Buffer.from('一、基本情况\u0007\n“引号”\u{20000}')],
      ['a.pdf', pdfFile(pdfText(72, 700, 'BDD6B5C0', 'F2'))],
    ];
    const both = await Promise.all(files.map(([name, bytes]) => interpretReportFile(name, bytes)));
    const alone = await Promise.all(files.map(([name, bytes]) => readReportFile(name, bytes)));
    expect(both).toEqual(alone.map((file) => ({ ...file, reading: readReport(file.text) })));
  });

  test('a text longer than a report has no reading', async () => {
    const letter = (_: unknown, index: number) => String.fromCodePoint(0x4e00 + ((index * 7919) % 20_000));
    const text = Array.from({ length: longestReport + 1 }, letter).join('');
    for (const [name, bytes] of [
      ['a.txt', Buffer.from(text)],
      ['a.docx', docxFile([text])],
    ] as const) {
      const { text: read, reading } = await interpretReportFile(name, bytes);
      expect([read, reading]).toEqual([text, undefined]);
    }
  });

  test('what is refused is refused by the same name', async () => {
    const refused = { name: 'ReportFileError', code: 'unreadable_file', params: { file: 'a.docx' } };
    await expect(interpretReportFile('a.docx', docxFile(['街道']).subarray(0, -30))).rejects.toMatchObject(
      refused,
    );
  });
});

describe('a Word document', () => {
  const read = async (bytes: Uint8Array) => (await readReportFile('报告.docx', bytes)).text;

  test('a line a paragraph, a line a row', async () => {
    const blocks = [
      '一、基本情况',
      [
        ['预算数', '10158.36万元'],
        ['A & B', '<1>'],
      ],
      '',
      '二、分析',
    ];
    expect(await read(docxFile(blocks))).toBe('一、基本情况\n预算数\t10158.36万元\nA & B\t<1>\n\n二、分析');
  });

  test('breaks, tabs, links, text boxes; not what was deleted', async () => {
    const run = (inner: string) => `<w:r>${inner}</w:r>`;
    const body = [
      run('<w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t>'),
      `<w:hyperlink w:anchor="x">${run('<w:t>四</w:t>')}</w:hyperlink>`,
      `<w:del w:id="1" w:author="a">${run('<w:delText>五</w:delText>')}</w:del>`,
      `<w:ins w:id="2" w:author="a">${run('<w:t>六</w:t>')}</w:ins>`,
    ];
    expect(await read(zipFile(docxParts(`<w:p>${body.join('')}</w:p>`)))).toBe('一\n二\t三四六');
  });

  test.each(publishedReports)('%s says the same as in plain text', async (name) => {
    const text = publishedText(name);
    const record = recordOf(await read(docxFile(text.split('\n'))));
    expect(record).toEqual(recordOf(text));
    expect(record).toMatchObject(expectedRecord(name));
    const lookAlike = text.replaceAll('金', '⾦').replaceAll('比', '⽐').replaceAll('长', '⻓');
    expect(recordOf(await read(docxFile(lookAlike.split('\n'))))).toMatchObject(expectedRecord(name));
  });

  test('figures and scores in tables', async () => {
    const record = recordOf(
      await read(
        docxFile([
          '广州市荔湾区人民政府白鹤洞街道办事处2023年部门整体支出绩效自评报告',
          '（二）部门整体收支情况',
          [
            ['项目', '金额', '项目', '金额'],
            ['全年预算数', '10158.36万元', '全年执行数', '9763.97万元'],
            ['基本支出', '2515.75万元', '项目支出', '7248.22万元'],
            ['预算完成率', '96.12%', '', ''],
          ],
          '二、综合评价分析',
          [
            ['履职效能', '满分50分', '自评得分49.47分'],
            ['预算编制', '得分', '3分'],
          ],
        ]),
      ),
    );
    expect(record.amounts_yuan).toEqual({
      budget_total: 101583600,
      executed_total: 97639700,
      expenditure_basic: 25157500,
      expenditure_project: 72482200,
    });
    expect(record.rates_pct).toEqual({ execution_rate: 96.12 });
    expect(record.scores).toEqual({ 履职效能: [49.47, 50], 预算编制: [3, null] });
  });

  const body = '<w:p><w:r><w:t>&xxe;</w:t></w:r></w:p>';
  const parts = docxParts(body.replace('&xxe;', '字'));
  const zeros = new Uint8Array(120 * 1024 * 1024);
  const oldFile = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  test.each<[string, Uint8Array, string]>([
    ['text under its name', utf8, 'wrong_content'],
    ['a PDF under its name', pdfFile(''), 'wrong_content'],
    [
      'an archive of something else',
      zipFile([{ name: 'xl/workbook.xml', content: '<a/>' }]),
      'wrong_content',
    ],
    ['the old format under its name', oldFile, 'old_word'],
    [
      'a document with a password',
      Buffer.concat([oldFile, Buffer.from('EncryptedPackage', 'utf16le')]),
      'encrypted',
    ],
    ['cut off', docxFile(['街道']).subarray(0, -30), 'unreadable_file'],
    ['its first bytes', Buffer.from('PK'), 'unreadable_file'],
    ['no words', docxFile(['', ' ']), 'empty_file'],
    [
      'no document in it',
      zipFile(parts.slice(0, 1).concat({ name: 'word/a.xml', content: '<a/>' })),
      'unreadable_file',
    ],
    ['XML that does not close', zipFile(docxParts('<w:p><w:r>')), 'unreadable_file'],
    ['a bomb', zipFile([...parts, { name: 'word/a.xml', content: zeros, deflated: true }]), 'unsafe_archive'],
    [
      'a bomb that lies',
      zipFile([...parts, { name: 'word/a.xml', content: zeros, deflated: true, size: 999 }]),
      'unsafe_archive',
    ],
    ['a way out of its folder', zipFile([...parts, { name: '../../a.xml', content: '' }]), 'unsafe_archive'],
    [
      'a reach for other files',
      zipFile(docxParts(body, '<!DOCTYPE a [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>')),
      'unsafe_archive',
    ],
    [
      'a text without end',
      zipFile(docxParts('<w:p><w:r><w:t>a</w:t></w:r></w:p><w:p/>'.repeat(100_000) + noise(900_000))),
      'unreadable_file',
    ],
  ])('%s: refused', async (_, bytes, code) => {
    await expect(readReportFile('报告.docx', bytes)).rejects.toMatchObject({
      name: 'ReportFileError',
      code,
      params: { file: '报告.docx' },
    });
  });
});

describe('a PDF', () => {
  const read = async (bytes: Uint8Array) => (await readReportFile('报告.PDF', bytes)).text;

  test('lines from top to bottom, pieces from left to right, a tab at a wide gap', async () => {
    const words = [
      pdfText(72, 600, 'third'),
      pdfText(300, 652, '49.47'),
      pdfText(72, 650, 'second'),
      pdfText(112, 650, 'half'),
      pdfText(72, 700, 'first'),
    ];
    expect(await read(pdfFile(words.join('\n')))).toBe('first\nsecond half\t49.47\nthird');
  });

  test('a Chinese font that is not embedded', async () => {
    expect(await read(pdfFile(pdfText(72, 700, 'BDD6B5C0', 'F2')))).toBe('街道');
  });

  const page = pdfFile(pdfText(72, 700, 'a'));
  test.each<[string, Uint8Array, string]>([
    ['text under its name', utf8, 'wrong_content'],
    ['an archive under its name', docxFile(['街道']), 'wrong_content'],
    ['pictures only', pdfFile('0 0 100 100 re f'), 'no_text_layer'],
    ['page numbers only', pdfFile(pdfText(300, 20, '- 1 -')), 'no_text_layer'],
    ['a password', lockedPdf(), 'encrypted'],
    ['its first bytes', Buffer.from('%PDF-1.7'), 'unreadable_file'],
    ['cut off', page.subarray(0, 60), 'unreadable_file'],
  ])('%s: refused', async (_, bytes, code) => {
    await expect(readReportFile('报告.pdf', bytes)).rejects.toMatchObject({ name: 'ReportFileError', code });
  });
});

/** Paragraphs that hardly pack. */
function noise(length: number): string {
  let state = 1;
  return Array.from({ length: length / 9 }, () => {
    state = (state * 48271) % 2147483647;
    return `<w:p/>${state % 1000}`;
  }).join('');
}

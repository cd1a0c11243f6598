import { describe, expect, test } from 'vitest';
import { decodeText, largestReport, readReportFile } from './read-report.server.ts';

const utf8 = new TextEncoder().encode('街道办事处');
/** 街道 in GB18030. */
const gb18030 = Uint8Array.from([0xbd, 0xd6, 0xb5, 0xc0]);

describe('readReportFile', () => {
  test('plain text', async () => {
    expect(await readReportFile('报告.TXT', utf8)).toEqual({ text: '街道办事处', mediaType: 'text/plain' });
  });

  test.each([
    ['报告.docx', utf8, 'not_yet_readable', { file: '报告.docx', type: 'docx' }],
    ['报告.pdf', utf8, 'not_yet_readable', { file: '报告.pdf', type: 'pdf' }],
    ['报告.doc', utf8, 'unknown_type', { file: '报告.doc', type: 'doc' }],
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

describe('decodeText', () => {
  test('UTF-8 with and without mark, UTF-16 with mark, GB18030', () => {
    expect(decodeText(utf8)).toBe('街道办事处');
    expect(decodeText(Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]))).toBe('街道办事处');
    expect(decodeText(Uint8Array.from([0xff, 0xfe, 0x57, 0x88, 0x53, 0x90]))).toBe('街道');
    expect(decodeText(gb18030)).toBe('街道');
  });
});

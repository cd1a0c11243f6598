import { expect, test } from 'vitest';
import { numberedDocx } from '#test/helpers/numbered-docx.ts';
import { publishedReports, publishedText, recordOf } from '#test/helpers/report-record.ts';
import { countText } from './docx-counting.ts';
import { withNumbers } from './docx-numbers.server.ts';
import { readReportFile } from './read-report.server.ts';

test.each(publishedReports)(
  '%s with headings that Word numbers reads as if they were typed',
  async (name) => {
    const paragraphs = publishedText(name)
      .replace(/(?<=[^\n]{45}[^。；：\n])\s*\n\s*/g, '')
      .split(/\s*\n\s*/);
    const { text } = await readReportFile('a.docx', numberedDocx(paragraphs));
    expect(text.replaceAll(' ', '')).toBe(paragraphs.join('\n').replaceAll(' ', ''));
    expect(recordOf(text)).toEqual(recordOf(paragraphs.join('\n')));
  },
);

test.each([
  ['chineseCounting', [1, 10, 11, 20, 35, 105], ['一', '十', '十一', '二十', '三十五', '一百零五']],
  ['ideographDigital', [1, 10, 23], ['一', '一〇', '二三']],
  ['decimalEnclosedCircleChinese', [1, 20, 21], ['①', '⑳', '21']],
  ['upperRoman', [4, 9, 49], ['IV', 'IX', 'XLIX']],
  ['lowerLetter', [1, 26, 27], ['a', 'z', 'aa']],
  ['ideographTraditional', [1, 10], ['甲', '癸']],
  ['none', [1], ['']],
  ['decimal', [7, 5000, -1], ['7', '5000', '-1']],
  ['of another kind', [3], ['3']],
])('%s', (format, counts, texts) => {
  expect(counts.map((count) => countText(format, count))).toEqual(texts);
});

const list = (levels: string, more = '') =>
  `<w:abstractNum w:abstractNumId="1">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>${more}`;
const level = (at: number, text: string, format = 'decimal', more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
const two = level(0, '%1.', 'chineseCounting') + level(1, '%1.%2');
const paragraphs = (...places: [number, number][]) =>
  places
    .map(
      ([use, at]) =>
        `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${use}"/></w:numPr></w:pPr></w:p>`,
    )
    .join('');
const numbersIn = (xml: string) => [...xml.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, text]) => text?.trim());

test('deeper levels begin anew below each number, and name the levels above', () => {
  const xml = withNumbers(paragraphs([1, 0], [1, 1], [1, 1], [1, 0], [1, 1]), list(two));
  expect(numbersIn(xml)).toEqual(['一.', '一.1', '一.2', '二.', '二.1']);
});

test('a level in digits alone, and one that no number above has begun', () => {
  const legal = level(0, '%1.', 'chineseCounting') + level(1, '%1.%2', 'decimal', '<w:isLgl/>');
  expect(numbersIn(withNumbers(paragraphs([1, 1], [1, 1]), list(legal)))).toEqual(['1.1', '1.2']);
});

test('a second use of a list goes on, unless it says where to start', () => {
  const second = '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>';
  const third =
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>';
  const xml = withNumbers(paragraphs([1, 0], [2, 0], [3, 0], [3, 0]), list(two, second + third));
  expect(numbersIn(xml)).toEqual(['一.', '二.', '五.', '六.']);
});

test('no number: bullets, none, a list that is not there, one taken away, an old one', () => {
  const bullets = list(level(0, '', 'bullet'));
  const old =
    '<w:p><w:pPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange></w:pPr></w:p>';
  expect(numbersIn(withNumbers(paragraphs([1, 0]), bullets))).toEqual([]);
  expect(numbersIn(withNumbers(paragraphs([9, 0], [0, 0], [1, 99]) + old, list(two)))).toEqual([]);
  expect(withNumbers('<w:p/>', '', '')).toBe('<w:p/>');
});

test('styles based on themselves and lists without an end are left', () => {
  const styles =
    '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>';
  const xml = '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr></w:p>';
  expect(withNumbers(xml, list(two), styles)).toBe(xml);
  expect(withNumbers(xml, '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">')).toBe(xml);
});

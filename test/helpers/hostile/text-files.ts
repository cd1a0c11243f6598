import { gb18030 } from '../gb18030.ts';
import { publishedReports, publishedText } from '../report-record.ts';
import { flipped, type HostileFile, hostile, randomBytes, type Seeded, times, truncated } from './seeded.ts';

const name = '自评报告.txt';

export function hostileTexts(next: Seeded): HostileFile[] {
  const reports = publishedReports.map((report) => publishedText(report));
  const [utf8 = Buffer.of(), other = Buffer.of()] = reports.map((text) => Buffer.from(text));
  const gb = gb18030(reports[0] ?? '');
  return [
    ...truncated('UTF-8', name, utf8, 25, next),
    ...flipped('UTF-8', name, other, 40, next),
    ...truncated('GB18030', name, gb, 20, next),
    ...flipped('GB18030', name, gb, 40, next),
    ...marks(reports[0] ?? '', gb),
    ...zeros(utf8, next),
    ...times(15, (index) => hostile('noise', name, randomBytes(1000 * (index + 1), next))),
    ...lines(),
    ...characters(reports[0] ?? ''),
  ];
}

function marks(report: string, gb: Uint8Array): HostileFile[] {
  const [utf8, little] = [Buffer.from(report), Buffer.from(report, 'utf16le')];
  const big = Buffer.from(little).swap16();
  const orders = [
    [0xef, 0xbb, 0xbf],
    [0xff, 0xfe],
    [0xfe, 0xff],
    [0, 0, 0xfe, 0xff],
    [0x2b, 0x2f, 0x76],
  ];
  return orders.flatMap((mark) =>
    [utf8, little, big, gb, Buffer.from('\ufeff'), Buffer.of(0x41)].map((content) =>
      hostile(`the byte order mark ${mark}`, name, Buffer.concat([Buffer.from(mark), content])),
    ),
  );
}

function zeros(utf8: Buffer, next: Seeded): HostileFile[] {
  return times(10, (index) => {
    const place = next(utf8.length);
    const bytes = [utf8.subarray(0, place), Buffer.alloc(index + 1), utf8.subarray(place)];
    return hostile('zero bytes', name, Buffer.concat(bytes));
  });
}

/** A megabyte of the same without an end, and what makes a reader look back. */
function lines(): HostileFile[] {
  const units = [
    'a',
    '街',
    '1',
    '1,',
    '2023年',
    '预算数1万元，',
    '（',
    '一、',
    '\t',
    '| ',
    '其中：',
    '得分1分，',
    '分别为',
    '  ',
  ];
  return units.flatMap((unit) => [
    hostile(`one line of ${JSON.stringify(unit)}`, name, unit.repeat(1_000_000 / Buffer.byteLength(unit))),
    hostile(
      `60,000 of ${JSON.stringify(unit)} on lines`,
      name,
      `街道2023年\n${unit}\n`.repeat(8000).slice(0, 190_000),
    ),
  ]);
}

function characters(report: string): HostileFile[] {
  const odd: [string, string | Uint8Array][] = [
    ['halves of characters', Buffer.from([...Buffer.from(report), 0xed, 0xa0, 0x80])],
    ['overlong characters', Buffer.from([0xc0, 0xaf, 0xe0, 0x80, 0xaf, ...Buffer.from(report)])],
    ['beyond Unicode', Buffer.from([0xf4, 0x90, 0x80, 0x80])],
    ['text that turns', report.replaceAll('预算', '\u202e预算\u202c')],
    ['text that shows nothing', '\u200b\u2060\ufeff\u00ad'.repeat(20_000)],
    ['piled accents', `街${'\u0301'.repeat(100_000)}`],
    ['line ends of every kind', report.replaceAll('\n', '\r\u2028\u2029\u0085\f\v')],
    ['a number without end', `2023年街道预算数${'9'.repeat(100_000)}万元`],
    ['decimals without end', `2023年街道预算数1.${'9'.repeat(100_000)}万元`],
    ['brackets without end', `${'（'.repeat(50_000)}街道2023年${'）'.repeat(50_000)}`],
    ['a table without end', '项目\t预算数\t执行数\n'.repeat(12_000)],
    ['a wide table', `项目${'\t1'.repeat(90_000)}`],
    ['escape codes', report.replaceAll('万', '\u001b[31m万')],
    ['markup', `<script>alert(1)</script>${report}`],
    ['a query', `'); drop table submissions; --${report}`],
    ['only marks', '。，；：'.repeat(40_000)],
  ];
  return odd.map(([what, content]) => hostile(what, name, content));
}

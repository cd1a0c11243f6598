import { plainCharacter } from './characters.ts';
import { contactEntry, phoneNumber } from './contact.ts';
import { withoutFurniture } from './furniture.ts';
import { continues, type Line, profileLines, splitLines } from './lines.ts';
import {
  joinMapped,
  type MappedText,
  mapText,
  mapUnits,
  replaceMapped,
  withoutSpacesIn,
} from './mapped-text.ts';
import type { DocumentTables } from './tables.ts';

const wide = '\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef“”‘’—…·≤≥÷∑';

/** Spaces without a meaning in Chinese text: beside a wide character, and inside a number. */
const idleSpaces: readonly RegExp[] = [
  new RegExp(` +(?=[${wide}%])|(?<=[${wide}%]) +`, 'g'),
  // “9763. 97”, “9763 .97”, “10, 158.36”; not the “1. 2023年” of a numbered paragraph
  /(?<=\d) +(?=\.\d)|(?<=\d\.)(?<!(?:^|\n)\d{1,2}\.) +(?=\d)|(?<=\d) +(?=,\d{3})|(?<=\d,) +(?=\d{3})/g,
  // “10 158.36万元”
  /(?<![\d.])\d{1,3}(?: \d{3}){1,4}(?:\.\d+)?(?=[万亿千百]*元)/g,
  // “2 0 2 3年”, “9 6 . 1 2%”: every figure apart
  /(?<![\d.])\d(?: [\d.]){1,20}(?=[万亿千百]*元|%|分|年)/g,
];

/** “一、基本情况（一）部门职能。…。（二）收支情况。…”: headings that go on in the line of others. */
const headingsInLine: readonly RegExp[] = [
  /(?<=(?:^|\n)[一二三四五六七八九十]{1,2}、[^\n。，；：（]{2,24})(?=（一）)/g,
  /(?<=[。；])(?=（[一二三四五六七八九十]{1,2}）[\u4e00-\u9fff“])/g,
];

/**
 * The text as one reads it: one paragraph a line, page furniture and contact data gone, look-alike characters and digits in
 * one form, no idle spaces. Every unit still knows its place in the document as given.
 */
export function cleanReport(
  original: string,
  tables?: Pick<DocumentTables, 'hidden' | 'breaks'>,
): MappedText {
  const prose = tables ? withoutTables(mapText(original), tables) : mapText(original);
  const plain = mapUnits(prose, plainCharacter);
  const broken = breakRunningText(plain);
  const joined = joinLines(broken, withoutFurniture(splitLines(broken.text)));
  const spaced = idleSpaces.reduce(withoutSpacesIn, joined);
  const commas = replaceMapped(spaced, /(?<!\d),|,(?!\d)/g, '，');
  const years = replaceMapped(commas, /二[〇○零0O][一二三四五六七八九〇○零]{2}(?=年)/g, yearInDigits);
  const headings = headingsInLine.reduce((text, pattern) => replaceMapped(text, pattern, '\n'), years);
  const labels = replaceMapped(
    headings,
    /(?=(?:下一步)?拟?(?:改进|整改)(?:措施|建议|意见)：)(?<=(?:问题|不足)：[^\n]{0,2000}[。；])|(?<=[。；])(?=发现的主要问题：)/g,
    '\n',
  );
  return replaceMapped(replaceMapped(labels, contactEntry, ''), phoneNumber, '');
}

/** Each stretch of a table that is no prose becomes the end of a line. */
function withoutTables(
  source: MappedText,
  { hidden, breaks }: Pick<DocumentTables, 'hidden' | 'breaks'>,
): MappedText {
  const gaps = [...hidden, ...breaks].sort((a, b) => a.start - b.start);
  const pieces: { start: number; end: number; glue: string }[] = [];
  let from = 0;
  for (const { start, end } of gaps) {
    if (start >= from) pieces.push({ start: from, end: start, glue: '\n' });
    from = Math.max(from, end);
  }
  const joined = joinMapped(source, [...pieces, { start: from, end: source.text.length, glue: '\n' }]);
  return replaceMapped(joined, /[|｜│┃]/g, ' ');
}

/** 二〇二三 → 2023 */
function yearInDigits(year: string): string {
  return year
    .replace(/[〇○零O]/g, '0')
    .replace(/[一二三四五六七八九]/g, (digit) => String('零一二三四五六七八九'.indexOf(digit)));
}

/** Text copied out of a PDF viewer may come as one line: headings are then known by the space around them. */
function breakRunningText(source: MappedText): MappedText {
  if (!/[^\n]{1500}/.test(source.text)) return source;
  const atHeading = / (?=[一二三四五六七八九十]{1,2}、|（[一二三四五六七八九十]{1,2}）)/g;
  const afterHeading =
    /(?<=\n(?:[一二三四五六七八九十]{1,2}、|（[一二三四五六七八九十]{1,2}）)[^\n 。，]{2,24}) /g;
  const atItem = /(?<=[。；]) (?=\d{1,2}[.、](?!\d))/g;
  return [atHeading, afterHeading, atItem].reduce(
    (text, pattern) => replaceMapped(text, pattern, '\n'),
    source,
  );
}

function joinLines(source: MappedText, lines: readonly Line[]): MappedText {
  const profile = profileLines(lines);
  const pieces = lines.map((line, index) => {
    const before = lines[index - 1];
    return { start: line.start, end: line.end, glue: before ? glueFor(before, line) : '' };
  });
  return joinMapped(source, pieces);

  function glueFor(before: Line, line: Line): string {
    if (!continues(before, line, profile)) return '\n';
    return /[a-zA-Z]$/.test(before.text) && /^[a-zA-Z]/.test(line.text) ? ' ' : '';
  }
}

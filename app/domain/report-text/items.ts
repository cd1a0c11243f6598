import { cjkNumber } from './patterns.ts';

/** One numbered item of a section, without its number. Offsets into the clean text. */
export interface Item {
  text: string;
  start: number;
  end: number;
  numbered: boolean;
}

/** Ways to number items, the outermost first; the first one that occurs in a section is the one that divides it. */
export const numberings: readonly RegExp[] = [
  /(?<=^|\n)(?:存在)?问题[一二三四五六七八九十\d]{1,2}[：、.]/g,
  new RegExp(`(?<=^|\\n)（${cjkNumber}）[、.]?`, 'g'),
  /(?<=^|\n|[。；！：])(?:第?[一二三四五六七八九十]{1,2}(?:是|[，、](?=[^、，。]{4}))|首先[，是]|其次[，是]|最后[，是])/g,
  /(?<=^|\n|[。；])\d{1,2}(?:、|\.(?!\d))/g,
  /(?<=^|\n)[-—*•●◆■]+(?=[\u4e00-\u9fff“])/g,
  /(?<=^|\n|[。；：])(?:（\d{1,2}）|\d{1,2}）|[①-⑳])[、.]?/g,
];

/** “从自评看，主要存在以下不足：” and what follows in the same line. */
const announcement = /^(?=[^：]{0,24}(?:以下|如下|下列))[^。；：\n]{0,30}(?:问题|不足|措施)：(?=.)/;

/** The items of a stretch of text in its own numbering; its paragraphs where there is none. */
export function splitItems(text: string, start: number, end: number): Item[] {
  const body = text.slice(start, end);
  const numbering = numberings
    .map((pattern) => [...body.matchAll(pattern)])
    .find((marks) => marks.length > 0);
  if (numbering) {
    return numbering
      .map((mark, index) => {
        const from = mark.index + mark[0].length;
        return itemAt(text, start + from, start + (numbering[index + 1]?.index ?? body.length), true);
      })
      .filter((item) => item.text !== '');
  }
  return [...body.matchAll(/[^\n]+/g)]
    .map((match) => {
      const from = start + match.index + (announcement.exec(match[0])?.[0].length ?? 0);
      return itemAt(text, from, start + match.index + match[0].length, false);
    })
    .filter((item) => item.text !== '');
}

/** Signature, date and annexes below the last section are none of its words. */
export function endOfWords(text: string, section: { bodyStart: number; end: number }): number {
  const body = text.slice(section.bodyStart, section.end);
  const signature =
    /\n(?:附件|附表|附：|[\u4e00-\u9fff]{2,30}(?:街道办事处|人民政府)(?:（[^）\n]*）)?(?:\n|$)|20\d{2}年\d{1,2}月\d{1,2}日(?:\n|$))/;
  const cut = body.search(signature);
  return cut < 0 ? section.end : section.bodyStart + cut;
}

export function itemAt(text: string, start: number, end: number, numbered: boolean): Item {
  const raw = text.slice(start, end);
  const trimmed = raw.trim();
  const from = start + raw.indexOf(trimmed);
  return { text: trimmed.replace(/\n/g, ''), start: from, end: from + trimmed.length, numbered };
}

import { cjkNumber } from './patterns.ts';

export interface Line {
  start: number;
  end: number;
  text: string;
}

/** How the document breaks its lines. `wrapAt`: width (one per half-width character) at which lines are cut, if they are. */
export interface LineProfile {
  wrapAt: number | null;
}

const marker = new RegExp(
  `^(?:第${cjkNumber}部分|${cjkNumber}、|（(?:${cjkNumber}|\\d{1,2})）|\\d{1,2}、|\\d{1,2}\\.(?:(?!\\d)|(?=20\\d\\d年))|[a-zA-Z][.、）]|[①-⑳]|[-—*•●◆■]+ ?(?=[\\u4e00-\\u9fff“])|${cjkNumber}是)`,
);
const label = /^[\u4e00-\u9fff]{2,14}：/;
const sentenceEnd = /[。！？!?][”’）》]*$/;
const listEnd = /[；：][”’）》]*$/;
const clauseEnd = /[，、,（“《]$/;
const headingEnd =
  /(?:报告|情况|问题|不足|措施|建议|职能|职责|目标|任务|分析|综述|结论|指标|概况|支出率|分）|附件\d*)$/;

/** Non-empty lines, trimmed, with their place in the text. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/[^\r\n\f\u2028\u2029]+/g)) {
    // “## 一、部门概况”
    const trimmed = match[0].trim().replace(/^#{1,6} +(?=\S)/, '');
    if (trimmed === '') continue;
    const start = match.index + match[0].lastIndexOf(trimmed);
    lines.push({ start, end: start + trimmed.length, text: trimmed });
  }
  return lines;
}

/** A document is hard-wrapped when many lines end near one width and hardly any goes beyond it. */
export function profileLines(lines: readonly Line[]): LineProfile {
  if (lines.length < 12) return { wrapAt: null };
  const widths = lines.map((line) => widthOf(line.text)).sort((a, b) => a - b);
  const wide = widths[Math.floor(widths.length * 0.9)] ?? 0;
  const near = widths.filter((width) => Math.abs(width - wide) <= 8).length / widths.length;
  const beyond = widths.filter((width) => width > wide + 8).length / widths.length;
  const wrapped = wide >= 40 && wide <= 140 && near >= 0.25 && beyond <= 0.03;
  return { wrapAt: wrapped ? wide : null };
}

/** Whether `next` goes on in the middle of the sentence, or of the word, that `line` breaks off. */
export function continues(line: Line, next: Line, profile: LineProfile): boolean {
  if (sentenceEnd.test(line.text) || marker.test(next.text)) return false;
  if (clauseEnd.test(line.text)) return true;
  if (listEnd.test(line.text) && profile.wrapAt === null) return false;
  if (label.test(next.text) && !/[，。]/.test(line.text)) return false;
  if (headingEnd.test(line.text) && (marker.test(line.text) || !/[，。；]/.test(line.text))) return false;
  if (/[\d.,]$/.test(line.text) && /^(?:[\d.,]*\d[\d.,]*)?(?:[万亿千百]*元|%|分)/.test(next.text))
    return true;
  const midSentence = profile.wrapAt !== null && !marker.test(line.text) && /[，。；、]/.test(line.text);
  const full = profile.wrapAt === null ? 60 : profile.wrapAt - 8;
  return midSentence || widthOf(line.text) >= full;
}

function widthOf(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i += 1) width += text.charCodeAt(i) > 0xff ? 2 : 1;
  return width;
}

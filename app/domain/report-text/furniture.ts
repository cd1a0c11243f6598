import { contactLabel } from './contact.ts';
import type { Line } from './lines.ts';

const pageNumber =
  /^(?:[-—_·]+ *\d{1,3} *[-—_·]+|第? *\d{1,3} *页(?:[，, /]*共 *\d{1,3} *页)?|\d{1,3} *\/ *\d{1,3}|page *\d+)$/i;
const contentsLine = /[.…·]{4,} *\d{0,3}$/;
const webFurniture =
  /^(?:【?(?:打印|关闭|字体|字号|返回顶部|分享到|扫一扫)|(?:发布时间|信息来源|浏览次数|点击量|索引号)：)/;

/** Lines without page numbers, tables of contents, running heads, web page furniture and contact fields. */
export function withoutFurniture(lines: readonly Line[]): Line[] {
  const counted = countedPages(lines);
  const heads = runningHeads(lines);
  return lines.filter((line, index) => {
    if (pageNumber.test(line.text) || contentsLine.test(line.text) || webFurniture.test(line.text))
      return false;
    if (counted.has(line) || heads.has(line.text) || contactLabel.test(line.text)) return false;
    const before = lines[index - 1];
    return !(before && contactLabel.test(before.text) && line.text.length <= 16);
  });
}

/** Bare numbers on lines of their own are page numbers when they count up by one. */
function countedPages(lines: readonly Line[]): Set<Line> {
  const bare = lines.filter((line) => /^\d{1,3}$/.test(line.text));
  const counts = bare.every((line, i) => i === 0 || Number(line.text) === Number(bare[i - 1]?.text) + 1);
  return new Set(bare.length >= 2 && counts ? bare : []);
}

function runningHeads(lines: readonly Line[]): Set<string> {
  const seen = new Map<string, number>();
  for (const { text } of lines) if (text.length <= 40) seen.set(text, (seen.get(text) ?? 0) + 1);
  const heads = [...seen].filter(([text, count]) => count >= 3 && /报告$|街道办事处$/.test(text));
  return new Set(heads.map(([text]) => text));
}

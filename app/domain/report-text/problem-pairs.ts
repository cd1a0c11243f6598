import { endOfWords, type Item, itemAt, numberings, splitItems } from './items.ts';
import { readCount } from './patterns.ts';
import type { Section } from './sections.ts';

/** “整改措施：” at the head of a line or after a sentence. */
const measureLabel =
  /(?<=^|[。；\n])(?:（?[一二三四五六七八九十\d]{1,2}[）.、])?(?:(?:下一步|具体)?(?:改进|整改|解决|应对)?(?:工作)?措施|(?:下一步|具体)?(?:改进|整改|解决|应对)(?:工作)?(?:办法|建议|意见|落实情况|情况)|(?:下一步|今后)的?(?:工作)?(?:措施|打算|安排|思路|计划)|针对(?:上述|以上|存在)[^。：\n]{0,24})：/g;

/**
 * A list of problems that says under each what will be done about it, or once below them all; undefined where no section on
 * problems holds the words “改进措施：”.
 */
export function pairedItems(
  text: string,
  sections: readonly Section[],
): { problems: Item[]; measures: Item[] } | undefined {
  const section = sections.find(({ roles, numbered }) => numbered && roles.includes('problems'));
  if (!section) return undefined;
  const { bodyStart } = section;
  const end = endOfWords(text, section);
  const divided = sections.some(
    (one) => one.numbered && one.roles.includes('measures') && one.start > section.start && one.end <= end,
  );
  if (divided) return undefined;
  const body = text.slice(bodyStart, end);
  const labels = [...body.matchAll(measureLabel)];
  const [firstLabel] = labels;
  if (!firstLabel) return undefined;
  const starts = problemStarts(body, labels);
  const marks = [
    ...starts.map((mark) => ({ ...mark, measure: false })),
    ...labels.map(({ index, 0: words }) => ({ index, words, measure: true })),
  ].sort((one, other) => one.index - other.index);
  const pieces = marks.map(({ index, words, measure }, at) => ({
    measure,
    start: bodyStart + index + words.length + lengthOfName(body, index + words.length),
    end: bodyStart + (marks[at + 1]?.index ?? body.length),
  }));
  return {
    problems:
      starts.length === 0
        ? splitItems(text, bodyStart, bodyStart + firstLabel.index)
        : pieces.filter(({ measure }) => !measure).map((piece) => itemAt(text, piece.start, piece.end, true)),
    measures: pieces
      .filter(({ measure }) => measure)
      .flatMap((piece) =>
        splitItems(text, piece.start, piece.end).map((item) => ({ ...item, numbered: true })),
      ),
  };
}

/** “1.问题：…。措施：…” */
function lengthOfName(body: string, at: number): number {
  return /^(?:存在)?(?:的)?问题：/.exec(body.slice(at, at + 8))?.[0].length ?? 0;
}

/**
 * Where problems begin: at the numbers before the first measure, and at those that go on counting after one. A list that
 * begins anew with 1 is of measures.
 */
function problemStarts(
  body: string,
  labels: readonly RegExpMatchArray[],
): { index: number; words: string }[] {
  const first = labels[0]?.index ?? 0;
  const style = numberings.find((pattern) => body.slice(0, first).search(pattern) >= 0);
  if (!style) return [];
  let next = 1;
  let inMeasures = false;
  const labelPlaces = new Set(labels.map(({ index }) => index));
  return [...body.matchAll(style)].flatMap((mark) => {
    if (labelPlaces.has(mark.index)) return [];
    const count = numberOf(mark[0]);
    if (mark.index > first && count === 1) inMeasures = true;
    if (mark.index > first && (inMeasures || count !== next)) return [];
    next = (count ?? next) + 1;
    return [{ index: mark.index, words: mark[0] }];
  });
}

function numberOf(mark: string): number | undefined {
  const circled = '①②③④⑤⑥⑦⑧⑨⑩'.indexOf(mark) + 1;
  return circled > 0 ? circled : readCount(/[一二三四五六七八九十\d]{1,2}/.exec(mark)?.[0] ?? '');
}

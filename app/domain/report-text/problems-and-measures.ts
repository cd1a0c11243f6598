import { classifyThemes, saysNothing } from '../problems.ts';
import type { Measure, Problem } from '../submission.ts';
import { endOfWords, type Item, splitItems } from './items.ts';
import { type MappedText, printedText, quoteOf } from './mapped-text.ts';
import { pairedItems } from './problem-pairs.ts';
import type { Quoted } from './reading.ts';
import type { Section } from './sections.ts';

export interface ProblemsAndMeasures {
  problems: Quoted<Problem>[];
  measures: Quoted<Measure>[];
}

/** Problems and measures as the office numbers them. “暂无” states no problem. */
export function readProblems(source: MappedText, sections: readonly Section[]): ProblemsAndMeasures {
  const pairs = pairedItems(source.text, sections);
  const problemItems = pairs?.problems ?? itemsUnder(source, sections, 'problems', 'measures');
  const apart = sections.some(
    ({ numbered, roles }) => numbered && roles.includes('measures') && !roles.includes('problems'),
  );
  const measureItems = [
    ...(pairs?.measures ?? []),
    ...(pairs && !apart ? [] : itemsUnder(source, sections, 'measures', 'problems')),
  ];
  const problems = problemItems.filter((item) => !saysNothing(item.text));
  const measures = measureItems.filter((item) => !saysNothing(item.text));
  return {
    problems: problems.map((item) => ({
      text: printedText(source, item.start, item.end),
      themes: classifyThemes(item.text),
      quote: quoteOf(source, item.start, item.end),
    })),
    measures: measures.map((item, index) => ({
      text: printedText(source, item.start, item.end),
      problem: linkOf(item, index, measures, problems),
      quote: quoteOf(source, item.start, item.end),
    })),
  };
}

const statedIn = {
  problems:
    /(?<!不|未|没有|是否|可能)存在(?:着)?(?<words>(?!的)[^。；\n]{4,120}?)(?:等方面)?等?的?(?:主要|突出)?问题(?=[。，；])/g,
  measures:
    /(?<=[。；\n])(?:下一步|今后)(?:工作中)?[，：]?(?:我街道?|我单位|我办|我局|本单位)?(?:将|拟)?(?<words>[^。\n]{4,200})(?=。)/g,
};

/** “存在绩效指标细化程度不高的问题。下一步，将细化绩效指标”, where no section speaks of either. */
function inSentences(text: string, wanted: 'problems' | 'measures'): Item[] {
  const problems = [...text.matchAll(statedIn.problems)];
  const from = problems[0]?.index;
  if (from === undefined) return [];
  const found = wanted === 'problems' ? problems : [...text.matchAll(statedIn.measures)];
  return found
    .filter(({ index }) => index >= from)
    .map((match) => {
      const words = match.groups?.words ?? '';
      const start = match.index + match[0].indexOf(words);
      return { text: words, start, end: start + words.length, numbered: false };
    });
}

/** Items of the section on this matter; where a heading names both, those of its own part of the section. */
function itemsUnder(
  source: MappedText,
  sections: readonly Section[],
  wanted: 'problems' | 'measures',
  other: 'problems' | 'measures',
): Item[] {
  const own = sections.filter(({ roles }) => roles.includes(wanted) && !roles.includes(other));
  const both = sections.filter(({ roles }) => roles.includes(wanted) && roles.includes(other));
  // “四、评价结论及建议” with “（二）存在问题” and “（三）改进建议” below it
  const pure = own.filter(
    (one) =>
      !sections.some(
        (inner) =>
          inner !== one && inner.roles.includes(other) && one.start <= inner.start && inner.end <= one.end,
      ),
  );
  const section = [...(pure.length > 0 ? pure : own)].sort((a, b) => a.level - b.level)[0];
  if (section)
    return splitItems(source.text, section.bodyStart, endOfWords(source.text, section)).filter(isItem);
  const shared = both[0];
  if (!shared)
    return sections.some(({ roles }) => roles.includes(other)) ? [] : inSentences(source.text, wanted);
  const text = source.text.slice(shared.bodyStart, shared.end);
  const turn = text.search(/(?:下一步|改进措施|整改措施|整改情况：|针对(?:上述|以上|存在))/);
  const cut = turn < 0 ? shared.end : shared.bodyStart + turn;
  if (wanted === 'problems') return splitItems(source.text, shared.bodyStart, cut).filter(isItem);
  return turn < 0 ? [] : splitItems(source.text, cut, shared.end).filter(isItem);
}

/** A line that only announces the list is no item. */
function isItem({ text, numbered }: Item): boolean {
  return numbered || !/[：:]$/.test(text);
}

/** By number where both lists are numbered and equally long, else by the words of their first sentences. */
function linkOf(
  measure: Item,
  index: number,
  measures: readonly Item[],
  problems: readonly Item[],
): number | undefined {
  const numbered = [...measures, ...problems].every((item) => item.numbered);
  if (numbered && measures.length === problems.length) return index;
  const overlaps = problems.map((problem) => overlap(headline(measure.text), headline(problem.text)));
  const best = Math.max(0, ...overlaps);
  const unique = overlaps.filter((value) => value === best).length === 1;
  return best >= 3 && unique ? overlaps.indexOf(best) : undefined;
}

function headline(text: string): string {
  return text.split('。')[0] ?? '';
}

/** Number of different pairs of neighbouring characters that both texts hold. */
function overlap(a: string, b: string): number {
  const pairs = (text: string) =>
    new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
  const other = pairs(b);
  return [...pairs(a)].filter((pair) => other.has(pair)).length;
}

import type { KeyProject } from '../submission.ts';
import { type Item, splitItems } from './items.ts';
import { type MappedText, quoteOf } from './mapped-text.ts';
import { plain, tokenizeMoney } from './money-tokens.ts';
import { number } from './patterns.ts';
import type { Quoted } from './reading.ts';
import type { Section } from './sections.ts';

const scorePattern = new RegExp(`(?:综合得分|自评得分|评价得分|得分|自评分|评分)(?:为|：)?(${number})分?`);
const gradePattern = /(?:等级|评级|等次|结果|结论)(?:为|：|是)?[“"]?(优秀|良好|中等|合格|较差|优|良|中|差)/;
const nameEnd = /^[^，。；：\n]{2,40}?(?=[，。；：]|预算|年初预算|安排资金|$)/;

/** Key projects that the office evaluates one by one, each with a score, a grade or an amount of its own. */
export function readKeyProjects(source: MappedText, sections: readonly Section[]): Quoted<KeyProject>[] {
  const chosen = sections.filter(({ roles }) => roles.includes('key_projects'));
  return chosen
    .filter((section) => !chosen.some((other) => other !== section && encloses(other, section)))
    .flatMap((section) => splitItems(source.text, section.bodyStart, section.end))
    .filter((item) => item.numbered)
    .map((item) => projectOf(source, item))
    .filter((project) => project !== undefined);
}

function projectOf(source: MappedText, item: Item): Quoted<KeyProject> | undefined {
  const name = nameEnd
    .exec(item.text)?.[0]
    .replace(/[“”"]/g, '')
    .replace(/（[^）]*）?$/, '');
  const score = scorePattern.exec(item.text)?.[1];
  const grade = gradePattern.exec(item.text)?.[1];
  const amount = amountOf(item.text);
  if (
    !name ||
    (score === undefined &&
      grade === undefined &&
      (amount === undefined || !/项目|经费|专项|工程/.test(name)))
  )
    return undefined;
  const outputs = item.text.slice(name.length).replace(/^[，。；：]/, '');
  return {
    name,
    ...(amount && { amount }),
    ...(score && { score: plain(score) }),
    ...(grade && { grade }),
    ...(outputs && { outputs }),
    quote: quoteOf(source, item.start, item.end),
  };
}

/** The project's own money: what stands after a word for its budget or spending, not a figure of its outputs. */
function amountOf(text: string): string | undefined {
  const amounts = tokenizeMoney(text).filter(({ kind }) => kind === 'amount');
  const own = amounts.find(({ start }) =>
    /(?:预算|资金|经费|金额|支出|安排|投入|支付)[^，。；]{0,8}$/.test(text.slice(0, start)),
  );
  return own?.value;
}

function encloses(outer: Section, inner: Section): boolean {
  return outer.start <= inner.start && inner.end <= outer.end && outer.level < inner.level;
}

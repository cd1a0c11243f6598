import type { KeyProject } from '../submission.ts';
import { type Item, splitItems } from './items.ts';
import { type MappedText, quoteOf } from './mapped-text.ts';
import { plain, tokenizeMoney } from './money-tokens.ts';
import { number } from './patterns.ts';
import type { Quoted } from './reading.ts';
import type { Section, SectionRole } from './sections.ts';

const scorePattern = new RegExp(
  `(?:综合得分|自评得分|评价得分|得分|自评分|评分|自评)(?:为|：)?(${number})(?:分|(?=[，。；）]|$))`,
);
const gradePattern = /(?:等级|评级|等次|结果|结论)(?:为|：|是)?[“"]?(优秀|良好|中等|合格|较差|优|良|中|差)/;
const nameEnd = /^[^，。；：\n]{2,40}?(?=[，。；：\n]|预算|年初预算|安排资金|$)/;

/** Sections whose items are no projects, whatever their names. */
const otherMatters: readonly SectionRole[] = ['functions', 'goal', 'key_tasks', 'problems', 'measures'];
/** Names that say themselves that they are of a project. */
const projectName = /(?:项目|经费|专项|工程|专项资金)$/;
const nameLabel = /(?<=^|\n)(?:（?[一二三四五六七八九十\d]{1,2}[）.、])?项目名称：/g;

/**
 * Key projects that the office evaluates one by one, each with a score, a grade or an amount of its own: the items of a section on
 * them; elsewhere an item that is named as a project, with both money and a score.
 */
export function readKeyProjects(source: MappedText, sections: readonly Section[]): Quoted<KeyProject>[] {
  const { text } = source;
  const outermost = sections.filter(
    ({ roles, parent }) => roles.includes('key_projects') && !hasRole(parent, ['key_projects']),
  );
  const listed = outermost.flatMap((section) => {
    const labelled = labelledItems(text, section);
    const items = labelled.length > 0 ? labelled : splitItems(text, section.bodyStart, section.end);
    return items.some(({ numbered }) => numbered) ? items : items.flatMap((item) => enumerated(item));
  });
  const elsewhere = sections
    .filter(({ title }) => projectName.test(title.replace(/（[^）]*）$/, '')))
    .filter((section) => !hasRole(section, ['key_projects', ...otherMatters]))
    .map((section) => paragraphOf(text, section));
  return [
    ...listed.filter((item) => item.numbered).map((item) => projectOf(source, item)),
    ...elsewhere
      .map((item) => projectOf(source, item))
      .filter((one) => one?.amount !== undefined && one.score !== undefined),
  ].filter((project) => project !== undefined);
}

/** “项目名称：…” begins an item, whatever lines it has. */
function labelledItems(text: string, { bodyStart, end }: Section): Item[] {
  const marks = [...text.slice(bodyStart, end).matchAll(nameLabel)];
  return marks.map((mark, index) => {
    const start = bodyStart + mark.index + mark[0].length;
    const to = marks[index + 1]?.index;
    const body = text.slice(start, to === undefined ? end : bodyStart + to).trimEnd();
    return { text: body, start, end: start + body.length, numbered: true };
  });
}

/** “重点项目有：甲项目，预算60万元，自评96分；乙项目，…”; not “该项目：资金60万元；自评得分96分” */
function enumerated({ text, start }: Item): Item[] {
  const from = text.search(/(?:项目|专项)[^，。；：]{0,6}：/);
  if (from < 0) return [];
  const body = text.slice(text.indexOf('：', from) + 1);
  const offset = start + text.length - body.length;
  return [...body.matchAll(/[^；。]+/g)]
    .filter(([words]) => namesProject(words))
    .map(({ 0: words, index }) => ({
      text: words,
      start: offset + index,
      end: offset + index + words.length,
      numbered: true,
    }));
}

function namesProject(words: string): boolean {
  const name = nameOf(words);
  return name !== undefined && projectName.test(name) && !/^(?:该|本|各|全部)?(?:项目|专项|经费)/.test(name);
}

/** The paragraph that a heading begins, without its marker. */
function paragraphOf(text: string, { start, title }: Section): Item {
  const to = text.indexOf('\n', start);
  const line = text.slice(start, to < 0 ? text.length : to);
  const from = start + Math.max(0, line.indexOf(title));
  return {
    text: text.slice(from, start + line.length),
    start: from,
    end: start + line.length,
    numbered: true,
  };
}

/** Whether a section, or one around it, is about one of these. */
function hasRole(section: Section | undefined, roles: readonly SectionRole[]): boolean {
  for (let one = section; one; one = one.parent)
    if (one.roles.some((role) => roles.includes(role))) return true;
  return false;
}

function projectOf(source: MappedText, item: Item): Quoted<KeyProject> | undefined {
  const name = nameOf(item.text);
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

function nameOf(text: string): string | undefined {
  return nameEnd
    .exec(text)?.[0]
    .replace(/^“([^“”]*)”$/, '$1')
    .replace(/（[^）]*）?$/, '');
}

/** The project's own money: what stands after a word for its budget or spending, not a figure of its outputs. */
function amountOf(text: string): string | undefined {
  const amounts = tokenizeMoney(text).filter(({ kind }) => kind === 'amount');
  const own = amounts.find(({ start }) =>
    /(?:预算|资金|经费|金额|支出|安排|投入|支付)[^，。；]{0,8}$/.test(text.slice(0, start)),
  );
  return own?.value;
}

import { compare } from '../money.ts';
import type { Decimal, MonthlyExecution, Quote } from '../submission.ts';
import { type MappedText, quoteOf } from './mapped-text.ts';
import { monthOf, number } from './patterns.ts';
import type { Read } from './reading.ts';
import { type Section, type SectionRole, sectionsAt } from './sections.ts';
import { cellsUnder, isFigure, monthHeading, type TableBlock } from './table-blocks.ts';
import type { TableRow } from './table-rows.ts';

/** The rate of one month with the words that state it. */
export interface MonthRead extends MonthlyExecution {
  quote: Quote;
}

/** Names of the measure; 序时进度 is what should have been reached, and never what was. */
const measure = /(?:执行|支出)(?:率|进度)|支付(?:率|进度)/;
const wanted = /分别|月均|序时|目标|要求|计划|应达|标准|通报均值|全区|全市|平均/;
/** Where months are not those of the office's execution. */
const otherMatters: readonly SectionRole[] = ['key_projects', 'problems', 'measures', 'functions', 'goal'];

/** Nothing longer is a sentence. */
const longestSentence = 1500;
const ofCumulation = '(?:(?:20\\d{2}年)?1(?:月)?[-—至到](?=(?:1[0-2]|[2-9])月)|(?<![\\d.\\-—至到]))';

/** “4月96.10%”, “6月末累计执行率为47.60%”, “（6月）累计执行率47.60%” */
const single = new RegExp(
  `${ofCumulation}(?:(?<month>1[0-2]|0?[1-9])月)(?:份|末|底|\\d{1,2}日)?）?，?(?<words>[^，。；、%\\d（]{0,20}?)(?:为|达到|达|：|:)?(?<rate>${number})%`,
  'g',
);
/** “6月、9月、11月支出执行率分别为48.26%、71.90%、90.35%” */
const listed = new RegExp(
  `(?<months>(?:(?:1[0-2]|[1-9])月(?:份|末|底)?[、和及，]?){2,12})(?<words>[^。；%]{0,40}?)分别(?:为|是|达到|达)：?(?<rates>(?:${number}%[、和及，]?){2,12})`,
  'g',
);

/** “4月至12月支出进度分别为88.2%、89.6%、…”: as many rates as months. */
const ranged = new RegExp(
  `(?<![\\d.])(?<first>1[0-2]|[1-9])月?(?:份)?[-—至到](?<last>1[0-2]|[1-9])月(?:份)?(?<words>[^。；%]{0,40}?)(?:分别|依次)(?:为|是|达到|达)：?(?<rates>(?:${number}%[、和及，]?){2,12})`,
  'g',
);

/** Monthly execution rates as sentences state them; those of other years, of projects, and what was to be reached are left. */
export function readMonths(
  source: MappedText,
  { sections, year }: { sections: readonly Section[]; year?: number },
): MonthRead[] {
  return [...source.text.matchAll(/[^。\n]+/g)].flatMap((sentence) => {
    const words = sentence[0];
    if (words.length > longestSentence || !measure.test(words) || !/\d月/.test(words)) return [];
    const around = sectionsAt(sections, sentence.index);
    if (around.some(({ roles }) => roles.some((role) => otherMatters.includes(role)))) return [];
    if (isOfOther(words, year)) return [];
    return monthsIn(words).map(({ start, end, ...one }) => ({
      ...one,
      quote: quoteOf(source, sentence.index + start, sentence.index + end),
    }));
  });
}

/** Of another year, or of single projects. */
function isOfOther(words: string, year: number | undefined): boolean {
  const lead = words.slice(0, words.search(measure));
  const named = [...lead.matchAll(/20\d{2}(?=年)/g)].at(-1)?.[0];
  if (year !== undefined && named !== undefined && Number(named) !== year) return true;
  return /上年|去年/.test(lead) || /(?:项目|专项|工程)(?!支出)[^，。；]{0,12}$/.test(lead);
}

function monthsIn(words: string): (MonthlyExecution & { start: number; end: number })[] {
  const found: (MonthlyExecution & { start: number; end: number })[] = [];
  for (const match of [...words.matchAll(listed), ...words.matchAll(ranged)]) {
    const { months, rates = '', words: between = '', first, last } = match.groups ?? {};
    const numbers = months
      ? [...months.matchAll(/(\d{1,2})月/g)].map(([, one]) => Number(one))
      : Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => Number(first) + index);
    const values = [...rates.matchAll(new RegExp(`(${number})%`, 'g'))].map(([, one = '']) => one);
    if (numbers.length !== values.length || !measure.test(between) || wanted.test(between)) continue;
    const place = { start: match.index, end: match.index + match[0].length };
    for (const [index, one] of numbers.entries())
      found.push({ month: one, rate: values[index] ?? '', ...place });
  }
  const from = found.at(-1)?.end ?? 0;
  // the name stands with each figure, or once before all of them
  const named = words.search(measure);
  for (const match of words.matchAll(single)) {
    const { month: one = '', words: between = '', rate = '' } = match.groups ?? {};
    const isNamed = measure.test(between) || (between === '' && named >= 0 && named < match.index);
    if (match.index < from || !isNamed || wanted.test(between)) continue;
    found.push({ month: Number(one), rate, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** Monthly execution rates of a table whose months stand in a row or in a column. */
export function tableMonths(
  { columns, head, rows, titles, ofProjects }: TableBlock,
  quote: (row: TableRow) => Quote,
): MonthRead[] {
  if (ofProjects) return [];
  const months = (head?.cells ?? []).map(({ text }) => monthOf(text));
  if (months.filter((one) => one !== undefined).length >= 3) {
    const row = rows.find(({ cells }) => isMeasure(cells[0]?.text ?? ''));
    const cells = row && cellsUnder(columns, row);
    return months.flatMap((one, index) => monthRead(one, cells?.[index]?.text, row, quote));
  }
  const at = columns.findIndex(({ title }) => isMeasure(title));
  const monthAt = columns.findIndex(({ title }) => monthHeading.test(title));
  if (at < 0 || monthAt < 0 || titles.some((title) => /项目名称/.test(title))) return [];
  return rows.flatMap((row) => {
    const cells = cellsUnder(columns, row);
    return monthRead(monthOf(cells?.[monthAt]?.text ?? ''), cells?.[at]?.text, row, quote);
  });
}

function isMeasure(text: string): boolean {
  return measure.test(text) && !wanted.test(text);
}

function monthRead(
  month: number | undefined,
  printed: string | undefined,
  row: TableRow | undefined,
  quote: (row: TableRow) => Quote,
): MonthRead[] {
  if (month === undefined || !row || !printed || !isFigure(printed) || /[元分]$/.test(printed)) return [];
  return [{ month, rate: printed.replace('%', ''), quote: quote(row) }];
}

/** The months in order; a month for which the report states two rates is left out. */
export function settleMonths(found: readonly MonthRead[]): Read<MonthlyExecution[]> | undefined {
  const months = [...new Set(found.map(({ month }) => month))].toSorted((one, other) => one - other);
  const rates = months.flatMap((month) => {
    const stated = found.filter((one) => one.month === month && isRate(one.rate));
    const [first] = stated;
    return first && stated.every(({ rate }) => compare(rate, first.rate) === 0) ? [first] : [];
  });
  const [first] = rates;
  if (!first) return undefined;
  return {
    value: rates.map(({ month, rate }) => ({ month, rate })),
    quote: first.quote,
    confidence: rates.length >= 3 ? 'high' : 'medium',
  };
}

function isRate(rate: Decimal): boolean {
  return Number(rate) > 0 && Number(rate) <= 200;
}

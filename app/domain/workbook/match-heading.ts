import { fieldKind } from '../form/field-kind.ts';
import { type Framework, totalCode } from '../framework.ts';
import { bareHeading, isMoneyUnit, type TableUnit, unitIn, withoutSpaces, yearsIn } from './head-text.ts';
import {
  headingWords,
  officeHeading,
  otherTime,
  plainGroup,
  reviewedHeading,
  scoreWord,
  totalScore,
  weightHeading,
  wholeGroup,
} from './heading-words.ts';

/** Why a heading names no field. */
export type PassedColumn = 'unknown' | 'other_year' | 'reviewed' | 'weight';

export type HeadingMatch =
  | { kind: 'field'; field: string; unit?: TableUnit }
  | { kind: 'office' }
  | { kind: 'passed'; why: PassedColumn; unit?: TableUnit };

export interface HeadingContext {
  year: number;
  /** Fields by the bare headings that our own templates give them, in any language. */
  names: ReadonlyMap<string, string>;
  /** Codes of the framework's nodes by their bare names. */
  nodes: ReadonlyMap<string, string>;
}

export function headingContext({
  framework,
  ...rest
}: Pick<HeadingContext, 'year' | 'names'> & { framework: Framework }): HeadingContext {
  return { ...rest, nodes: new Map(framework.nodes.map(({ code, name }) => [bareOf(name), code])) };
}

/**
 * What a column holds, by its heading and those over it, from the top. What could be a part of a whole, another year's or the
 * reviewer's is passed over: a wrong figure costs more than a missing one.
 */
export function matchHeading(parts: readonly string[], context: HeadingContext): HeadingMatch {
  const years = parts.flatMap(yearsIn);
  const unit = [...parts].reverse().map(partUnit).find(Boolean);
  const passed = (why: PassedColumn) => ({ kind: 'passed', why, ...(unit && { unit }) }) as const;
  if (years.length > 0 && !years.includes(context.year)) return passed('other_year');
  const bares = parts.map(bareOf).filter((bare) => bare !== '');
  const child = bares.at(-1) ?? '';
  const group = bares.slice(0, -1).join('');
  if (officeHeading.test(child)) return { kind: 'office' };
  if (otherTime.test(group)) return passed('other_year');
  const field = fieldOf({ child, group, unit }, context);
  if (field && suits(field, unit)) return { kind: 'field', field, ...(unit && { unit }) };
  const whole = group + child;
  if (otherTime.test(child)) return passed('other_year');
  if (weightHeading.test(child)) return passed('weight');
  return passed(reviewedHeading.test(whole) ? 'reviewed' : 'unknown');
}

interface Heading {
  child: string;
  group: string;
  unit: TableUnit | undefined;
}

function fieldOf({ child, group, unit }: Heading, context: HeadingContext): string | undefined {
  const wholes = group === '' ? [child] : [group + child, child + group];
  const alone = plainGroup.test(group) && mayStandAlone(group) ? [child] : [];
  const forms = [...new Set([...wholes, ...alone])];
  const named = forms.map((form) => context.names.get(form)).find(Boolean);
  if (named) return named;
  if (weightHeading.test(child)) return undefined;
  if (unit === '分' || scoreWord.test(child) || /得分|自评分|评分/.test(group))
    return reviewedHeading.test(group + child) ? undefined : scoreOf({ child, group }, context);
  const month = monthOf(child, group);
  if (month) return month;
  const worded = forms.flatMap((form) => headingWords.filter(([, pattern]) => pattern.test(form)));
  const [found] = worded.filter(([field]) => wholes.length === 1 || fitsGroup(field, group));
  return found?.[0] ?? (alone.length > 0 ? nodeScore(child, context) : undefined);
}

/** A word for money over it, such as 收入, belongs to the column's name. */
function mayStandAlone(group: string): boolean {
  return !/^(?:收入|支出)$/.test(group);
}

/** Under 预算 stand plans: 支出合计 there is no spending. */
function fitsGroup(field: string, group: string): boolean {
  const isPlan = /预算/.test(group) && !/决算|执行|公共预算|经营预算/.test(group);
  return !isPlan || /budget|^rates\./.test(field);
}

function scoreOf({ child, group }: Omit<Heading, 'unit'>, context: HeadingContext): string | undefined {
  const name = child.replace(scoreWord, '');
  const ofGroup = group.replace(scoreWord, '');
  if (name !== '') {
    const node = nodeScore(name, context) ?? nodeScore(child, context);
    if (node) return node;
  }
  if (!totalScore.test(child)) return undefined;
  return wholeGroup.test(ofGroup) ? `scores.${totalCode}.score` : nodeScore(ofGroup, context);
}

function nodeScore(name: string, { nodes }: HeadingContext): string | undefined {
  const code = nodes.get(name);
  return code && `scores.${code}.score`;
}

/** A month's column holds its execution rate only where a heading says so. */
function monthOf(child: string, group: string): string | undefined {
  const [, month, rest = ''] = /^(?:截至)?(\d{1,2})月(?:份|末|底)?(.*)$/.exec(child) ?? [];
  const isRate = /率|进度/.test(rest) || (rest === '' && /执行率|支出率|支出进度/.test(group));
  const number = Number(month);
  return isRate && number >= 1 && number <= 12 ? `months.${number}` : undefined;
}

/** Whether figures of the field can be in the unit. */
export function suits(field: string, unit: TableUnit | undefined): boolean {
  const kind = fieldKind(field);
  if (kind === 'amount') return unit === undefined || isMoneyUnit(unit);
  if (kind === 'rate') return unit === undefined || unit === '%';
  return unit === undefined || unit === '分';
}

function partUnit(part: string): TableUnit | undefined {
  const word = withoutSpaces(part);
  return word === '%' || isMoneyUnit(word) ? word : unitIn(part);
}

function bareOf(part: string): string {
  const word = withoutSpaces(part);
  if (word === '%' || isMoneyUnit(word)) return '';
  return bareHeading(word.replace(/20\d\d年?度?/g, '')).replace(/^(?:本年度?|当年)(?=.)/, '');
}

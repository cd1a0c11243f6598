import type { MoneySubject } from './money-fields.ts';
import type { MoneyFigures } from './money-found.ts';
import type { MoneyState } from './money-state.ts';
import type { LabelFacts } from './money-words.ts';

const ofSpending: readonly MoneySubject['item'][] = [
  'basic',
  'personnel',
  'public',
  'project',
  'three_public',
];
const ofSources: readonly MoneySubject['item'][] = [
  'general',
  'gov_fund',
  'state_capital',
  'appropriation',
  'three_public',
];

/** What is known where a figure stands. */
export interface SubjectPlace {
  state: MoneyState;
  found: MoneyFigures;
  /** 公用经费 here is held against its own budget. */
  publicFunds: boolean;
}

/** What a figure is of, by its own words and by those before them; undefined where neither says. */
export function subjectOf(facts: LabelFacts, place: SubjectPlace): MoneySubject | undefined {
  const { state } = place;
  const says = facts.item || facts.whole || facts.own || facts.side || facts.stage || facts.upTo;
  if (!says) return undefined;
  const item = itemOf(facts, place);
  if (!item || item === 'appropriation') return undefined;
  if (state.afterCarry && facts.item && !facts.side && !facts.stage) return undefined;
  const inherited = state.afterParts && !facts.item ? undefined : state.side;
  const side = ofSpending.includes(item) ? 'expenditure' : (facts.side ?? inherited);
  // “部门预算收入…，支出…”: the budget goes on; “年初预算…，支出…”: it does not
  const goesOn = facts.side !== undefined && state.last?.side === 'revenue' && state.stage !== undefined;
  const implied = facts.side && !facts.item && !goesOn ? 'final' : state.stage;
  // “…未超过预算安排的5万元；‘三公’经费支出3万元”: spent, whatever went before
  const spent = item === 'three_public' && facts.item && facts.side ? 'final' : undefined;
  const stage = facts.stage ?? spent ?? implied ?? 'final';
  return { item, side, stage, publicFunds: item === 'public' && place.publicFunds };
}

/** “一般公共预算收入完成3.18亿元”: what the area took in taxes, and not what the office was given. */
export function isOfArea(label: string, { item, side }: LabelFacts, sentence: string): boolean {
  if (item !== 'general' || side !== 'revenue' || /拨款/.test(label)) return false;
  return /完成|实现|突破/.test(label) || /投资|产值|税收|生产总值|零售总额|人均/.test(sentence);
}

/** “支出” alone among parts: of the whole or of the part just named. */
export function isBare(facts: LabelFacts, state: MoneyState): boolean {
  return facts.side !== undefined && !facts.item && !facts.whole && !facts.own && state.inParts;
}

function itemOf(facts: LabelFacts, { state, found }: SubjectPlace): MoneySubject['item'] | undefined {
  const { item, partOf, headed } = state;
  if (facts.item) return facts.item;
  if (facts.own && !partOf) return 'total';
  if (item === 'unknown') return undefined;
  // revenue under “一般公共预算支出情况” may be that of the office
  if (partOf && !item) return headed && facts.side && facts.side !== headed ? undefined : partOf;
  if (facts.whole || (state.afterParts && facts.stage)) return 'total';
  if (!isBare(facts, state)) return item ?? 'total';
  const total = facts.side === 'revenue' ? 'revenue_total' : 'executed_total';
  return found.amounts.some(({ field }) => field === total) ? item : 'total';
}

/** Why a figure counts only where others bear it out. */
export function weaknessOf(
  { item }: MoneySubject,
  facts: LabelFacts,
  state: MoneyState,
): 'part' | 'balancing' | 'bare' | undefined {
  if (isPartOfSource(item, state)) return 'part';
  if (facts.balancing) return 'balancing';
  return isBare(facts, state) && item === 'total' ? 'bare' : undefined;
}

/** In a section on one source of money: basic spending there is that of the source. */
export function isPartOfSource(item: MoneySubject['item'], { partOf }: MoneyState): boolean {
  return partOf !== undefined && !ofSources.includes(item);
}

/** Running cost is 公用经费 held against its budget; elsewhere it is a part of basic spending. */
export function holdsAgainstBudget(sentence: string): boolean {
  return (
    /公用经费/.test(sentence) &&
    /预算/.test(sentence) &&
    /实际|决算|执行/.test(sentence) &&
    !/基本支出/.test(sentence)
  );
}

/** What was left at the end of last year is there at the beginning of this one. */
export function isOpening({ carry, year, unknown, item }: LabelFacts, own: number | undefined): boolean {
  return carry === 'closing' && !unknown && !item && typeof year === 'number' && year + 1 === own;
}

export function isOtherYear(year: LabelFacts['year'], own: number | undefined): boolean {
  return year === 'last' || (typeof year === 'number' && own !== undefined && year !== own);
}

export function isThisYear(year: LabelFacts['year'], own: number | undefined): boolean {
  return year === 'this' || (year !== undefined && year === own);
}

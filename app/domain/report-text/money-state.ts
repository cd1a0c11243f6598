import type { MoneySubject } from './money-fields.ts';
import type { Label, LabelFacts } from './money-words.ts';
import type { Section } from './sections.ts';

/** What falls to a figure by its place in a list of figures. */
export type Dealt = Pick<LabelFacts, 'item' | 'side' | 'year'>;

/** What has been said so far in a sentence. */
export interface MoneyState {
  otherYear: boolean;
  item?: MoneySubject['item'] | 'unknown';
  side?: MoneySubject['side'];
  stage?: MoneySubject['stage'];
  against?: LabelFacts['against'];
  inParts: boolean;
  /** Past the “；” that may end a chain of parts: what names no part is of the whole again. */
  afterParts: boolean;
  afterCarry: boolean;
  /** The last total was a balancing one, which holds the carry-over: a change that follows is of it. */
  afterBalance: boolean;
  /** The last amount was of something else; its parts are too. */
  afterOther: boolean;
  /** In the parts of something else. */
  inOther: boolean;
  /** The section is on one source of money: what it says is of that source. */
  partOf?: MoneySubject['item'];
  /** The side that the section's heading names. */
  headed?: MoneySubject['side'];
  last?: MoneySubject;
  /** The subject of the last amount, of whatever year: “2022年支出…，2023年较上年增加…” */
  lastOfAnyYear?: MoneySubject;
  queue: Dealt[];
}

/** A heading such as “收入情况” or “预算安排” speaks for the figures below it. */
export function stateUnder(around: readonly Section[], year: number | undefined): MoneyState {
  const [section] = around;
  const title = (section?.title ?? '').replace(/整体支出|预算资金支出率/g, '');
  const state: MoneyState = {
    otherYear: false,
    inParts: false,
    afterParts: false,
    afterCarry: false,
    afterBalance: false,
    afterOther: false,
    inOther: false,
    partOf: around
      .filter(({ title }, index) => index === 0 || /决算/.test(title))
      .map((one) => partOf(one.title))
      .find((item) => item !== undefined),
    queue: [],
  };
  if (/收入/.test(title) !== /支出/.test(title))
    state.headed = /收入/.test(title) ? 'revenue' : 'expenditure';
  state.side = state.headed;
  if (/预算(?:安排|批复|编制|情况)/.test(title) && !/执行|决算|收支/.test(title)) state.stage = 'budget';
  const years = title.match(/20\d{2}(?=年)/g)?.map(Number) ?? [];
  if (year !== undefined && years.length > 0 && !years.includes(year)) state.otherYear = true;
  return state;
}

const sources: readonly { title: RegExp; item: MoneySubject['item'] }[] = [
  { title: /一般公共预算/, item: 'general' },
  { title: /政府性基金/, item: 'gov_fund' },
  { title: /国有资本/, item: 'state_capital' },
  { title: /财政拨款/, item: 'appropriation' },
];

/** “五、一般公共预算财政拨款支出决算情况说明”; not a heading that names several. */
function partOf(title: string): MoneySubject['item'] | undefined {
  if (/三公/.test(title)) return /公用|运行经费|收支|会议|培训/.test(title) ? undefined : 'three_public';
  if (/[、和及].*(?:基金|资本)/.test(title)) return undefined;
  return sources.find((one) => one.title.test(title))?.item;
}

/**
 * 分别为 deals out the figures that follow, 均为 gives one figure to all things named: puts into `facts` what falls to this
 * figure and returns what is left for the next ones.
 */
export function dealOut({ facts, named, years }: Label, queue: readonly Dealt[]): Dealt[] {
  const [first] = named;
  if (facts.respectively && years.length > 1) {
    facts.year = years[0];
    const { item, side } = facts;
    return years.slice(1).map((year) => ({ item, side, year }));
  }
  if (facts.respectively && named.length > 1) {
    facts.item = first?.item;
    facts.side = first?.side;
    facts.unknown = /^[^a-z]*$/i.test(facts.unknown ?? '') && facts.item ? undefined : facts.unknown;
    return named.slice(1);
  }
  const sides = new Set(named.map(({ side }) => side));
  if (facts.each && sides.has('revenue') && sides.has('expenditure')) facts.side = 'both';
  if (facts.item || facts.side || facts.stage || facts.change || facts.unknown) return [];
  const [next, ...rest] = queue;
  if (next) Object.assign(facts, next);
  return rest;
}

import type { Decimal, MoneyItem, RateItem } from '../submission.ts';
import { amountFields, changeFields, type MoneySubject, shareField } from './money-fields.ts';
import type { MoneyContext, MoneyFigures, MoneyFound } from './money-found.ts';
import { readPercent } from './money-percent.ts';
import { type MoneyState, stateUnder } from './money-state.ts';
import { type MoneyToken, tokenizeMoney } from './money-tokens.ts';
import { type LabelFacts, type Named, readLabel } from './money-words.ts';
import type { Section } from './sections.ts';

/** Walks one paragraph from figure to figure, keeping what the words before a figure leave unsaid. */
export class MoneyParagraph {
  private readonly paragraph: string;
  private readonly offset: number;
  private readonly context: MoneyContext;
  private readonly found: MoneyFigures;
  private readonly initial: MoneyState;
  private readonly runningCost: boolean;
  private state: MoneyState;
  private sentenceStart = 0;

  constructor(
    paragraph: string,
    offset: number,
    around: readonly Section[],
    context: MoneyContext,
    found: MoneyFigures,
  ) {
    this.paragraph = paragraph;
    this.offset = offset;
    this.context = context;
    this.found = found;
    this.runningCost = around[0]?.roles.includes('running_cost') ?? false;
    this.initial = stateUnder(around, context.year);
    this.state = { ...this.initial };
  }

  /** `inherited`: what the paragraph that announces this list item said. Gives what this one said. */
  read(inherited: MoneyState | undefined): MoneyState {
    if (inherited) this.state = { ...inherited, queue: [] };
    const marker =
      /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.、](?!\d)|[①-⑳])?/;
    let labelStart = marker.exec(this.paragraph)?.[0].length ?? 0;
    const open: { state: MoneyState; labelStart: number; direct: boolean }[] = [];
    const tokens = tokenizeMoney(this.paragraph);
    for (const [index, token] of tokens.entries()) {
      const label = this.paragraph.slice(labelStart, token.start);
      if (token.kind === 'open') {
        const next = tokens[index + 1];
        const direct = next !== undefined && next.start === token.end && isFigure(next);
        open.push({ state: { ...this.state }, labelStart, direct });
        if (!direct) labelStart = token.end;
        continue;
      }
      if (token.kind === 'close') {
        const opened = open.pop();
        if (opened && !opened.direct) {
          this.state = opened.state;
          labelStart =
            opened.labelStart < token.start ? this.resume(opened.labelStart, token.end) : token.end;
        }
        continue;
      }
      if (isFigure(token)) this.figure(label, labelStart, token);
      else this.lead(label);
      if (this.paragraph[token.start] === '；') this.state.afterParts = this.state.inParts;
      if (token.kind === 'end') this.nextSentence(token.end);
      if (token.kind === 'end') open.length = 0;
      labelStart = token.end;
    }
    return this.state;
  }

  /** After an aside the label goes on where it was broken off, unless a figure already used it up. */
  private resume(labelStart: number, closed: number): number {
    if (closed - labelStart > longestLabel) return closed;
    return /[\d%元]（/.test(this.paragraph.slice(labelStart, closed)) ? closed : labelStart;
  }

  private nextSentence(start: number) {
    this.sentenceStart = start;
    if (/^(?:其中|同比|(?:比|较|与)(?:上年|去年|20\d{2}))/.test(this.paragraph.slice(start))) return;
    this.state = { ...this.initial, queue: [] };
  }

  /** A clause without a figure: it may name the year, the side or the subject of what follows. */
  private lead(clause: string) {
    if (clause === '') return;
    const { facts } = readLabel(clause, this.context.stem);
    if (/^在?20\d{2}/.test(clause) || !facts.unknown) this.setYear(facts.year);
    if (facts.against) this.state.against = facts.against;
    if (facts.parts) this.state.inParts = true;
    if (facts.parts && this.state.afterOther) this.state.inOther = true;
    if (facts.unknown) {
      if (/项目|专项|工程/.test(clause) && !/^(?:按|从|根据|依据|因|由于)/.test(clause))
        this.state.item = 'unknown';
      return;
    }
    if (facts.own) this.state.item = 'total';
    if (facts.item) this.state.item = facts.item;
    if (facts.side) this.state.side = facts.side;
    if (facts.stage) this.state.stage = facts.stage;
  }

  private figure(label: string, labelStart: number, token: MoneyToken) {
    if (token.kind === 'percent') this.percent(label, labelStart, token);
    else this.amount(label, labelStart, token);
  }

  private amount(label: string, labelStart: number, token: MoneyToken) {
    const { facts, named } = readLabel(label, this.context.stem);
    this.enumerate(facts, named);
    if (facts.change) return this.change(facts, labelStart, token);
    if (facts.against && !facts.upTo) {
      this.state.against = facts.against;
      return;
    }
    if (this.isOpening(facts)) return this.carry({ ...facts, carry: 'opening' }, labelStart, token);
    this.setYear(facts.year);
    if (facts.parts) this.state.inParts = true;
    if (facts.parts && this.state.afterOther) this.state.inOther = true;
    if (facts.own || (facts.whole && facts.side)) this.state.inOther = false;
    if (facts.unknown) this.state.item = 'unknown';
    if (facts.unknown || this.state.otherYear || this.state.inOther) {
      const known = !facts.unknown && !this.state.inOther && !facts.carry;
      this.state.lastOfAnyYear = known ? this.subjectOf(facts, false) : undefined;
      this.state.last = undefined;
      this.state.afterOther = true;
      return;
    }
    this.state.afterOther = false;
    if (facts.noField) {
      this.state.last = undefined;
      return;
    }
    if (facts.item) this.state.afterParts = false;
    if (facts.carry) return this.carry(facts, labelStart, token);
    const bare = facts.side !== undefined && !facts.item && !facts.whole && !facts.own && this.state.inParts;
    const subject = this.subjectOf(facts, bare);
    if (!subject) {
      this.state.last = undefined;
      return;
    }
    const ofPart = this.state.partOf !== undefined && !sourceItems.includes(subject.item);
    const weak = ofPart
      ? 'part'
      : facts.balancing
        ? 'balancing'
        : bare && subject.item === 'total'
          ? 'bare'
          : undefined;
    const inferred = !facts.item && !facts.whole && !facts.own && !facts.stage;
    for (const field of amountFields(subject))
      this.addAmount(field, token.value, labelStart, token, { weak, inferred });
    const { item, side, stage } = subject;
    const last = facts.balancing ? undefined : subject;
    this.state = { ...this.state, item, side, stage, last, afterCarry: false };
  }

  private subjectOf(facts: LabelFacts, bare: boolean): MoneySubject | undefined {
    const { state } = this;
    const says = facts.item || facts.whole || facts.own || facts.side || facts.stage || facts.upTo;
    if (!says) return undefined;
    const item = this.itemOf(facts, bare);
    if (!item || item === 'appropriation') return undefined;
    const ofSpending = ['basic', 'personnel', 'public', 'project', 'three_public'].includes(item);
    if (state.afterCarry && facts.item && !facts.side && !facts.stage) return undefined;
    const inherited = state.afterParts && !facts.item ? undefined : state.side;
    const side = ofSpending ? 'expenditure' : (facts.side ?? inherited);
    // “部门预算收入…，支出…”: the budget goes on; “年初预算…，支出…”: it does not
    const goesOn = facts.side !== undefined && state.last?.side === 'revenue' && state.stage !== undefined;
    const implied = facts.side && !facts.item && !goesOn ? 'final' : state.stage;
    const stage = facts.stage ?? implied ?? 'final';
    return { item, side, stage, publicFunds: item === 'public' && this.isPublicFunds() };
  }

  private itemOf(facts: LabelFacts, bare: boolean): MoneySubject['item'] | undefined {
    const { item } = this.state;
    if (facts.item) return facts.item;
    if (facts.own && !this.state.partOf) return 'total';
    if (item === 'unknown') return undefined;
    if (this.state.partOf && !item) return this.state.partOf;
    if (facts.whole || (this.state.afterParts && facts.stage)) return 'total';
    if (!bare) return item ?? 'total';
    const total = facts.side === 'revenue' ? 'revenue_total' : 'executed_total';
    return this.found.amounts.some(({ field }) => field === total) ? item : 'total';
  }

  /** Running cost is 公用经费 held against its budget; elsewhere it is a part of basic spending. */
  private isPublicFunds(): boolean {
    if (this.runningCost) return true;
    const sentence = this.paragraph.slice(this.sentenceStart).split('。')[0] ?? '';
    return (
      /公用经费/.test(sentence) &&
      /预算/.test(sentence) &&
      /实际|决算|执行/.test(sentence) &&
      !/基本支出/.test(sentence)
    );
  }

  private carry(facts: LabelFacts, labelStart: number, token: MoneyToken) {
    if (!facts.item && !this.state.partOf)
      this.addAmount(`carryover_${facts.carry ?? 'closing'}`, token.value, labelStart, token);
    this.state = { ...this.state, last: undefined, afterCarry: true };
  }

  /** What was left at the end of last year is there at the beginning of this one. */
  private isOpening({ carry, year, unknown, item }: LabelFacts): boolean {
    return (
      carry === 'closing' && !unknown && !item && typeof year === 'number' && year + 1 === this.context.year
    );
  }

  private change(facts: LabelFacts, labelStart: number, token: MoneyToken) {
    const subject = this.changedSubject(facts);
    if (!subject) return;
    const value = facts.change === 'down' ? negate(token.value) : token.value;
    if (token.kind === 'percent')
      for (const field of changeFields(subject)) this.addRate(field, value, labelStart, token);
    else for (const field of changeFields(subject)) this.addAmount(field, value, labelStart, token);
  }

  private changedSubject(facts: LabelFacts): MoneySubject | undefined {
    const against = facts.against ?? this.state.against;
    const ofThisYear =
      facts.year === 'this' || (facts.year !== undefined && facts.year === this.context.year);
    if (ofThisYear) this.setYear(facts.year);
    if (facts.against) this.state.against = facts.against;
    const lastYear =
      against === 'last_year' || (this.context.year !== undefined && against === this.context.year - 1);
    // a change of something else: the percentage that follows is of the same thing
    if (facts.unknown || facts.item) this.state.last = undefined;
    if (facts.unknown || facts.item || !lastYear || this.state.otherYear) return undefined;
    if (facts.side) return { item: 'total', side: facts.side, stage: 'final' };
    if (ofThisYear) this.state.last ??= this.state.lastOfAnyYear;
    return this.state.last;
  }

  private percent(label: string, labelStart: number, token: MoneyToken) {
    if (this.state.otherYear && !/20\d{2}|本年|今年|当年/.test(label)) return;
    const says = readPercent(label);
    if (says.kind === 'progress') this.addRate('spending_progress', token.value, labelStart, token);
    else if (says.kind === 'execution') this.execution(says.words, labelStart, token);
    else if (says.kind === 'share') this.share(says.words, labelStart, token);
    else if (says.kind === 'other') {
      const { facts } = readLabel(label, this.context.stem);
      if (facts.change) this.change(facts, labelStart, token);
    }
  }

  private share(words: string, labelStart: number, token: MoneyToken) {
    const { facts } = readLabel(words, this.context.stem);
    const part = facts.item && !facts.unknown ? this.subjectOf(facts, false) : this.state.last;
    const ofPart = this.state.partOf !== undefined && part && !sourceItems.includes(part.item);
    const field = part && !ofPart && !this.state.inOther ? shareField(part) : undefined;
    if (field) this.addRate(field, token.value, labelStart, token);
  }

  /** The rate of all funds over the whole year; that of one source, of revenue or of the initial budget is another. */
  private execution(words: string, labelStart: number, token: MoneyToken) {
    const { facts } = readLabel(words, this.context.stem);
    const { last, item, side, inParts, partOf, inOther } = this.state;
    if (facts.unknown || facts.item || facts.stage === 'initial' || facts.side === 'revenue') return;
    if (this.isOtherYear(facts.year) || this.isOfMonth(token.start)) return;
    const subject = last ?? { item, side };
    const whole = facts.own || facts.whole || /整体|部门|全年|年度|总体|综合/.test(words);
    const aboutWhole = whole || (subject.item ?? 'total') === 'total';
    if (!aboutWhole || item === 'unknown' || (side === 'revenue' && !facts.side)) return;
    if (inParts && !whole && !last) return;
    if (partOf || inOther) return;
    this.addRate('execution_rate', token.value, labelStart, token);
  }

  /** 分别为 deals out the figures that follow; 均为 gives one figure to all. */
  private enumerate(facts: LabelFacts, named: readonly Named[]) {
    if (facts.respectively && named.length > 1) {
      this.state.queue = named.slice(1);
      facts.item = named[0]?.item;
      facts.side = named[0]?.side;
      facts.unknown = /^[^a-z]*$/i.test(facts.unknown ?? '') && facts.item ? undefined : facts.unknown;
      return;
    }
    const sides = new Set(named.map(({ side }) => side));
    if (facts.each && sides.has('revenue') && sides.has('expenditure')) facts.side = 'both';
    const says = facts.item || facts.side || facts.stage || facts.change || facts.unknown;
    const next = says ? undefined : this.state.queue.shift();
    if (next) Object.assign(facts, next);
    else this.state.queue = says ? [] : this.state.queue;
  }

  private setYear(year: LabelFacts['year']) {
    if (year === undefined) return;
    this.state.otherYear = this.isOtherYear(year);
  }

  private isOtherYear(year: LabelFacts['year']): boolean {
    const { year: own } = this.context;
    return year === 'last' || (typeof year === 'number' && own !== undefined && year !== own);
  }

  /** “6月末执行率48%” is what had been reached by then; by December it is the year's. */
  private isOfMonth(place: number): boolean {
    const from = Math.max(this.sentenceStart, place - longestLabel);
    return beforeDecember.test(this.paragraph.slice(from, place));
  }

  private addAmount(
    field: MoneyItem,
    value: Decimal,
    labelStart: number,
    token: MoneyToken,
    how: Pick<MoneyFound<MoneyItem>, 'weak' | 'inferred'> = {},
  ) {
    this.found.amounts.push({ field, value, ...this.placeOf(labelStart, token), ...how });
  }

  private addRate(field: RateItem, value: Decimal, labelStart: number, token: MoneyToken) {
    this.found.rates.push({ field, value, ...this.placeOf(labelStart, token) });
  }

  private placeOf(labelStart: number, token: MoneyToken) {
    const idle =
      /^(?:其中|[：，、；（）\s])*/.exec(this.paragraph.slice(labelStart, token.start))?.[0].length ?? 0;
    return {
      printed: this.paragraph.slice(token.start, token.end),
      start: this.offset + labelStart + idle,
      end: this.offset + token.end,
    };
  }
}

/** Words before a figure, asides included; what is longer must not be looked through at every bracket. */
const longestLabel = 400;

const beforeDecember =
  /(?<!\d)(?:0?[1-9]|1[01])月(?:份|末|底)?(?:\d{1,2}日)?，?(?![^，。；]*12月)[^，。；]{0,20}$/;

const sourceItems: readonly MoneySubject['item'][] = [
  'general',
  'gov_fund',
  'state_capital',
  'appropriation',
  'three_public',
];

function isFigure(token: MoneyToken): boolean {
  return token.kind === 'amount' || token.kind === 'percent';
}

function negate(value: Decimal): Decimal {
  return value.startsWith('-') ? value.slice(1) : `-${value}`;
}

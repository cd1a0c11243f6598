import type { Decimal, MoneyItem, RateItem } from '../submission.ts';
import { amountFields, changeFields, type MoneySubject, shareField } from './money-fields.ts';
import { type MoneyContext, type MoneyFigures, type MoneyFound, placeOf } from './money-found.ts';
import { isAfterParts, isOfMonth, isOfWhole, readPercent } from './money-percent.ts';
import { dealOut, type MoneyState, stateUnder } from './money-state.ts';
import {
  holdsAgainstBudget,
  isOfArea,
  isOpening,
  isOtherYear,
  isPartOfSource,
  isThisYear,
  subjectOf,
  weaknessOf,
} from './money-subject.ts';
import { isFigure, type MoneyToken, negate, tokenizeMoney } from './money-tokens.ts';
import { type LabelFacts, readLabel } from './money-words.ts';
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
    // the words before an aside go on after it: “全年预算数（含追加）100万元”
    let before = '';
    let from = labelStart;
    const open: { state: MoneyState; before: string; labelStart: number; direct: boolean }[] = [];
    const tokens = tokenizeMoney(this.paragraph);
    for (const [index, token] of tokens.entries()) {
      const label = before + this.paragraph.slice(from, token.start);
      if (token.kind === 'open') {
        const next = tokens[index + 1];
        const direct = next !== undefined && next.start === token.end && isFigure(next);
        open.push({ state: { ...this.state }, before: label, labelStart, direct });
        if (!direct) {
          labelStart = from = token.end;
          before = '';
        }
        continue;
      }
      if (token.kind === 'close') {
        const opened = open.pop();
        if (opened && !opened.direct) {
          this.state = opened.state;
          const goesOn = opened.before !== '' && token.end - opened.labelStart <= longestLabel;
          // “支出预算（调整后）100万元”; the budget of the whole year is adjusted anyhow
          const which = /^调整后?$/.test(label) && !/全年/.test(opened.before) ? label : '';
          before = goesOn ? opened.before + which : '';
          labelStart = goesOn ? opened.labelStart : token.end;
          from = token.end;
        }
        continue;
      }
      if (token.kind === 'percent') this.percent(label, labelStart, token);
      else if (token.kind === 'amount') this.amount(label, labelStart, token);
      else this.lead(label);
      if (this.paragraph[token.start] === '；') this.state.afterParts = this.state.inParts;
      if (token.kind === 'end') this.nextSentence(token.end);
      if (token.kind === 'end') open.length = 0;
      labelStart = from = token.end;
      before = '';
    }
    return this.state;
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
      if (/项目|专项|工程|(?:经费|补助)$/.test(clause) && !cause.test(clause)) this.state.item = 'unknown';
      return;
    }
    if (facts.own) this.state.item = 'total';
    if (facts.item) this.state.item = facts.item;
    if (facts.side) this.state.side = facts.side;
    if (facts.stage) this.state.stage = facts.stage;
  }

  private amount(label: string, labelStart: number, token: MoneyToken) {
    const read = readLabel(label, this.context.stem);
    const { facts } = read;
    this.state.queue = dealOut(read, this.state.queue);
    if (facts.change) return this.change(facts, labelStart, token);
    if (facts.against && !facts.upTo) {
      this.state.against = facts.against;
      if (facts.against === 'budget') this.comparedBudget(label, labelStart, token);
      else this.comparedYear(facts);
      return;
    }
    if (isOpening(facts, this.context.year))
      return this.carry({ ...facts, carry: 'opening' }, labelStart, token);
    this.setYear(facts.year);
    if (facts.parts) this.state.inParts = true;
    if (facts.parts && this.state.afterOther) this.state.inOther = true;
    if (carriedOn.test(this.paragraph.slice(token.end, token.end + 12)) && leftOver.test(label))
      return this.carry({ carry: 'closing' }, labelStart, token);
    if (facts.own || (facts.whole && facts.side)) this.state.inOther = false;
    const ofArea = isOfArea(label, facts, this.sentence());
    if (ofArea || (facts.noField && !/项目|专项|工程|经费/.test(label))) {
      this.state.last = undefined;
      return;
    }
    if (facts.unknown) this.state.item = 'unknown';
    if (facts.unknown || this.state.otherYear || this.state.inOther) {
      const known = !facts.unknown && !this.state.inOther && !facts.carry;
      this.state.lastOfAnyYear = known ? this.subjectOf(facts) : undefined;
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
    const subject = this.subjectOf(facts);
    if (!subject) {
      if (facts.item === 'appropriation') this.state.side = facts.side ?? this.state.side;
      this.state.last = undefined;
      return;
    }
    const weak = weaknessOf(subject, facts, this.state);
    const inferred = !facts.item && !facts.whole && !facts.own && !facts.stage;
    // “预算数与决算数均为3万元”
    const stages = facts.each && read.stages.length > 1 ? read.stages : [subject.stage];
    for (const field of stages.flatMap((stage) => amountFields({ ...subject, stage })))
      this.addAmount(field, token.value, labelStart, token, { weak, inferred });
    const { item, side, stage } = subject;
    const last = facts.balancing ? undefined : subject;
    const afterBalance = facts.balancing ?? false;
    this.state = { ...this.state, item, side, stage, last, afterBalance, afterCarry: false };
  }

  /** “决算数31万元，比预算数36万元节约5万元”: the budget itself, and not the difference. */
  private comparedBudget(label: string, labelStart: number, token: MoneyToken) {
    const after = this.paragraph.slice(token.end, token.end + 4);
    const { last } = this.state;
    if (!last || last.side === 'revenue' || !/(?:预算|数|额)的?$/.test(label)) return;
    if (!/^(?:节约|减少|增加|下降|少|多|超)/.test(after)) return;
    const stage = /年初/.test(label) ? 'initial' : /调整/.test(label) ? 'adjusted' : 'budget';
    for (const field of amountFields({ ...last, stage }))
      this.addAmount(field, token.value, labelStart, token);
  }

  /** “与2022年实际支出90万元相比，增加10万元”: which of the totals has changed. */
  private comparedYear({ item, side, unknown, balancing, stage = 'final' }: LabelFacts) {
    const { partOf, inOther, last } = this.state;
    const ofWhole = side && !item && !unknown && !balancing && stage === 'final' && !partOf && !inOther;
    if (ofWhole && !last) this.state.last = { item: 'total', side, stage };
  }

  private sentence(): string {
    const words = this.paragraph.slice(this.sentenceStart, this.sentenceStart + longestSentence);
    return words.split('。')[0] ?? '';
  }

  private subjectOf(facts: LabelFacts): MoneySubject | undefined {
    const isPublic = (facts.item ?? this.state.item) === 'public';
    const publicFunds = this.runningCost || (isPublic && holdsAgainstBudget(this.sentence()));
    return subjectOf(facts, { state: this.state, found: this.found, publicFunds });
  }

  private carry(facts: LabelFacts, labelStart: number, token: MoneyToken) {
    if (!facts.item && !this.state.partOf)
      this.addAmount(`carryover_${facts.carry ?? 'closing'}`, token.value, labelStart, token);
    this.state = { ...this.state, last: undefined, afterCarry: true };
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
    const ofThisYear = isThisYear(facts.year, this.context.year);
    if (ofThisYear) this.setYear(facts.year);
    if (facts.against) this.state.against = facts.against;
    const lastYear =
      against === 'last_year' || (this.context.year !== undefined && against === this.context.year - 1);
    // a change of something else, such as of a balance: the percentage that follows is of the same thing
    const ofOther = facts.unknown || facts.item || facts.balancing;
    if (ofOther) this.state.last = undefined;
    if (ofOther || !lastYear || this.state.otherYear) return undefined;
    if (facts.side) {
      const { partOf, inOther, stage = 'final' } = this.state;
      const ofBalance = this.state.afterBalance && !facts.whole && facts.year !== 'this';
      const ofWhole = !partOf && !inOther && !ofBalance && (facts.stage ?? stage) === 'final';
      this.state.last = ofWhole ? { item: 'total', side: facts.side, stage: 'final' } : undefined;
      return this.state.last;
    }
    if (ofThisYear) this.state.last ??= this.state.lastOfAnyYear;
    return this.state.last;
  }

  private percent(label: string, labelStart: number, token: MoneyToken) {
    if (this.state.otherYear && !/20\d{2}|本年|今年|当年/.test(label)) return;
    const says = readPercent(this.formulaBefore(token) ?? label);
    if (says.kind === 'progress') this.addRate('spending_progress', token.value, labelStart, token);
    else if (says.kind === 'execution') this.execution(says.words, labelStart, token);
    else if (says.kind === 'share') this.share(says.words, labelStart, token);
    else if (says.kind === 'other') {
      const { facts } = readLabel(label, this.context.stem);
      if (facts.change) this.change(facts, labelStart, token);
    }
  }

  /** “预算执行率=（90/100）×100%=90%”: what the formula works out. */
  private formulaBefore({ start }: MoneyToken): string | undefined {
    if (this.paragraph[start - 1] !== '=') return undefined;
    const clause = this.paragraph.slice(Math.max(this.sentenceStart, start - longestLabel), start);
    return /([^，；：。=]{1,30})=[^，；：。]*$/.exec(clause)?.[1];
  }

  private share(words: string, labelStart: number, token: MoneyToken) {
    const { facts } = readLabel(words, this.context.stem);
    const part = facts.item && !facts.unknown ? this.subjectOf(facts) : this.state.last;
    if (!part || this.state.inOther || isPartOfSource(part.item, this.state)) return;
    const field = shareField(part);
    if (field) this.addRate(field, token.value, labelStart, token);
  }

  /** The rate of all funds over the whole year; that of one source, of revenue or of the initial budget is another. */
  private execution(words: string, labelStart: number, token: MoneyToken) {
    const { facts } = readLabel(words, this.context.stem);
    const from = Math.max(this.sentenceStart, token.start - longestLabel);
    const isOther =
      isOtherYear(facts.year, this.context.year) || isOfMonth(this.paragraph.slice(from, token.start));
    if (isOther) return;
    const ofWhole = isOfWhole(words, facts, this.state);
    // “支出90万元，其中…项目支出30万元，执行率95%”: of which of the two the amounts tell
    if (ofWhole || isAfterParts(facts, this.state))
      this.addRate('execution_rate', token.value, labelStart, token, ofWhole ? undefined : 'part');
  }

  private setYear(year: LabelFacts['year']) {
    if (year === undefined) return;
    this.state.otherYear = isOtherYear(year, this.context.year);
  }

  private addAmount(
    field: MoneyItem,
    value: Decimal,
    labelStart: number,
    token: MoneyToken,
    how: Pick<MoneyFound<MoneyItem>, 'weak' | 'inferred'> = {},
  ) {
    this.found.amounts.push({
      field,
      value,
      ...placeOf(this.paragraph, this.offset, labelStart, token),
      ...how,
    });
  }

  private addRate(
    field: RateItem,
    value: Decimal,
    labelStart: number,
    token: MoneyToken,
    weak?: MoneyFound<RateItem>['weak'],
  ) {
    this.found.rates.push({ field, value, ...placeOf(this.paragraph, this.offset, labelStart, token), weak });
  }
}

/** “未执行完毕的182.85万元结转下年使用” */
const leftOver = /^(?:剩余|未执行|未支出|未使用|尚未|其余)[^，。；项目]{0,8}$/;
const carriedOn = /^(?:全部)?结转(?:至|到)?(?:下一?年|20\d{2}年)/;

/** “2023年因追加防控经费” */
const cause = /^(?:20\d{2}年)?(?:年中|执行中)?(?:按|从|根据|依据|因|由于)/;

/** What stands further on in a sentence says nothing of its figures. */
const longestSentence = 1_000;

/** Words before a figure, asides included; what is longer must not be looked through at every bracket. */
const longestLabel = 400;

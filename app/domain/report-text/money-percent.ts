import type { MoneyState } from './money-state.ts';
import type { LabelFacts } from './money-words.ts';

/** What a percentage is of, by the words right before it; `words`: what those say of the subject. */
export type PercentKind =
  | { kind: 'progress' }
  | { kind: 'execution'; words: string }
  | { kind: 'share'; words: string }
  /** A share of something that the submission holds no share of. */
  | { kind: 'none' }
  | { kind: 'other' };

const link = '(?:为|达到|达|是|：)*';
/** “支出进度月平均执行率”, “月平均支出率”, “月均支出进度” */
const progress = new RegExp(
  `(?:预算资金支出率|(?:执行率|支出率|支出进度)(?:月均|的?平均[值数])|月度?(?:执行率|支出率|支出进度)的?平均(?:值|数)?|月(?:度)?(?:平均|均)(?:支出|执行|支付)?(?:率|进度|执行率|支出率))${link}$`,
);
const ofOthers = /全[区市县]|各街|各镇/;
const execution = new RegExp(
  `^(.*?)(?:(?:(?:资金)?执行(?:率|进度)|预算完成率|支出完成率)${link}|完成了?(?:全年|年度|调整后?|部门|总)*预算(?:总额|数)?的?|^为(?:全年|年度|调整后|可用)+预算(?:总额|数)?的)$`,
);
const share = /^(.*?)占(.*)$/;
const shareOfBudget = /^(?:全年|年度|调整后?|可用)*预算(?:总额|数)?的?$/;
const otherWhole = /基本支出|项目支出|预算|采购|人员|公用|基金/;

/** 部门预算资金支出率 and 预算执行率 are different measures, and so is the share of a part in the total. */
export function readPercent(label: string): PercentKind {
  const [, part, whole = ''] = share.exec(label) ?? [];
  if (part !== undefined) {
    if (shareOfBudget.test(whole)) return { kind: 'execution', words: part };
    return otherWhole.test(whole) ? { kind: 'none' } : { kind: 'share', words: part };
  }
  if (progress.test(label) && !ofOthers.test(label)) return { kind: 'progress' };
  const words = execution.exec(label)?.[1];
  return words === undefined ? { kind: 'other' } : { kind: 'execution', words };
}

/** Of all funds over the whole year; the rate of one source, of revenue or of the initial budget is another. */
export function isOfWhole(words: string, facts: LabelFacts, state: MoneyState): boolean {
  const { last, item, side, inParts, partOf, inOther } = state;
  if (facts.unknown || facts.item || facts.stage === 'initial' || facts.side === 'revenue') return false;
  const whole = facts.own || facts.whole || /整体|部门|全年|年度|总体|综合/.test(words);
  const aboutWhole = whole || ((last ?? { item }).item ?? 'total') === 'total';
  if (!aboutWhole || item === 'unknown' || (side === 'revenue' && !facts.side)) return false;
  return !(inParts && !whole && !last) && !partOf && !inOther;
}

/** After the kinds of spending, with nothing said of what the rate is of. */
export function isAfterParts(facts: LabelFacts, { last, inParts, partOf, inOther }: MoneyState): boolean {
  const ofKind = last?.item === 'basic' || last?.item === 'project';
  return (
    !facts.unknown && !facts.item && facts.stage !== 'initial' && ofKind && inParts && !partOf && !inOther
  );
}

const beforeDecember =
  /(?<!\d)(?:0?[1-9]|1[01])月(?:份|末|底)?(?:\d{1,2}日)?，?(?![^，。；]*12月)[^，。；]{0,20}$/;

/** “6月末执行率48%” is what had been reached by then; by December it is the year's. */
export function isOfMonth(before: string): boolean {
  return beforeDecember.test(before);
}

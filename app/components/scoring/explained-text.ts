import { formatAmount, formatPercent, formatScore } from '#app/domain/figure-text.ts';
import type { Step } from '#app/domain/rules/apply-rule.ts';
import type { Explained } from '#app/domain/rules/explain.ts';
import type { RuleInput } from '#app/domain/rules/figure.ts';
import { moneyItems, rateItems } from '#app/domain/submission.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { type ScoringWords, shortPercent } from './rule-text.ts';

/** The score as a chain of steps in figures, or why there is none. */
export function resultText({ status, steps, missing }: Explained, words: ScoringWords): string {
  const { t } = words;
  if (status === 'computed')
    return t('scoring.result.computed', {
      steps: steps.map((step) => stepText(step, words)).join(t('scoring.separator')),
    });
  if (status === 'missing') {
    const fields = [...new Set(missing.map((field) => missingName(field, words)))];
    return t('scoring.result.missing', { fields: fields.join(t('scoring.listSeparator')) });
  }
  return t(status === 'judged' ? 'scoring.rule.manual' : 'scoring.result.not_applicable');
}

/** Name and figure of one input; `undefined` as the figure where it was not stated. */
export function inputText({ field, value }: RuleInput, words: ScoringWords): [string, string | undefined] {
  const shown = field.startsWith('amounts.')
    ? value && moneyText(value, words)
    : formatPercent(value, words.language);
  return [inputName(field, words), shown];
}

function stepText(step: Step, words: ScoringWords): string {
  const { t, language } = words;
  const money = (value: string) => moneyText(value, words);
  const rate = (value: string) => formatPercent(value, language);
  const points = (value: string) => formatScore(value, language);
  switch (step.step) {
    case 'ratio':
      return t('scoring.step.ratio', {
        part: money(step.part),
        whole: money(step.whole),
        percent: rate(step.percent),
      });
    case 'rate':
      return t('scoring.step.rate', { percent: rate(step.percent) });
    case 'mean':
      return t('scoring.step.mean', { count: step.months, percent: rate(step.percent) });
    case 'met':
      return t('scoring.step.met', { fullAt: shortPercent(step.fullAt) });
    case 'in_proportion':
      return t(Number(step.fullAt) === 100 ? 'scoring.step.in_proportion' : 'scoring.step.in_proportionAt', {
        percent: rate(step.percent),
        fullAt: shortPercent(step.fullAt),
        weight: points(step.weight),
        score: points(step.score),
      });
    case 'full':
      return t('scoring.step.full', { weight: points(step.weight) });
    case 'reached':
      return t('scoring.step.reached', {
        from: shortPercent(step.from),
        share: shortPercent(step.share),
        weight: points(step.weight),
        score: points(step.score),
      });
    case 'below_all':
      return t('scoring.step.below_all', { from: shortPercent(step.from) });
    case 'within_limit':
      return t('scoring.step.within_limit', { limit: shortPercent(step.limit) });
    case 'beyond':
      return t('scoring.step.beyond', {
        limit: shortPercent(step.limit),
        by: step.by,
        count: step.steps,
        points: step.points,
        score: points(step.score),
      });
    case 'at_most':
    case 'above_limit':
      return t(`scoring.step.${step.step}`, { actual: money(step.actual), limit: money(step.limit) });
    case 'best':
      return t('scoring.step.best', { name: localName(language, step) });
  }
}

function inputName(field: string, { t }: ScoringWords): string {
  const [, group, item = ''] = /^(\w+)\.(\w+)$/.exec(field) ?? [];
  const money = moneyItems.find((each) => group === 'amounts' && each === item);
  if (money) return t(`domain.money.${money}`);
  const rate = rateItems.find((each) => group === 'rates' && each === item);
  if (rate) return t(`domain.rate.${rate}`);
  return t('scoring.month', { month: item });
}

/** One missing month stands for all of them. */
function missingName(field: string, words: ScoringWords): string {
  return field.startsWith('months.') ? words.t('scoring.months') : inputName(field, words);
}

function moneyText(value: string, { t, language, unit }: ScoringWords): string {
  return t('scoring.money', { amount: formatAmount(value, unit, language), unit: t(`common.unit.${unit}`) });
}

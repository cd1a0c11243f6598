import { formatPercent, formatScore, type MoneyUnit } from '#app/domain/figure-text.ts';
import type { TierRange } from '#app/domain/rules/explain.ts';
import type { Rule, RuleFigure, SingleRule } from '#app/domain/rules/rule.ts';
import type { Translate } from '#app/lib/i18n/instance.ts';
import { type Language, localName } from '#app/lib/i18n/languages.ts';

export interface ScoringWords {
  t: Translate;
  language: Language;
  unit: MoneyUnit;
}

/** How points are given, as a sentence without its stop; the tiers of a qualitative rule in points where they are at hand. */
export function ruleText(
  rule: Rule | SingleRule,
  words: Omit<ScoringWords, 'unit'>,
  tiers: readonly TierRange[] = [],
): string {
  const { t, language } = words;
  const list = (parts: string[], key: 'separator' | 'listSeparator') => parts.join(t(`scoring.${key}`));
  switch (rule.kind) {
    case 'proportion': {
      const figure = figureText(rule.figure, words);
      if (Number(rule.fullAt) === 100) return t('scoring.rule.proportion', { figure });
      return t('scoring.rule.proportionAt', { figure, fullAt: shortPercent(rule.fullAt) });
    }
    case 'threshold': {
      const steps = rule.steps
        .toSorted((a, b) => Number(b.from) - Number(a.from))
        .map(({ from, share }) =>
          t('scoring.rule.thresholdStep', { from: shortPercent(from), share: shortPercent(share) }),
        );
      return t('scoring.rule.threshold', {
        figure: figureText(rule.figure, words),
        steps: list(steps, 'listSeparator'),
      });
    }
    case 'deduction':
      return t(rule.beyond === 'above' ? 'scoring.rule.deductionAbove' : 'scoring.rule.deductionBelow', {
        figure: figureText(rule.figure, words),
        limit: shortPercent(rule.limit),
        step: rule.step,
        points: rule.points,
      });
    case 'at_most':
      return t('scoring.rule.at_most', {
        actual: t(`domain.money.${rule.actual}`),
        limit: t(`domain.money.${rule.limit}`),
      });
    case 'one_of': {
      const options = rule.options.map((option) =>
        t('scoring.rule.option', { name: localName(language, option), rule: ruleText(option.rule, words) }),
      );
      return t('scoring.rule.one_of', { options: list(options, 'separator') });
    }
    case 'grade': {
      const shown = tiers.map(({ tier, from, to }) =>
        t('scoring.rule.gradeTier', {
          tier: t(`scoring.tier.${tier}`),
          from: formatScore(from, language),
          to: formatScore(to, language),
        }),
      );
      return shown.length > 0
        ? t('scoring.rule.grade', { tiers: list(shown, 'listSeparator') })
        : t('scoring.kind.grade');
    }
    case 'monthly_mean':
    case 'manual':
      return t(`scoring.rule.${rule.kind}`);
  }
}

/** A percentage of a rule as it was set: “95%”, not “95.00%”. */
export function shortPercent(percent: string): string {
  return formatPercent(percent, 'en', percent.split('.')[1]?.length ?? 0) ?? percent;
}

function figureText(figure: RuleFigure, { t }: Omit<ScoringWords, 'unit'>): string {
  if (figure.kind === 'rate') return t(`domain.rate.${figure.rate}`);
  return t('scoring.ratio', {
    part: t(`domain.money.${figure.part}`),
    whole: t(`domain.money.${figure.whole}`),
  });
}

import type { Rule, RuleFigure } from '#app/domain/rules/rule.ts';
import type { Translate } from '#app/lib/i18n/instance.ts';

/** How points are given, in one sentence. Needs the words of `framework`. */
export function ruleText(rule: Rule | undefined, t: Translate): string {
  if (!rule) return t('framework.rule.none');
  switch (rule.kind) {
    case 'proportion':
      return t('framework.rule.proportion', { figure: figureText(rule.figure, t), fullAt: rule.fullAt });
    case 'threshold': {
      const steps = rule.steps
        .map((step) => t('framework.rule.step', step))
        .join(t('framework.rule.semicolon'));
      return t('framework.rule.threshold', { figure: figureText(rule.figure, t), steps });
    }
    case 'deduction': {
      const { beyond, figure, limit, step, points } = rule;
      const words = { figure: figureText(figure, t), limit, step, points };
      return beyond === 'above'
        ? t('framework.rule.deductionAbove', words)
        : t('framework.rule.deductionBelow', words);
    }
    case 'at_most':
      return t('framework.rule.at_most', {
        actual: t(`domain.money.${rule.actual}`),
        limit: t(`domain.money.${rule.limit}`),
      });
    case 'grade':
      return rule.bounds ? t('framework.rule.gradeTiers', rule.bounds) : t('framework.rule.grade');
    case 'one_of':
      return t('framework.rule.one_of', { count: rule.options.length });
    default:
      return t(`framework.rule.${rule.kind}`);
  }
}

function figureText(figure: RuleFigure, t: Translate): string {
  if (figure.kind === 'rate') return t(`domain.rate.${figure.rate}`);
  return t('framework.rule.ratio', {
    part: t(`domain.money.${figure.part}`),
    whole: t(`domain.money.${figure.whole}`),
  });
}

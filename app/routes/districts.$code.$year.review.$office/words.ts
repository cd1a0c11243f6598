import { formatAmount, formatPercent, formatScore, type MoneyUnit } from '#app/domain/figure-text.ts';
import type { MissingReasons } from '#app/domain/findings/missing-reasons.ts';
import { fieldPlace } from '#app/domain/form/fields.ts';
import type { Maybe } from '#app/domain/money.ts';
import type { FigureKind } from '#app/domain/review-fields.ts';
import type { ReviewList } from '#app/domain/review-lists.ts';
import type { MoneyItem, RateItem } from '#app/domain/submission.ts';
import { signed } from '#app/lib/change-text.ts';
import type { messages } from '#app/lib/i18n/catalogue/zh-CN/review.ts';
import type { Translate } from '#app/lib/i18n/instance.ts';
import { type Language, localName } from '#app/lib/i18n/languages.ts';
import type { ReviewView, SubmissionUnderReview } from '#app/usecases/view-review.server.ts';

export interface Words {
  t: Translate;
  language: Language;
  unit: MoneyUnit;
}

/** A figure as its kind is shown everywhere; money without its unit, which stands in a heading. */
export function figureText(kind: FigureKind, value: Maybe, { language, unit }: Words): string | undefined {
  if (kind === 'money') return formatAmount(value, unit, language);
  if (kind === 'rate') return formatPercent(value, language);
  return kind === 'score' ? formatScore(value, language) : (value ?? undefined);
}

/** A difference with its sign. */
export function differenceText(kind: FigureKind, by: Maybe, words: Words): string | undefined {
  const text = figureText(kind, by, words);
  return text === undefined ? undefined : signed(text.replace(/%$/, ''), by);
}

export type PartName = keyof typeof messages.field;

/** A part of a list or score line, or a plain text, by name. */
export function partName(item: PartName, { t }: Pick<Words, 't'>): string {
  return t(`review.field.${item}`);
}

/** What a field of the form is called on this page. */
export function fieldName(field: string, scores: SubmissionUnderReview['scores'], words: Words): string {
  const { t, language } = words;
  const place = fieldPlace(field);
  switch (place?.kind) {
    case 'amount':
      return t(`domain.money.${place.item as MoneyItem}`);
    case 'rate':
      return t(`domain.rate.${place.item as RateItem}`);
    case 'month':
      return t('review.section.months', { month: place.month });
    case 'score': {
      const node = scores.find(({ code }) => code === place.node)?.node;
      const name = node ? localName(language, node) : t('review.scores.total');
      return place.part === 'score' ? name : `${name} · ${partName(place.part, words)}`;
    }
    case 'row':
      return `${t(`review.section.${place.list as ReviewList}`)} ${place.row}`;
    case 'plain':
      return isPart(place.field) ? partName(place.field, words) : field;
    default:
      return field;
  }
}

/** What is known of the submission in one sentence: where it stands, what the checks say, what changed. */
export function ledeText({ filing, submission, year }: ReviewView, words: Words): string {
  const { t } = words;
  if (!submission) {
    const state = filing.state === 'left_out' || filing.state === 'draft' ? filing.state : 'not_begun';
    return t(`review.lede.${state}`) + t('review.lede.end');
  }
  const { status, revision, findings, against, changes } = submission;
  const stands = status === 'submitted' ? 'waits' : status === 'approved' ? 'approved' : 'returned';
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity);
  const warnings = count('warning');
  return (
    [
      t(`review.lede.${stands}`, { revision }),
      findings.length === 0
        ? t('review.lede.clean')
        : t('review.lede.findings', {
            errors: count('error').length,
            warnings: warnings.length,
            unanswered: warnings.filter(({ answer }) => !answer).length,
            infos: count('info').length,
          }),
      against !== undefined &&
        t(changes === 0 ? 'review.lede.unchanged' : 'review.lede.changes', {
          base: baseName(against, submission, year, words),
          count: changes,
        }),
    ]
      .filter(Boolean)
      .join(t('chart.list.semicolon')) + t('review.lede.end')
  );
}

/** “2022年度”, “第1稿（已退回）”. */
export function baseName(
  against: number | 'year',
  { former }: Pick<SubmissionUnderReview, 'former'>,
  year: number,
  { t }: Pick<Words, 't'>,
): string {
  if (against === 'year') return t('review.base.year', { year: year - 1 });
  const decided = former.find(({ revision }) => revision === against)?.decided ?? 'returned';
  return t(`review.base.${decided}`, { revision: against });
}

const actions = ['submit', 'withdraw', 'return', 'approve', 'comment', 'score', 'import'] as const;

/** What a step of the audit trail did. */
export function actionText(action: string, { t }: Pick<Words, 't'>): string {
  const known = actions.find((each) => `submission.${each}` === action);
  return t(`review.history.action.${known ?? 'other'}`);
}

/** Who did it: by name where the reader may know it, else by role. */
export function whoText(
  { by, role }: Pick<SubmissionUnderReview['steps'][number], 'by' | 'role'>,
  { t }: Pick<Words, 't'>,
): string {
  return by ?? (role ? t(`domain.role.${role}`) : t('review.history.system'));
}

/** “2026-03-31 16:05”, as clocks in China showed it. */
export function momentText(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

function isPart(field: string): field is PartName {
  return !field.startsWith('preparer');
}

/** What stands beside the submission's figures on the page. */
export interface Beside {
  year: number;
  hasLastYear: boolean;
  /** Revision in the columns. */
  former?: number;
  against?: number | 'year';
  /** Why fields are empty. */
  missing: MissingReasons;
  unit: MoneyUnit;
}

import { formatPercent, formatScore } from '#app/domain/figure-text.ts';
import { gradeOf } from '#app/domain/grading.ts';
import { compare, subtract, sumPresent } from '#app/domain/money.ts';
import { pointsLost } from '#app/domain/report-card.ts';
import type { Translate } from '#app/lib/i18n/instance.ts';
import { type Language, localName } from '#app/lib/i18n/languages.ts';
import type { ReportCardView, SubmissionView } from '#app/usecases/report-card.server.ts';

type Card = Pick<ReportCardView, 'standings'>;

/** The card in one sentence: total and rank, execution rate and rank, where most points went. */
export function readingOf(card: Card, submission: SubmissionView, t: Translate, language: Language): string {
  const parts = [scorePart(card, submission, t, language), ratePart(card, submission, t, language)];
  const worst = pointsLost(submission.scores)[0];
  const lost = worst
    ? t('office.reading.lost', {
        node: localName(language, worst.node),
        points: formatScore(worst.lost, language),
      })
    : t('office.reading.noLost');
  return [...parts, lost].join(t('office.reading.separator')) + t('office.reading.end');
}

/** Where the points went, in words; says so when the parts do not add up to what the total lost. */
export function lostReading(submission: SubmissionView, t: Translate, language: Language): string {
  const lines = pointsLost(submission.scores);
  if (lines.length === 0) return t('office.scores.summaryNone');
  const lost = sumPresent(lines.map((line) => line.lost));
  const list = lines.slice(0, 3).map((line) =>
    t('office.scores.item', {
      node: localName(language, line.node),
      lost: formatScore(line.lost, language),
    }),
  );
  const summary = t('office.scores.summary', {
    lost: formatScore(lost, language),
    list: list.join(t('office.scores.itemSeparator')),
  });
  const ofTotal = subtract(submission.total.weight, submission.total.reviewed ?? submission.total.self);
  if (ofTotal === undefined || lost === undefined || compare(ofTotal, lost) === 0) return summary;
  const gap = t('office.scores.gap', {
    lost: formatScore(lost, language),
    total: formatScore(ofTotal, language),
  });
  return `${summary}${language === 'en' ? ' ' : ''}${gap}`;
}

export function findingCount({ findings }: SubmissionView, t: Translate): string | undefined {
  if (findings.length === 0) return undefined;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return t('office.findings.count', { total: findings.length, errors });
}

function scorePart(card: Card, { total }: SubmissionView, t: Translate, language: Language): string {
  const value = total.reviewed ?? total.self;
  if (value === undefined) return t('office.reading.noScore');
  const kind = t(`office.kind.${total.reviewed === undefined ? 'self' : 'reviewed'}`);
  const score = formatScore(value, language);
  const standing = card.standings.find(({ metric }) => metric === 'total_score');
  if (standing?.rank == null) return t('office.reading.scoreUnranked', { score, kind });
  const { rank, ranked } = standing;
  return t('office.reading.score', { score, kind, grade: t(`domain.grade.${gradeOf(value)}`), rank, ranked });
}

function ratePart(card: Card, submission: SubmissionView, t: Translate, language: Language): string {
  const line = submission.rates.find(({ item, computed }) => item === 'execution_rate' && computed);
  if (!line) return t('office.reading.noRate');
  const rate = formatPercent(line.percent, language);
  const standing = card.standings.find(({ metric }) => metric === 'execution_rate');
  if (standing?.rank == null) return t('office.reading.rateUnranked', { rate });
  return t('office.reading.rate', { rate, rank: standing.rank, ranked: standing.ranked });
}

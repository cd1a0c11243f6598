import type { MoneyUnit } from '#app/domain/figure-text.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { FilingRefusalCode, LastStep } from '#app/usecases/filing-refusal.ts';
import type { SubmissionUnderReview } from '#app/usecases/view-review.server.ts';
import { actionText, fieldName, momentText, whoText } from './words.ts';

/** A step that was not done, as the page tells it. */
export interface Refused {
  code: FilingRefusalCode;
  params: Record<string, string | number>;
  last?: LastStep;
}

interface RefusalProps {
  refused: Refused;
  scores: SubmissionUnderReview['scores'];
  unit: MoneyUnit;
}

/** What was not saved and why; where somebody was faster, who and when. */
export function Refusal({ refused: { code, params, last }, scores, unit }: RefusalProps) {
  const words = { ...useT(), unit };
  const { t } = words;
  const node =
    params.node === undefined ? undefined : fieldName(`scores.${params.node}.score`, scores, words);
  return (
    <div role="alert" className="alert">
      <p>
        <strong>{t('review.refusal.title')}</strong> {t(`review.refusal.${code}`, params)}
        {node ? t('review.refusal.fieldOf', { field: node }) : null}
      </p>
      {last ? (
        <p>
          {t('review.refusal.last', {
            date: momentText(last.at),
            who: whoText(last, words),
            what: actionText(last.action, words),
          })}
          {t('review.refusal.reload')}
        </p>
      ) : null}
      <p>{t('review.refusal.kept')}</p>
    </div>
  );
}

import { Link, useLocation } from '@remix-run/react';
import { FindingList } from '#app/components/report-card/finding-list.tsx';
import type { MoneyUnit } from '#app/domain/figure-text.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { withParams } from '#app/lib/search-params.ts';
import type { ReviewedFinding } from '#app/usecases/view-review.server.ts';
import { anchorOf } from './address.ts';

interface FindingsPartProps {
  findings: ReviewedFinding[];
  unit: MoneyUnit;
  mayComment: boolean;
}

/** What the checks say, with the office's reasons, and the way to a comment at the field. */
export function FindingsPart({ findings, unit, mayComment }: FindingsPartProps) {
  const { t } = useT();
  const location = useLocation();
  return (
    <FindingList
      findings={findings}
      unit={unit}
      after={({ severity, answer, at }) => (
        <p className="finding-answer">
          {answer ? (
            t('review.findings.answer', { answer })
          ) : severity === 'warning' ? (
            <span className="missing">{t('review.findings.unanswered')}</span>
          ) : null}
          {at && mayComment ? (
            <Link
              className="no-print"
              to={`${withParams(location, { comment: at })}#${anchorOf(at)}`}
              preventScrollReset
            >
              {t('review.findings.comment')}
            </Link>
          ) : null}
        </p>
      )}
    />
  );
}

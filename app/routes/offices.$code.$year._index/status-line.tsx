import { Link, useLocation } from '@remix-run/react';
import { useT } from '#app/lib/i18n/use-t.ts';
import { statusText } from '#app/lib/status-text.ts';
import type { ReportCardView } from '#app/usecases/report-card.server.ts';

interface StatusLineProps {
  card: ReportCardView;
  own: boolean;
  /** The reader may import a report for this office and year as it stands. */
  mayImport: boolean;
}

/** Status, origin and dates in one line, and in words what they mean for the figures below. */
export function StatusLine({ card, own, mayImport }: StatusLineProps) {
  const { t } = useT();
  const { pathname, search } = useLocation();
  const { row, header, returnReason, leftOut } = card;
  return (
    <>
      <p className="status-line">
        <span className="badge" data-tone={row.status === 'approved' ? 'excellent' : 'warning'}>
          {leftOut ? t('office.leftOut.status') : statusText(row.status, t)}
        </span>
        {row.origin && row.origin !== 'filed' ? (
          <span className="badge">{t(`domain.origin.${row.origin}`)}</span>
        ) : null}
        {row.status === 'submitted' ? <span>{t('common.state.provisionalNote')}</span> : null}
        {row.filedOn ? <span>{t('office.status.filedOn', { date: row.filedOn })}</span> : null}
        {leftOut ? null : <span>{t('office.status.deadline', { date: header.deadline })}</span>}
        {row.late ? <strong>{t('office.status.late')}</strong> : null}
        {own ? (
          <>
            <Link to={`${pathname}/edit`} className="no-print">
              {t('office.formLink')}
            </Link>
            {row.status === 'not_filed' ? null : (
              <Link to={`${pathname}/submit`} className="no-print">
                {t('office.submitLink')}
              </Link>
            )}
          </>
        ) : null}
        {mayImport ? <Link to={`${pathname}/import${search}`}>{t('office.importLink')}</Link> : null}
      </p>
      {leftOut ? (
        <p className="notice">{t('office.leftOut.notice', { year: header.year, reason: leftOut.reason })}</p>
      ) : null}
      {row.status === 'returned' ? (
        <p role="note" className="notice">
          {t('office.status.returned', { reason: returnReason ?? t('common.state.notReported') })}
        </p>
      ) : null}
      {!leftOut && (row.status === 'draft' || row.status === 'not_filed') ? (
        <p className="notice">
          {own && row.status === 'draft'
            ? t('office.status.ownDraft')
            : t(`office.status.${row.status}`, { year: header.year })}
        </p>
      ) : null}
    </>
  );
}

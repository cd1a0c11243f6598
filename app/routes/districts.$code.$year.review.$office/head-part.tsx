import { Link, useLocation } from '@remix-run/react';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { withParams } from '#app/lib/search-params.ts';
import type { ReviewView } from '#app/usecases/view-review.server.ts';
import { baseName, ledeText, type Words } from './words.ts';

interface HeadPartProps {
  view: ReviewView;
  districtCode: string;
  title: string;
  unit: Words['unit'];
}

/** Where the reader is in the queue, what this submission is, and what it is marked against. */
export function HeadPart({ view, districtCode, title, unit }: HeadPartProps) {
  const words = { ...useT(), unit };
  const { t } = words;
  const { filing, submission, office, year } = view;
  return (
    <header className="review-head">
      <QueueNavigation view={view} districtCode={districtCode} />
      <h1>{title}</h1>
      <p className="reading">{ledeText(view, words)}</p>
      <p className="status-line">
        <span>
          {t(filing.extended ? 'review.status.extended' : 'review.status.deadline', {
            date: filing.deadline,
          })}
        </span>
        {filing.timing === 'late' ? <strong>{t('review.status.late')}</strong> : null}
        {submission?.receipt ? (
          <span>{t('review.status.receipt', { receipt: submission.receipt })}</span>
        ) : null}
        {submission && submission.origin !== 'filed' ? (
          <span className="badge">{t(`domain.origin.${submission.origin}`)}</span>
        ) : null}
        <Link to={`/offices/${office.code}/${year}`}>{t('review.status.reportCard')}</Link>
      </p>
      {submission?.status === 'returned' && submission.returnReason ? (
        <p className="notice" role="note">
          {t('review.status.reason', { reason: submission.returnReason })}
        </p>
      ) : null}
      {submission ? <BaseSwitch view={view} submission={submission} /> : null}
    </header>
  );
}

function QueueNavigation({
  view: { queue, year },
  districtCode,
}: Pick<HeadPartProps, 'view' | 'districtCode'>) {
  const { t, language } = useT();
  const { search } = useLocation();
  const kept = new URLSearchParams(
    [...new URLSearchParams(search)].filter(([name]) => name === 'sort' || name === 'unit'),
  );
  const query = kept.size > 0 ? `?${kept}` : '';
  const base = `/districts/${districtCode}/${year}`;
  const { previous, next, place, size } = queue;
  return (
    <nav className="review-queue no-print" aria-label={t('review.queue.label')}>
      <Link to={`${base}/progress${query}`}>{t('review.back')}</Link>
      <span>{place ? t('review.queue.place', { place, size }) : t('review.queue.outside', { size })}</span>
      {previous ? (
        <Link to={`${base}/review/${previous.code}${query}`} rel="prev">
          {t('review.queue.previous', { office: localName(language, previous) })}
        </Link>
      ) : null}
      {next ? (
        <Link to={`${base}/review/${next.code}${query}`} rel="next">
          {t('review.queue.next', { office: localName(language, next) })}
        </Link>
      ) : null}
    </nav>
  );
}

type BaseSwitchProps = Pick<HeadPartProps, 'view'> & { submission: NonNullable<ReviewView['submission']> };

function BaseSwitch({ view: { year }, submission }: BaseSwitchProps) {
  const words = useT();
  const { t } = words;
  const location = useLocation();
  const bases = [
    ...submission.former.map(({ revision }) => revision),
    ...(submission.hasLastYear ? (['year'] as const) : []),
  ];
  if (bases.length === 0) return <p className="note">{t('review.base.none')}</p>;
  return (
    <div className="review-bases">
      <nav className="switch no-print" aria-label={t('review.base.label')}>
        <span className="switch-label" aria-hidden="true">
          {t('review.base.label')}
        </span>
        {bases.map((base) => (
          <Link
            key={base}
            to={withParams(location, { against: String(base), comment: undefined })}
            aria-current={base === submission.against ? 'true' : undefined}
            preventScrollReset
          >
            {baseName(base, submission, year, words)}
          </Link>
        ))}
      </nav>
      <Legend />
    </div>
  );
}

function Legend() {
  const { t } = useT();
  const [before, between, after] = t('review.base.legend', { added: '\u0000', removed: '\u0000' }).split(
    '\u0000',
  );
  return (
    <p className="note">
      {before}
      <ins>{t('review.base.added')}</ins>
      {between}
      <del>{t('review.base.removed')}</del>
      {after}
    </p>
  );
}

import { Link } from '@remix-run/react';
import { useT } from '#app/lib/i18n/use-t.ts';
import { statusText } from '#app/lib/status-text.ts';
import type { BenchmarkView } from '#app/usecases/office-benchmark.server.ts';

interface PolicyLineProps {
  view: BenchmarkView;
  /** Code of the district, for readers who may open its pages. */
  district?: string;
  query: string;
}

/** The office's status, what the round lets an office see, and who decided that. */
export function PolicyLine({ view, district, query }: PolicyLineProps) {
  const { t } = useT();
  const { status, provisional, policy, header } = view;
  return (
    <>
      <p className="status-line">
        <span className="badge" data-tone={status === 'approved' ? 'excellent' : 'warning'}>
          {statusText(status, t)}
        </span>
        {provisional ? <span>{t('common.state.provisionalNote')}</span> : null}
        <span>{t(`benchmark.policy.${policy}`)}</span>
      </p>
      {district ? (
        <p className="status-line no-print">
          <span>
            {t('benchmark.policy.district')}{' '}
            <Link to={`/districts/${district}/${header.year}/ranking${query}`}>
              {t('benchmark.policy.ranking')}
            </Link>
          </span>
        </p>
      ) : null}
    </>
  );
}

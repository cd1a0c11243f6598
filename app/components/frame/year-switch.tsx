import { Link, useLocation } from '@remix-run/react';
import { useT } from '#app/lib/i18n/use-t.ts';
import { withYear } from '#app/lib/search-params.ts';

/** Links to the same page of other years, newest last, with the table's state kept. */
export function YearSwitch({ year, years }: { year: number; years: readonly number[] }) {
  const { t } = useT();
  const location = useLocation();
  const ascending = [...new Set([...years, year])].sort((a, b) => a - b);
  return (
    <nav aria-label={t('common.year.label')} className="switch">
      <span aria-hidden="true" className="switch-label">
        {t('common.year.label')}
      </span>
      {ascending.map((other) => (
        <Link key={other} to={withYear(location, other)} aria-current={other === year ? 'page' : undefined}>
          {other}
        </Link>
      ))}
    </nav>
  );
}

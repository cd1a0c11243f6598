import { NavLink } from '@remix-run/react';
import { useT } from '#app/lib/i18n/use-t.ts';
import { useFrameData } from './frame-data.ts';
import { UnitSwitch } from './unit-switch.tsx';
import type { Viewer } from './viewer.ts';
import { YearSwitch } from './year-switch.tsx';

const districtPages = [
  'ranking',
  'indicators',
  'problems',
  'compare',
  'trends',
  'relations',
  'moves',
  'progress',
] as const;

/** The pages of the reader's role for the year on screen, and the switches that the page offers. */
export function Navigation({ viewer }: { viewer: Viewer }) {
  const { t } = useT();
  const { year, years, units } = useFrameData();
  const pages = year ? pagesOf(viewer, year) : [{ to: '/', label: 'common.home' as const }];
  return (
    <div className="frame-row frame-row-nav">
      <nav aria-label={t('common.nav.label')}>
        <ul className="frame-nav">
          {pages.map(({ to, label }) => (
            <li key={to}>
              <NavLink to={to} end={!/\/(indicators|settings)$/.test(to)} className="frame-nav-link">
                {t(label)}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <div className="frame-side">
        {year && years ? <YearSwitch year={year} years={years} /> : null}
        {units ? <UnitSwitch /> : null}
      </div>
    </div>
  );
}

function pagesOf({ reach, role, district, office }: Viewer, year: number) {
  if (reach === 'district' && district) {
    const base = `/districts/${district.code}/${year}`;
    return [
      { to: base, label: 'common.nav.overview' as const },
      ...districtPages.map((page) => ({ to: `${base}/${page}`, label: `common.nav.${page}` as const })),
      role === 'district_reviewer'
        ? { to: `${base}/settings`, label: 'common.nav.settings' as const }
        : { to: `${base}/settings/audit`, label: 'common.nav.audit' as const },
    ];
  }
  if (reach === 'office' && office) {
    const base = `/offices/${office.code}/${year}`;
    return [
      { to: base, label: 'common.nav.reportCard' as const },
      { to: `${base}/edit`, label: 'common.nav.form' as const },
      { to: `${base}/benchmark`, label: 'common.nav.benchmark' as const },
      { to: `${base}/history`, label: 'common.nav.history' as const },
    ];
  }
  return [{ to: '/', label: 'common.home' as const }];
}

import { NavLink } from '@remix-run/react';
import { useT } from '#app/lib/i18n/use-t.ts';

interface SettingsNavProps {
  /** Administrative code of the district. */
  code: string;
  year: number;
}

/** The pages of a year's settings. Needs the words of `settings`. */
export function SettingsNav({ code, year }: SettingsNavProps) {
  const { t } = useT();
  const base = `/districts/${code}/${year}/settings`;
  const pages = [
    { to: base, label: t('settings.nav.round'), end: true },
    { to: `${base}/framework`, label: t('settings.nav.framework'), end: false },
    { to: `${base}/audit`, label: t('settings.nav.audit'), end: false },
  ];
  return (
    <nav className="switch settings-nav" aria-label={t('settings.nav.label')}>
      {pages.map(({ to, label, end }) => (
        <NavLink key={to} to={to} end={end}>
          {label}
        </NavLink>
      ))}
    </nav>
  );
}

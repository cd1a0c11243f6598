import { Link, useLocation } from '@remix-run/react';
import { useT } from '#app/lib/i18n/use-t.ts';

interface SettingsNavProps {
  /** Administrative code of the district. */
  code: string;
  year: number;
}

/** The pages of a year's settings; a rehearsal is part of the framework. Needs the words of `settings`. */
export function SettingsNav({ code, year }: SettingsNavProps) {
  const { t } = useT();
  const here = useLocation().pathname.replace(/rehearsal$/, 'framework');
  const base = `/districts/${code}/${year}/settings`;
  const pages = [
    { to: base, label: t('settings.nav.round') },
    { to: `${base}/framework`, label: t('settings.nav.framework') },
    { to: `${base}/offices`, label: t('settings.nav.offices') },
    { to: `${base}/audit`, label: t('settings.nav.audit') },
  ];
  return (
    <nav className="switch settings-nav" aria-label={t('settings.nav.label')}>
      {pages.map(({ to, label }) => (
        <Link key={to} to={to} aria-current={to === here ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}

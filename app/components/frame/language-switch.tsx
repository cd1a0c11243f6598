import { useLocation } from '@remix-run/react';
import { languages } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';

/** Plain links: the whole document comes back in the other language. */
export function LanguageSwitch() {
  const { t, language } = useT();
  const { pathname, search } = useLocation();
  return (
    <nav aria-label={t('common.language.label')} className="switch">
      {languages.map((other) => (
        <a
          key={other}
          href={`/language?to=${other}&next=${encodeURIComponent(pathname + search)}`}
          lang={other}
          aria-current={other === language ? 'true' : undefined}
        >
          {t(`common.language.${other}`)}
        </a>
      ))}
    </nav>
  );
}

import type { ReactNode } from 'react';
import { useT } from '#app/lib/i18n/use-t.ts';
import { AccountMenu } from './account-menu.tsx';
import { useRootData } from './frame-data.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { Masthead } from './masthead.tsx';
import { Navigation } from './navigation.tsx';

/** What stands around every page; on paper only the page itself remains. */
export function Frame({ children }: { children: ReactNode }) {
  const { t } = useT();
  const root = useRootData();
  return (
    <>
      <a className="skip-link" href="#main">
        {t('common.skip')}
      </a>
      <header className="frame-head">
        {root?.demo ? <p className="banner">{t('common.banner.demo')}</p> : null}
        {root?.embedded && !root.demo ? <p className="banner">{t('common.banner.embedded')}</p> : null}
        <div className="frame-row">
          <Masthead viewer={root?.viewer} />
          <div className="frame-side">
            <LanguageSwitch />
            {root?.viewer ? <AccountMenu viewer={root.viewer} /> : null}
          </div>
        </div>
        {root?.viewer ? <Navigation viewer={root.viewer} /> : null}
      </header>
      <main id="main" className="frame-main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { i18nOf } from '#app/lib/i18n/instance.ts';
import { defaultLanguage, isLanguage } from '#app/lib/i18n/languages.ts';

const written = document.documentElement.lang;
const i18n = i18nOf(isLanguage(written) ? written : defaultLanguage);

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <I18nextProvider i18n={i18n}>
        <RemixBrowser />
      </I18nextProvider>
    </StrictMode>,
  );
});

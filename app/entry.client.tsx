import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { i18nOf } from '#app/lib/i18n/instance.ts';
import { needWords, writtenLanguage } from '#app/lib/i18n/need-words.ts';

const i18n = i18nOf(writtenLanguage());
await needWords('common', 'domain', 'errors');

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

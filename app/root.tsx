import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunction,
  useRouteError,
} from '@remix-run/react';
import type { ReactNode } from 'react';
import { errorKind } from '#app/components/frame/error-kind.ts';
import { ErrorState } from '#app/components/frame/error-state.tsx';
import { Frame } from '#app/components/frame/frame.tsx';
import type { RootData } from '#app/components/frame/frame-data.ts';
import { i18nOf } from '#app/lib/i18n/instance.ts';
import { defaultLanguage, languageOf } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { useNonce } from '#app/lib/nonce.ts';
import { pageTitle } from '#app/lib/page-title.ts';
import { findSignedIn } from '#app/lib/session.server.ts';
import { viewerOf } from '#app/lib/viewer.server.ts';
import './styles/app.css';

/** Who is reading, for the frame. It guards nothing: every page guards itself. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<RootData> {
  const signedIn = await findSignedIn(request, context);
  return {
    language: languageOf(request),
    viewer: signedIn ? viewerOf(signedIn.account) : null,
    demo: context.config.demo,
    embedded: context.database.engine === 'embedded',
  };
}

/** The reader changes by signing in or out only. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formMethod }) =>
  formMethod !== undefined && formMethod !== 'GET';

/** The title where a page gives none: of errors. */
export const meta: MetaFunction<typeof loader> = ({ data, error }) => {
  if (!error) return pageTitle(undefined);
  const t = i18nOf(data?.language ?? defaultLanguage).t;
  return pageTitle(t(`errors.${errorKind(statusOf(error))}.title`));
};

export function Layout({ children }: { children: ReactNode }) {
  const { language } = useT();
  const nonce = useNonce();
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return (
    <Frame>
      <Outlet />
    </Frame>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  return (
    <Frame>
      <ErrorState status={statusOf(error)} />
    </Frame>
  );
}

function statusOf(error: unknown): number {
  return isRouteErrorResponse(error) ? error.status : 500;
}

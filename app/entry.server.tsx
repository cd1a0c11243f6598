import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type HandleDataRequestFunction,
  type HandleErrorFunction,
} from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { languageOf } from '#app/lib/i18n/languages.ts';
import { i18nOf } from '#app/lib/i18n/whole.server.ts';
import { NonceContext } from '#app/lib/nonce.ts';
import { isOutage } from '#app/lib/outage.server.ts';
import { plainPage } from '#app/lib/plain-page.server.ts';
import { withoutZeroBytes } from '#app/lib/zero-bytes.server.ts';

const renderTimeout = 10_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> | Response {
  if (context.outage) return outagePage(request, context);
  const language = languageOf(request);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Content-Language', language);
  const page = (
    <NonceContext.Provider value={context.nonce}>
      <I18nextProvider i18n={i18nOf(language)}>
        <RemixServer context={remixContext} url={request.url} nonce={context.nonce} />
      </I18nextProvider>
    </NonceContext.Provider>
  );
  return new Promise((resolve, reject) => {
    const send = () => {
      const body = withoutZeroBytes();
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce: context.nonce,
      onShellReady: send,
      onShellError: reject,
      onError: (error) => context.log.error({ err: error, requestId: context.requestId }, 'render failed'),
    });
    setTimeout(abort, renderTimeout).unref();
  });
}

/** Every error that a loader, an action or a render throws, once. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (isRouteErrorResponse(error) && error.status < 500) return; // such as 405: the reader's, not ours
  if (isOutage(error)) context.outage = true;
  else if (request.signal.aborted) return;
  context.log.error({ err: error, requestId: context.requestId }, 'request failed');
};

/** A client-side navigation during an outage is told 503, so that the page on screen can say what was kept. */
export const handleDataRequest: HandleDataRequestFunction = (response, { context }) => {
  if (!context.outage) return response;
  return new Response('unavailable', {
    status: 503,
    headers: { 'X-Remix-Catch': 'yes', 'Retry-After': '5' },
  });
};

function outagePage(request: Request, context: AppLoadContext): Response {
  const html = plainPage('unavailable', {
    language: languageOf(request),
    nonce: context.nonce,
    requestId: context.requestId,
  });
  return new Response(html, {
    status: 503,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Retry-After': '5' },
  });
}

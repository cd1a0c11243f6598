import type { Request, Response } from 'express';
import { acceptedLanguage, cookieValue, isLanguage, languageCookie } from '../i18n/languages.ts';
import { type PlainPageKind, plainPage } from '../plain-page.server.ts';

/** Answers with a page of our own in front of Remix. */
export function plainAnswer(request: Request, response: Response, status: number, kind: PlainPageKind): void {
  const chosen = cookieValue(request.headers.cookie ?? null, languageCookie);
  const language = isLanguage(chosen) ? chosen : acceptedLanguage(request.headers['accept-language'] ?? null);
  const { nonce, requestId } = response.locals;
  response.status(status).type('html').send(plainPage(kind, { language, nonce, requestId }));
}

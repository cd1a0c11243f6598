import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { isLanguage, languageCookie } from '#app/lib/i18n/languages.ts';
import { safeRedirect } from '#app/lib/safe-redirect.ts';

const year = 365 * 24 * 3600;

/** Keeps the reader's language and goes back to the page. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const to = search.get('to');
  const next = safeRedirect(search.get('next'));
  if (!isLanguage(to)) return redirect(next);
  const secure = context.config.secureCookies ? '; Secure' : '';
  return redirect(next, {
    headers: {
      'Set-Cookie': `${languageCookie}=${to}; Path=/; Max-Age=${year}; HttpOnly; SameSite=Lax${secure}`,
    },
  });
}

import { redirect } from '@remix-run/node';

/** Answers that a loader or action throws; the frame's error page says the rest in the reader's language. */

/** The same for a page that is absent and for one that is not open to the account. */
export function notFound(): Response {
  return new Response('not found', { status: 404 });
}

/** Right tenant, wrong role. */
export function forbidden(): Response {
  return new Response('forbidden', { status: 403 });
}

/** The form of a request. Throws the answer for a body that is none. */
export async function formOf(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw new Response('bad request', { status: 400 });
  }
}

/** To the sign-in page, and from there back to the page that was asked for. */
export function toSignIn(request: Request): Response {
  return redirect(withWayBack('/login', request));
}

/** To the page on which one chooses a password, and from there back. */
export function toOwnPassword(request: Request): Response {
  return redirect(withWayBack('/password', request));
}

function withWayBack(page: string, request: Request): string {
  const url = new URL(request.url);
  url.searchParams.delete('_data');
  url.searchParams.delete('index');
  const next = url.pathname + url.search;
  return request.method === 'GET' && next !== '/' ? `${page}?next=${encodeURIComponent(next)}` : page;
}

import type { IncomingHttpHeaders } from 'node:http';

const readingMethods = new Set(['GET', 'HEAD']);

/**
 * Whether a request that may change something was not sent by one of our own pages. The browser says so in
 * `Sec-Fetch-Site`; where it does not (plain HTTP), `Origin` must be the configured one. Host headers are never asked,
 * because whoever sends the request writes them.
 */
export function isCrossSite(
  request: { method: string; headers: IncomingHttpHeaders },
  configuredOrigin: string,
): boolean {
  if (readingMethods.has(request.method)) return false;
  if (request.headers['sec-fetch-site'] === 'same-origin') return false;
  return request.headers.origin !== configuredOrigin;
}

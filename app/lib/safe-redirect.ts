/**
 * A place to go to that is surely on this site: a path from the root, else `fallback`. Browsers read a backslash as a
 * slash and drop control characters, so `/\evil`, `//evil` and `/<tab>/evil` are refused.
 */
export function safeRedirect(to: unknown, fallback = '/'): string {
  if (typeof to !== 'string' || to.length > 2000) return fallback;
  if (!/^\/(?![/\\])[^\\\p{Cc}\s]*$/u.test(to)) return fallback;
  const base = 'http://internal.invalid';
  const url = URL.canParse(to, base) ? new URL(to, base) : undefined;
  return url?.origin === base ? to : fallback;
}

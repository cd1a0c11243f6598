/** The message of the catalogue’s `errors` for a status. */
export function errorKind(status: number) {
  if (status === 404) return 'notFound';
  if (status === 403) return 'forbidden';
  if (status === 413) return 'tooLarge';
  if (status === 503) return 'unavailable';
  return status >= 500 ? 'server' : 'badRequest';
}

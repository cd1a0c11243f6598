/**
 * Whether an error says that the database cannot be reached, rather than that a query was wrong: connection refused, reset
 * or timed out, shutting down or starting up, no connection to be had.
 */
export function isOutage(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    if (cause instanceof AggregateError && cause.errors.some(isOutage)) return true;
    const code = 'code' in cause ? String(cause.code) : '';
    if (code === 'ENOENT' && 'syscall' in cause && cause.syscall === 'connect') return true; // a socket file
    if (systemCodes.has(code) || postgresCodes.test(code) || driverMessages.test(cause.message)) return true;
  }
  return false;
}

const systemCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** Class 08 connection exceptions, 57P01–57P05 shutdown and start-up, 53300 too many connections. */
const postgresCodes = /^(08\w{3}|57P0[1-5]|53300)$/;

/** What node-postgres and PGlite say without a code. */
const driverMessages =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|PGlite is clos/i;

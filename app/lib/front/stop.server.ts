import type { Server } from 'node:http';

/** Requests under way get this long to finish. */
const graceMs = 8_000;

/**
 * Stops accepting, lets the requests under way finish, then calls `release` (the database). Without the release an open
 * pool keeps the process alive.
 */
export async function stopGracefully(server: Server, release: () => Promise<void>): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeIdleConnections();
  // A connection that was busy becomes idle when its answer is out.
  const sweep = setInterval(() => server.closeIdleConnections(), 100);
  const force = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(force);
  await release();
}

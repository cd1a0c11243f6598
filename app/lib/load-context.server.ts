import type { Logger } from 'pino';
import type { DatabaseHandle } from '#db/client.server.ts';
import type { Config } from './env.server.ts';
import type { Lockout } from './lockout.server.ts';
import type { SignedIn } from './session.server.ts';

/**
 * What the HTTP front hands to loaders and actions as `context`. The server bundle opens nothing by itself: the database,
 * the settings and the log are those of the process that runs it.
 */
export interface RequestContext {
  config: Config;
  database: DatabaseHandle;
  lockout: Lockout;
  log: Logger;
  /** For the scripts and styles of this one answer; never part of loader data. */
  nonce: string;
  requestId: string;
  /** The reader's network address, for the lockout only. */
  address: string;
  /** The session of this request, looked up once however many loaders ask. */
  signedIn?: Promise<SignedIn | undefined>;
  /** Set when the database could not be reached: the answer becomes 503. */
  outage?: boolean;
}

declare module '@remix-run/node' {
  interface AppLoadContext extends RequestContext {}
}

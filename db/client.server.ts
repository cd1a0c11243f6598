import { type Kysely, sql } from 'kysely';
import { openEmbedded } from './embedded.server.ts';
import { lastMigration, migrationSchema } from './migrations/index.ts';
import { openPostgres } from './postgres.server.ts';
import { Refusal } from './refusal.server.ts';
import type { Database } from './schema.ts';

export type Engine = 'postgres' | 'embedded';

export interface DatabaseConfig {
  /** PostgreSQL connection string; takes precedence over `dataDir`. */
  databaseUrl?: string | undefined;
  /** Folder of the embedded database, or `memory://`. */
  dataDir?: string | undefined;
  /** Embedded only: a dump of another embedded database to start from. */
  snapshot?: Blob | undefined;
  poolSize?: number | undefined;
  /** PostgreSQL only; the embedded engine knows no timeouts. */
  statementTimeoutMs?: number | undefined;
  /** Told of connections that die; they are replaced by themselves. */
  onConnectionError?: ((error: Error) => void) | undefined;
}

/** An open database. Tenant data is reached through `scope.server.ts` alone; the handle itself offers no query. */
export interface DatabaseHandle {
  readonly engine: Engine;
  /** Reachable and migrated to the newest migration; false instead of an error. */
  isReady(): Promise<boolean>;
  /** Waits for running transactions, at most 5 s, and ends every connection. May be called twice. */
  close(): Promise<void>;
  /** Embedded only: the whole database as a tar file, to back up or to start another one from. */
  dump(): Promise<Blob>;
  /** Embedded: makes what is committed safe against power loss. PostgreSQL does so by itself. */
  flush(): Promise<void>;
}

/** What an engine module hands over. */
export interface EngineConnection {
  engine: Engine;
  kysely: Kysely<Database>;
  close(): Promise<void>;
  flush(): Promise<void>;
  dump(): Promise<Blob>;
}

/** Of the whole process: in development Vite loads a second copy of this module, for the same handle. */
const connections: WeakMap<DatabaseHandle, Kysely<Database>> = shared(
  'duibiao.connections',
  () => new WeakMap(),
);

/** Opens PostgreSQL when `databaseUrl` is set, else the embedded database. Throws when neither can be opened. */
export async function openDatabase(config: DatabaseConfig): Promise<DatabaseHandle> {
  if (config.databaseUrl) return handleOf(openPostgres(config.databaseUrl, config));
  if (!config.dataDir) throw new Refusal('Neither DATABASE_URL nor DATA_DIR is set.');
  return handleOf(await openEmbedded(config.dataDir, config.snapshot));
}

/** The query builder behind a handle: for db/ and its tests only. It is not limited to a tenant. */
export function kyselyOf(database: DatabaseHandle): Kysely<Database> {
  const kysely = connections.get(database);
  if (!kysely) throw new Error('This is not a handle of openDatabase().');
  return kysely;
}

/** Tells the planner how the tables have grown, where so much was added at once that the server has not seen it yet. */
export async function refreshStatistics(database: DatabaseHandle): Promise<void> {
  await sql`analyze`.execute(kyselyOf(database));
}

function handleOf(connection: EngineConnection): DatabaseHandle {
  let closing: Promise<void> | undefined;
  const handle: DatabaseHandle = {
    engine: connection.engine,
    isReady: () => isMigrated(connection.kysely),
    close: () => {
      closing ??= connection.close();
      return closing;
    },
    flush: () => connection.flush(),
    dump: () => connection.dump(),
  };
  connections.set(handle, connection.kysely);
  return handle;
}

async function isMigrated(kysely: Kysely<Database>): Promise<boolean> {
  try {
    const { rows } = await sql<{
      name: string;
    }>`select name from ${sql.table(`${migrationSchema}.kysely_migration`)}
      order by name desc limit 1`.execute(kysely);
    return rows[0]?.name === lastMigration;
  } catch {
    return false;
  }
}

function shared<T>(name: string, make: () => T): T {
  const places = globalThis as unknown as Record<symbol, T | undefined>;
  const place = Symbol.for(name);
  places[place] ??= make();
  return places[place];
}

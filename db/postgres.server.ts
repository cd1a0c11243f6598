import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DatabaseConfig, EngineConnection } from './client.server.ts';
import { columnParsers } from './column-types.server.ts';
import type { Database } from './schema.ts';

const drainMs = 5_000;

/** A pool on PostgreSQL; connects with the first query. No death of a backend may reach the process as an exception. */
export function openPostgres(databaseUrl: string, config: DatabaseConfig): EngineConnection {
  const report = config.onConnectionError ?? (() => {});
  const statementTimeout = config.statementTimeoutMs ?? 15_000;
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'duibiao',
    max: config.poolSize ?? 10,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: statementTimeout,
    lock_timeout: statementTimeout,
    idle_in_transaction_session_timeout: 30_000,
    types: { getTypeParser },
  });
  const clients = new Set<pg.PoolClient>();
  pool.on('error', report);
  pool.on('connect', (client) => {
    clients.add(client);
    client.on('error', report);
  });
  pool.on('remove', (client) => clients.delete(client));
  return {
    engine: 'postgres',
    kysely: new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }),
    close: () => endPool(pool, clients),
    flush: async () => {},
    dump: () => Promise.reject(new Error('A PostgreSQL database is dumped with pg_dump.')),
  };
}

/** Lets transactions finish, then cuts what is left, so that the process can exit. */
async function endPool(pool: pg.Pool, clients: Set<pg.PoolClient>): Promise<void> {
  const cut = setTimeout(() => {
    for (const client of clients) streamOf(client)?.destroy();
  }, drainMs);
  await pool.end();
  clearTimeout(cut);
}

function streamOf(client: pg.PoolClient): { destroy(): void } | undefined {
  return (client as unknown as { connection?: { stream?: { destroy(): void } } }).connection?.stream;
}

const getTypeParser: pg.CustomTypesConfig['getTypeParser'] = (oid: number, format?: 'text' | 'binary') => {
  const parser = columnParsers[oid];
  return parser && format !== 'binary' ? parser : pg.types.getTypeParser(oid, format as 'text');
};

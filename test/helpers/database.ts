import { createHash } from 'node:crypto';
import { existsSync, openAsBlob, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, test } from 'vitest';
import { type DatabaseHandle, type Engine, openDatabase } from '#db/client.server.ts';
import { migrateToLatest } from '#db/migrate.server.ts';
import { execute, freshName, urlOf } from '#test/setup/postgres-cluster.ts';

export const testEngine: Engine = process.env.TEST_ENGINE === 'postgres' ? 'postgres' : 'embedded';

export interface TestDatabase {
  /** As the application opens it: on PostgreSQL by a login role that is a member of duibiao_app. */
  database: DatabaseHandle;
  /** As superuser, past every policy: for fixtures and for looking behind the scenes, through `kyselyOf`. */
  owner: DatabaseHandle;
  /** How `database` was opened, for a process of its own; undefined in memory. */
  databaseUrl: string | undefined;
  close(): Promise<void>;
}

/** A fresh, migrated, empty database on the engine under test; close it in `afterAll`. */
export async function testDatabase(): Promise<TestDatabase> {
  return testEngine === 'postgres' ? clonedDatabase() : embeddedDatabase();
}

/** A database before any migration, opened as its owner, who on PostgreSQL is no superuser. */
export async function emptyDatabase(): Promise<{ database: DatabaseHandle; close(): Promise<void> }> {
  if (testEngine === 'embedded') {
    const database = await openDatabase({ dataDir: 'memory://' });
    return { database, close: () => database.close() };
  }
  const cluster = inject('postgresCluster');
  const name = freshName();
  await execute(cluster, 'postgres', [`create database ${name} owner ${cluster.owner}`]);
  const database = await openDatabase({ databaseUrl: urlOf(cluster, cluster.owner, name) });
  return { database, close: () => dropping(name, [database]) };
}

/** Opens the database as another role of the cluster. PostgreSQL only. */
export async function openAs(test: TestDatabase, role: string): Promise<DatabaseHandle> {
  const name = names.get(test);
  if (!name) throw new Error('Only a PostgreSQL database has login roles.');
  return openDatabase({ databaseUrl: urlOf(inject('postgresCluster'), role, name) });
}

const names = new WeakMap<TestDatabase, string>();

async function clonedDatabase(): Promise<TestDatabase> {
  const cluster = inject('postgresCluster');
  const name = freshName();
  await execute(cluster, 'postgres', [
    `create database ${name} template ${cluster.template} owner ${cluster.owner}`,
  ]);
  const databaseUrl = urlOf(cluster, cluster.login, name);
  const database = await openDatabase({ databaseUrl });
  const owner = await openDatabase({ databaseUrl: urlOf(cluster, cluster.superuser, name) });
  const test = { database, owner, databaseUrl, close: () => dropping(name, [database, owner]) };
  names.set(test, name);
  return test;
}

async function dropping(name: string, handles: DatabaseHandle[]): Promise<void> {
  for (const handle of handles) await handle.close();
  await execute(inject('postgresCluster'), 'postgres', [`drop database ${name} with (force)`]);
}

async function embeddedDatabase(): Promise<TestDatabase> {
  const database = await openDatabase({ dataDir: 'memory://', snapshot: await migratedSnapshot() });
  return { database, owner: database, databaseUrl: undefined, close: () => database.close() };
}

/** A migrated database as a file, made once for the migrations as they are: opening it takes a tenth of the time. */
export async function migratedSnapshot(): Promise<Blob> {
  const path = join(tmpdir(), `duibiao-embedded-${process.getuid?.() ?? 0}-${fingerprint()}.tar`);
  if (!existsSync(path)) await writeSnapshot(path);
  return openAsBlob(path);
}

async function writeSnapshot(path: string): Promise<void> {
  const database = await openDatabase({ dataDir: 'memory://' });
  await migrateToLatest(database);
  const dump = await database.dump();
  await database.close();
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, Buffer.from(await dump.arrayBuffer()));
  renameSync(draft, path);
}

function fingerprint(): string {
  const root = join(import.meta.dirname, '../..');
  const folder = join(root, 'db/migrations');
  const sources = readdirSync(folder).sort();
  const hash = createHash('sha256').update(
    readFileSync(join(root, 'node_modules/@electric-sql/pglite/package.json')),
  );
  for (const name of sources) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 16);
}

/** A test of what only one engine does; on the other it does not exist, so that nothing counts as skipped. */
export function testOn(engine: typeof testEngine) {
  return (name: string, run: () => Promise<void>): void => {
    if (engine === testEngine) test(name, run);
  };
}

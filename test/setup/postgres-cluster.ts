import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, openSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '#db/client.server.ts';
import { migrateToLatest } from '#db/migrate.server.ts';
import { installPackages } from './system-packages.ts';

/** How tests reach the throw-away cluster: `urlOf` its parts by `test/helpers/database.ts`. */
export interface PostgresCluster {
  /** Folder of the unix socket. */
  socket: string;
  superuser: string;
  /** Owns the databases and runs the migrations; not a superuser, as a deployment’s owner should not be. */
  owner: string;
  /** Logs in for the application: a member of duibiao_app. */
  login: string;
  /** Migrated and empty; cloned for every test file. */
  template: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    postgresCluster: PostgresCluster;
  }
}

/** Starts a PostgreSQL cluster in a temporary folder, migrates a template database, and stops it after the run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { cluster, stop } = await startCluster();
  project.provide('postgresCluster', cluster);
  return stop;
}

/** The same outside Vitest, for scripts. */
export async function startCluster(): Promise<{ cluster: PostgresCluster; stop: () => Promise<void> }> {
  const bin = requirePostgres();
  const user = unprivilegedUser();
  const folder = mkdtempSync(join(tmpdir(), 'duibiao-pg-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const cluster = {
    socket: folder,
    superuser: 'postgres',
    owner: 'duibiao_owner',
    login: 'duibiao_login',
    template: 'duibiao_template',
  };
  initialise(bin, folder, user);
  const server = serve(bin, folder, user);
  const stop = () => stopServer(server, folder);
  try {
    await untilReady(cluster, server);
    await prepareTemplate(cluster);
  } catch (error) {
    await stop();
    throw error;
  }
  return { cluster, stop };
}

/** A connection string for a user and database of the cluster. */
export function urlOf(cluster: PostgresCluster, user: string, database: string): string {
  return `postgresql://${user}@/${database}?host=${encodeURIComponent(cluster.socket)}`;
}

interface User {
  uid: number;
  gid: number;
}

function requirePostgres(): string {
  if (!findPostgres()) installPackages('PostgreSQL', ['postgresql']);
  const bin = findPostgres();
  if (!bin)
    throw new Error('No PostgreSQL was found: install it (version 14 or newer) and put initdb on the PATH.');
  return bin;
}

/** The folder of the newest PostgreSQL programs: Debian's place first, then the PATH. */
function findPostgres(): string | undefined {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [
    ...versions.map((version) => join(root, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return places.find((place) => existsSync(join(place, 'initdb')) && existsSync(join(place, 'postgres')));
}

/** PostgreSQL refuses to run as root: then as `postgres`, or `nobody` where there is no such user. */
function unprivilegedUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const ask = (name: string, flag: string) =>
    Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  for (const name of ['postgres', 'nobody']) {
    try {
      return { uid: ask(name, '-u'), gid: ask(name, '-g') };
    } catch {}
  }
  throw new Error('PostgreSQL cannot run as root, and there is neither a user postgres nor nobody.');
}

function initialise(bin: string, folder: string, user: User | undefined): void {
  const options = ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--locale=C', '--no-sync'];
  execFileSync(join(bin, 'initdb'), ['-D', join(folder, 'data'), ...options], {
    ...user,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

function serve(bin: string, folder: string, user: User | undefined): ChildProcess {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: folder,
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    autovacuum: 'off',
    max_connections: '200',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(join(folder, 'server.log'), 'a');
  return spawn(join(bin, 'postgres'), ['-D', join(folder, 'data'), ...options], {
    ...user,
    cwd: folder,
    stdio: ['ignore', log, log],
  });
}

async function stopServer(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGINT'); // fast shutdown
    const patience = setTimeout(() => server.kill('SIGQUIT'), 10_000);
    await gone;
    clearTimeout(patience);
  }
  rmSync(folder, { recursive: true, force: true });
}

async function untilReady(cluster: PostgresCluster, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (server.exitCode !== null) throw new Error('PostgreSQL ended while starting.');
    try {
      return await execute(cluster, 'postgres', ['select 1']);
    } catch {
      await sleep(50);
    }
  }
  throw new Error('PostgreSQL did not become ready within 10 s.');
}

async function prepareTemplate(cluster: PostgresCluster): Promise<void> {
  const { owner, login, template } = cluster;
  await execute(cluster, 'postgres', [
    `create role ${owner} login createrole`,
    `create role ${login} login`,
    `create database ${template} owner ${owner}`,
  ]);
  const database = await openDatabase({ databaseUrl: urlOf(cluster, owner, template) });
  try {
    await migrateToLatest(database);
  } finally {
    await database.close();
  }
  await execute(cluster, 'postgres', [`grant duibiao_app to ${login}`]);
}

/** Runs statements as superuser, one by one. */
export async function execute(
  cluster: PostgresCluster,
  database: string,
  statements: string[],
): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(cluster, cluster.superuser, database) });
  client.on('error', () => {});
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A name for a database that no other test uses. */
export function freshName(): string {
  return `test_${randomUUID().replaceAll('-', '')}`;
}

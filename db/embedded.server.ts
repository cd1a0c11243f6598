import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import type { EngineConnection } from './client.server.ts';
import { columnParsers } from './column-types.server.ts';
import { lockFolder } from './embedded-lock.server.ts';
import type { Database } from './schema.ts';

const memory = 'memory://';

/** Opens PGlite on a folder, created with its lock file where missing, or in memory. `snapshot` is a dump to start from. */
export async function openEmbedded(dataDir: string, snapshot?: Blob): Promise<EngineConnection> {
  const folder = dataDir === memory ? undefined : resolve(dataDir);
  const unlock = folder ? prepare(folder) : () => {};
  try {
    const pglite = await PGlite.create({
      dataDir: folder ?? memory,
      parsers: columnParsers,
      ...(snapshot ? { loadDataDir: snapshot } : {}),
    });
    const kysely = new Kysely<Database>({ dialect: new PGliteDialect({ pglite }) });
    return {
      engine: 'embedded',
      kysely,
      close: async () => {
        await kysely.destroy();
        if (!pglite.closed) await pglite.close();
        unlock();
      },
      dump: () => pglite.dumpDataDir('none'),
      flush: async () => {
        if (folder) syncFolder(join(folder, 'pg_wal'));
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

function prepare(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  return lockFolder(folder);
}

/** The engine never asks the system to write through; the write-ahead log is what a restart reads. */
function syncFolder(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isFile()) syncPath(join(folder, entry.name));
  syncPath(folder);
}

function syncPath(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

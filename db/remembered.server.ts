import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { DatabaseHandle } from './client.server.ts';
import { databaseBehind, districtOf, type ScopedDb } from './scope.server.ts';

/**
 * A result of the largest district and the reading of a report are some 60 KB, so all of them stay within a few megabytes; of
 * texts that were made to give the most, within 80.
 */
const kept = 100;

const memories = new WeakMap<DatabaseHandle, LRUCache<string, object>>();

/**
 * What `find` gives, found once for a name and what it is `of`: all that decides the result, so that nothing kept is ever out
 * of date. For figures of revisions, which are written once, that is which revisions and the version of their submissions,
 * which moves with each reviewed score; for what a document says, the document. Every process keeps its own. The result is shared: do not change it.
 */
export async function remembered<T extends object>(
  db: ScopedDb,
  { name, of }: { name: string; of: unknown },
  find: () => Promise<T>,
): Promise<T> {
  const memory = memoryOf(databaseBehind(db));
  const key = createHash('sha256')
    .update(JSON.stringify([districtOf(db), name, of]))
    .digest('base64');
  const known = memory.get(key) as T | undefined;
  if (known) return known;
  const found = await find();
  memory.set(key, found);
  return found;
}

function memoryOf(database: DatabaseHandle): LRUCache<string, object> {
  const memory = memories.get(database) ?? new LRUCache<string, object>({ max: kept });
  memories.set(database, memory);
  return memory;
}

import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { Refusal } from './refusal.server.ts';

const held = new Set<string>();

/**
 * Takes `<folder>.lock` for this process, because two processes on one embedded database lose each other's rows.
 * A lock left by a dead process is taken over. Throws with the holder's pid when it is alive; returns the release.
 */
export function lockFolder(folder: string): () => void {
  const path = `${folder}.lock`;
  if (held.has(path)) throw inUse(folder, process.pid);
  const content = `${process.pid} ${startOf(process.pid)}\n`;
  for (let attempt = 0; !tryCreate(path, content); attempt += 1) {
    const found = read(path);
    if (found === undefined) continue;
    if (isAlive(found) || attempt > 3) throw inUse(folder, pidOf(found));
    discardStale(path, found);
  }
  held.add(path);
  return () => {
    held.delete(path);
    if (read(path) === content) rmSync(path, { force: true });
  };
}

function tryCreate(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Renaming first, so that a lock another process has just taken is noticed and put back. */
function discardStale(path: string, stale: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = read(aside);
  if (moved !== undefined && moved !== stale) tryCreate(path, moved);
  rmSync(aside, { force: true });
}

/** A pid is used again, in a container at once, so the holder must have started when the lock says it did. */
function isAlive(content: string): boolean {
  const pid = pidOf(content);
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  if (!exists(pid)) return false;
  const start = content.trim().split(' ')[1] ?? '';
  const now = startOf(pid);
  return start === '' || now === '' || start === now;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function pidOf(content: string): number {
  return Number.parseInt(content, 10);
}

/** Start time in clock ticks where the system tells it, else empty. */
function startOf(pid: number): string {
  const stat = read(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function inUse(folder: string, pid: number): Error {
  return new Refusal(
    `The database folder ${folder} is in use by process ${pid}. Stop that process, or choose another DATA_DIR.`,
  );
}

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFolder } from './embedded-lock.server.ts';

let folder: string;
let lock: string;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'duibiao-lock-')), 'data');
  lock = `${folder}.lock`;
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

test('the lock carries the pid, holds against a second taker and goes with its release', () => {
  const release = lockFolder(folder);
  expect(readFileSync(lock, 'utf8')).toMatch(new RegExp(`^${process.pid} `));
  expect(() => lockFolder(folder)).toThrow(`in use by process ${process.pid}`);
  release();
  expect(existsSync(lock)).toBe(false);
  lockFolder(folder)();
});

test('a living process keeps its lock, a dead one loses it', async () => {
  const holder = spawn('sleep', ['60']);
  writeFileSync(lock, `${holder.pid}\n`);
  expect(() => lockFolder(folder)).toThrow(`in use by process ${holder.pid}`);
  const gone = new Promise((resolve) => holder.once('exit', resolve));
  holder.kill('SIGKILL');
  await gone;
  lockFolder(folder)();
});

test('a pid that now belongs to another process does not hold a lock', () => {
  writeFileSync(lock, `${process.ppid} 1\n`);
  lockFolder(folder)();
  writeFileSync(lock, `${process.pid} 1\n`); // a container starts every process with the same pid
  lockFolder(folder)();
});

test('an unreadable lock is stale', () => {
  writeFileSync(lock, 'nonsense');
  lockFolder(folder)();
});

test('the release leaves a lock that has become another process’s', () => {
  const release = lockFolder(folder);
  writeFileSync(lock, '1 1\n');
  release();
  expect(readFileSync(lock, 'utf8')).toBe('1 1\n');
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

test('no code outside db/ takes the unlimited query builder from a handle', () => {
  const taking = ['app', 'scripts'].flatMap(sources).filter((path) => /kyselyOf/.test(read(path)));
  expect(taking).toEqual([]);
});

test('inside db/ only the scope, the migrator and the start check do', () => {
  const taking = sources('db').filter((path) => /import .*\bkyselyOf\b/.test(read(path)));
  expect(taking.toSorted()).toEqual(['db/migrate.server.ts', 'db/safe-role.server.ts', 'db/scope.server.ts']);
});

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`);
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { incompleteEntries } from './check-lock.ts';

const lock = (packages: object) => JSON.stringify({ packages });

test('an optional build without an entry is named', () => {
  const text = lock({
    'node_modules/a': { optionalDependencies: { 'a-linux': '1', 'a-darwin': '1' } },
    'node_modules/a-linux': {},
  });
  expect(incompleteEntries(text)).toEqual([expect.stringContaining('a-darwin')]);
});

test('an entry nested in the package counts', () => {
  const text = lock({
    'node_modules/a': { optionalDependencies: { b: '1' } },
    'node_modules/a/node_modules/b': {},
  });
  expect(incompleteEntries(text)).toEqual([]);
});

test('a registry address is named', () => {
  expect(
    incompleteEntries(lock({ 'node_modules/a': { resolved: 'https://registry.example/a.tgz' } })),
  ).toHaveLength(1);
});

test('the lock file of this repository is complete', () => {
  expect(incompleteEntries(readFileSync('package-lock.json', 'utf8'))).toEqual([]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checks } from '../findings.ts';
import type { Check } from './check.ts';

const folder = import.meta.dirname;
const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
const modules = await Promise.all(
  files
    .filter((name) => !name.includes('.test.'))
    .map((name) => import(join(folder, name)) as Promise<object>),
);
/** Each check by the name it is exported under, which is the one that its tests use. */
const exported = new Map(
  modules.flatMap((module) => Object.entries(module).map(([name, value]) => [value, name])),
);
/** What is tested together. */
const blocks = files
  .filter((name) => name.endsWith('.test.ts'))
  .flatMap((name) => readFileSync(join(folder, name), 'utf8').split(/^describe/m));

test.each(checks.map((check): [string, Check] => [check.name, check]))(
  '“%s” has a test in which it holds, one in which it fails and one in which it cannot be checked',
  (_, check) => {
    const name = exported.get(check) ?? 'not exported';
    const text = blocks.filter((block) => new RegExp(`\\b${name}\\b`).test(block)).join('\n');
    const said = ['holds', 'fails', 'not_checkable'].filter((status) => text.includes(`'${status}'`));
    expect([name, said]).toEqual([name, ['holds', 'fails', 'not_checkable']]);
  },
);

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const product = path.join(root, 'build', 'server', 'index.js');
const sources = ['app', 'public', 'package.json', 'package-lock.json', 'vite.config.ts', 'remix.config.js'];

/** Builds the product unless the build is newer than everything it is made from. Throws when the build fails. */
export function buildIfNeeded(): void {
  if (existsSync(product) && sources.every((source) => newest(source) <= statSync(product).mtimeMs)) return;
  process.stderr.write('Building the product (about half a minute) …\n');
  const { status } = spawnSync('remix', ['vite:build', '--logLevel', 'error'], {
    cwd: root,
    // Standard output belongs to the script that asked, which may print data on it.
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: 'production' },
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The product could not be built: see the messages above.');
}

function newest(source: string): number {
  const place = path.join(root, source);
  const files = statSync(place).isDirectory()
    ? readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((file) => !/\.test\.tsx?$/.test(file))
    : [''];
  return Math.max(...files.map((file) => statSync(path.join(place, file)).mtimeMs));
}

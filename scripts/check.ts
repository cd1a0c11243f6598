import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { catalogueGaps } from './check-catalogues.ts';
import { incompleteEntries } from './check-lock.ts';

/** `npm run check`: everything that can be said about the code without running the product. Each step runs; the end tells. */
const steps: { name: string; run: () => boolean }[] = [
  { name: 'types', run: () => succeeds('tsc', '--project', '.') },
  { name: 'lint and format', run: () => succeeds('biome', 'check', '--error-on-warnings', '.') },
  { name: 'import rules', run: () => succeeds('depcruise', 'app', 'db', 'scripts', 'test') },
  { name: 'unused code', run: () => succeeds('knip') },
  { name: 'message catalogues', run: () => prints(catalogueGaps()) },
  { name: 'lock file', run: () => prints(incompleteEntries(readFileSync('package-lock.json', 'utf8'))) },
];

const failed = steps.filter(({ name, run }) => {
  console.log(`\n— ${name}`);
  return !run();
});
console.log(
  failed.length === 0 ? '\nAll checks hold.' : `\nFailed: ${failed.map(({ name }) => name).join(', ')}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;

function succeeds(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}

function prints(complaints: string[]): boolean {
  for (const complaint of complaints) console.log(complaint);
  if (complaints.length === 0) console.log('holds');
  return complaints.length === 0;
}

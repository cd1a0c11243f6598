import { EnvError, readConfig } from '#app/lib/env.server.ts';
import { devPages } from '#app/lib/front/dev-pages.server.ts';
import { openForServing } from '#app/lib/front/open-database.server.ts';
import { startServer, stopOnSignals } from '#app/server.ts';
import { demoAccounts, demoPassword } from '#db/demo/accounts.server.ts';
import { loadDemo } from '#db/demo/load.server.ts';
import { Refusal } from '#db/refusal.server.ts';
import { buildIfNeeded } from './build.ts';

/**
 * `npm run demo`: builds, opens the database in DATA_DIR, loads the demo district where it is not there yet, and serves
 * on PORT. `npm run dev` does the same with pages straight from the sources.
 */
const dev = process.argv.includes('--dev');

try {
  await serveDemo();
} catch (error) {
  console.error(error instanceof Refusal || error instanceof EnvError ? error.message : error);
  process.exit(1);
}

async function serveDemo(): Promise<void> {
  // React and Remix read NODE_ENV when they are loaded, which is later.
  process.env.NODE_ENV ??= dev ? 'development' : 'production';
  const config = readConfig({ LOG_LEVEL: 'warn', ...process.env, DEMO: '1' }, dev);
  if (!dev) buildIfNeeded();
  console.log(`Opening the database (${config.databaseUrl ? 'DATABASE_URL' : config.dataDir}) …`);
  const database = await openForServing(config);
  console.log('Looking for the demo district …');
  const { loaded, submissions } = await loadDemo(database);
  console.log(loaded ? `Loaded ${submissions} submissions.` : 'It is there already; nothing was changed.');
  const running = await startServer({ config, database, pages: dev ? await devPages() : undefined });
  stopOnSignals(running);
  console.log(welcome(config.origin));
}

function welcome(address: string): string {
  const accounts = demoAccounts.map(
    ({ loginName, displayName, office }) =>
      `  ${loginName.padEnd(10)} ${displayName}${office ? `（${office.name}）` : ''}`,
  );
  return [
    `\n对标 Duibiao: ${address}`,
    ...accounts,
    `  password   ${demoPassword}`,
    'Stop with Ctrl+C.',
  ].join('\n');
}

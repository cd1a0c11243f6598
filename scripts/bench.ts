import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '#app/lib/env.server.ts';
import { openForServing } from '#app/lib/front/open-database.server.ts';
import { startServer } from '#app/server.ts';
import { loadDistrictYear } from '#app/usecases/district-year.server.ts';
import { demoPassword } from '#db/demo/accounts.server.ts';
import { insertLargeDistrict } from '#db/demo/large-district.server.ts';
import { loadDemo } from '#db/demo/load.server.ts';
import { findAccountByLoginName } from '#db/queries/accounts.server.ts';
import { readScope, scopeOf, withSignIn } from '#db/scope.server.ts';
import { buildIfNeeded } from './build.ts';

/**
 * `npm run bench -- import` and `-- uploads` are in files of their own. `npm run bench [-- --json]`: what the heavy pages cost the
 * server, as ratios within this one run, so that the machine does not matter. Times are medians of requests taken in turns, one at a time, on the embedded database. The overview of
 * a district of 200 offices × 10 years is held against that of 22 × 5: at most twice its time is wanted.
 */
const rounds = 300;
const roundsOfSizes = 60;
const warmUp = 60;
/** A kept connection may time out while the large district is stored, which leaves the process no time for others. */
const unkept = { connection: 'close' };
const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean' }, misses: { type: 'boolean' } },
  allowPositionals: true,
});

process.env.NODE_ENV ??= 'production';
if (positionals[0] === 'import') {
  (await import('./bench-import.ts')).benchImport(values);
  process.exit();
}
if (positionals[0] === 'uploads') {
  await (await import('./bench-uploads.ts')).benchUploads(values);
  process.exit();
}

buildIfNeeded();
const folder = await mkdtemp(path.join(tmpdir(), 'duibiao-bench-'));
const config = readConfig({
  NODE_ENV: 'production',
  DEMO: '1',
  PORT: '0',
  DATA_DIR: path.join(folder, 'data'),
  LOG_LEVEL: 'error',
});
const database = await openForServing(config);
const { submissions } = await loadDemo(database);
const running = await startServer({ config, database });
try {
  print(await measure(running.url));
} finally {
  await running.stop();
  await rm(folder, { recursive: true, force: true });
}

interface Figures {
  submissions: number;
  bareMs: number;
  overviewToBare: number;
  rankingToBare: number;
  /** Share of the page's server time spent in its one transaction. */
  overviewSqlShare: number;
  rankingSqlShare: number;
  /** A district of 200 offices × 10 years against one of 22 × 5, the whole page. */
  overviewLargeToSmall: number;
}

async function measure(url: string): Promise<Figures> {
  const [leader, operator] = [await signIn(url, 'leader'), await signIn(url, 'operator')];
  const page = '/districts/440103/2023';
  const account = await withSignIn(database, { loginName: 'leader' }, (db) =>
    findAccountByLoginName(db, 'leader'),
  );
  if (!account) throw new Error('The demo holds no account “leader”.');
  const scope = scopeOf(database, account);
  const times = await inTurns(rounds, {
    // The operator's first page: the same build, session and frame, with nothing in it.
    bare: () => get(`${url}/`, operator),
    overview: () => get(url + page, leader),
    ranking: () => get(`${url}${page}/ranking`, leader),
    sql: () => readScope(scope, (db) => loadDistrictYear(db, 2023)),
  });
  const sizes = await measureSizes(url);
  const ratio = (a: number, b: number) => Math.round((a / b) * 100) / 100;
  return {
    submissions,
    bareMs: ratio(times.bare, 1),
    overviewToBare: ratio(times.overview, times.bare),
    rankingToBare: ratio(times.ranking, times.bare),
    overviewSqlShare: ratio(times.sql, times.overview),
    rankingSqlShare: ratio(times.sql, times.ranking),
    overviewLargeToSmall: ratio(sizes.large, sizes.small),
  };
}

/** Loaded after the rest is measured, so that the demo's figures are those of the demo alone. */
async function measureSizes(url: string) {
  const page = async (size: { offices: number; years: number }) => {
    const { code, leader } = await insertLargeDistrict(database, size);
    const cookie = await signIn(url, leader.loginName);
    return () => get(`${url}/districts/${code}/2023`, cookie);
  };
  const small = await page({ offices: 22, years: 5 });
  return inTurns(roundsOfSizes, { small, large: await page({ offices: 200, years: 10 }) });
}

async function inTurns<Name extends string>(
  rounds: number,
  jobs: Record<Name, () => Promise<unknown>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(jobs) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds + warmUp; round++) {
    for (const name of names) {
      const start = performance.now();
      await jobs[name]();
      if (round >= warmUp) times[name].push(performance.now() - start);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<Name, number>;
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

async function get(address: string, cookie: string): Promise<void> {
  const answer = await fetch(address, { headers: { cookie, ...unkept } });
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}.`);
  await answer.text();
}

async function signIn(url: string, loginName: string): Promise<string> {
  const answer = await fetch(`${url}/login`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: config.origin, ...unkept },
    body: new URLSearchParams({ loginName, password: demoPassword }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(`Could not sign in as ${loginName}: ${answer.status}.`);
  return cookie;
}

function print(figures: Figures): void {
  if (values.json) {
    console.log(JSON.stringify(figures));
    return;
  }
  console.log(`Demo district, ${figures.submissions} submissions; bare page ${figures.bareMs} ms here`);
  console.log(`overview ÷ bare page      ${figures.overviewToBare}`);
  console.log(`ranking ÷ bare page       ${figures.rankingToBare}`);
  console.log(`SQL share of the overview ${figures.overviewSqlShare}`);
  console.log(`SQL share of the ranking  ${figures.rankingSqlShare}`);
  console.log(`overview, 200 × 10 ÷ 22 × 5 ${figures.overviewLargeToSmall}`);
}

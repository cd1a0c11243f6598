import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hostileFiles } from '#test/helpers/hostile/index.ts';
import { readPages, signIn, uploadAll } from '#test/helpers/hostile/uploads.ts';
import { startDemo } from '#test/setup/demo-process.ts';
import { buildIfNeeded } from './build.ts';

/** Of the hostile files every so many is sent: of each kind some, half a minute in all. */
const step = 4;
const warmUp = 60;
const calmPages = 200;
const pages = ['/districts/440103/2023', '/districts/440103/2023/ranking', '/offices/440103002/2023'];

/**
 * `npm run bench -- uploads [--json]`: how much longer a leader waits for pages while hostile files come without a pause, as the
 * ratio to the same pages before and after, within one run. At most twice as long (p95) is wanted.
 */
export async function benchUploads({ json }: { json?: boolean }): Promise<void> {
  buildIfNeeded();
  const folder = await mkdtemp(path.join(tmpdir(), 'duibiao-bench-'));
  const demo = await startDemo(path.join(folder, 'data'), { LOG_LEVEL: 'error' });
  try {
    const [preparer, leader] = [await signIn(demo.url, 'preparer'), await signIn(demo.url, 'leader')];
    const read = (count: number) => readPages(leader, pages, (read) => read >= count);
    await read(warmUp);
    const before = await read(calmPages);
    const files = hostileFiles().filter((_, index) => index % step === 0);
    let sending = true;
    const started = performance.now();
    const sent = uploadAll(preparer, files).finally(() => {
      sending = false;
    });
    const storm = await readPages(leader, pages, () => !sending);
    await sent;
    const seconds = Math.round((performance.now() - started) / 1000);
    const calm = [...before, ...(await read(calmPages))];
    const ratio = (share: number) => Math.round((quantile(storm, share) / quantile(calm, share)) * 100) / 100;
    const figures = { files: files.length, seconds, pages: storm.length, p50: ratio(0.5), p95: ratio(0.95) };
    if (json) return console.log(JSON.stringify(figures));
    console.log(
      `${files.length} hostile files in ${seconds} s, ${storm.length} pages of somebody else meanwhile`,
    );
    console.log(`p50 ÷ p50 without uploads ${figures.p50}`);
    console.log(`p95 ÷ p95 without uploads ${figures.p95}`);
  } finally {
    await demo.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
}

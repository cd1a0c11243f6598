import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoPassword } from '#db/demo/accounts.server.ts';
import { docxFile } from '#test/helpers/docx-file.ts';
import { type HostileFile, hostileFiles } from '#test/helpers/hostile/index.ts';
import { publishedText } from '#test/helpers/report-record.ts';
import { collectGarbage, residentMegabytes } from '#test/helpers/server-memory.ts';
import { type DemoProcess, startDemo } from '#test/setup/demo-process.ts';

/** Where a preparer uploads a report, and what the form says beside the file. */
const upload = { address: '/offices/440103001/2021/import', intent: 'read' };
const inspector = 9329;
/** Of the files that get a process of their own every so many is sent: all of them would take minutes. */
const step = 24;

let folder: string;
let demo: DemoProcess;
let cookie: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'duibiao-hostile-'));
  demo = await startDemo(path.join(folder, 'data'), { NODE_OPTIONS: `--inspect=127.0.0.1:${inspector}` });
  const answer = await fetch(`${demo.url}/login`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: demo.url },
    body: new URLSearchParams({ loginName: 'preparer', password: demoPassword }),
  });
  cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
});
afterAll(async () => {
  await demo.stop();
  await rm(folder, { recursive: true, force: true });
});

test('hostile uploads get an answer, keep others moving, and leave the memory as it was', async () => {
  const good = publishedText('baihedong-2023');
  for (const [name, bytes] of [
    ['a.txt', Buffer.from(good)],
    ['a.docx', docxFile(good.split('\n'))],
  ] as const)
    await send({ what: 'a report', name, bytes: new Uint8Array(bytes) });
  const calm = await readPages(() => pages >= 60);
  const before = await settledMegabytes();

  const waiting = chosen();
  const statuses: [string, number][] = [];
  let sending = true;
  const senders = [1, 2].map(async () => {
    for (let file = waiting.shift(); file; file = waiting.shift())
      statuses.push([file.what, await send(file)]);
  });
  const all = Promise.all(senders).finally(() => {
    sending = false;
  });
  const storm = await readPages(() => !sending);
  await all;

  expect(statuses.length).toBeGreaterThan(250);
  expect(statuses.filter(([, status]) => ![200, 400, 409, 413].includes(status))).toEqual([]);
  expect(median(storm) / median(calm)).toBeLessThan(2);
  expect((await settledMegabytes()) - before).toBeLessThan(50);
}, 180_000);

/** All that need no process of their own, and a part of the others. */
function chosen(): HostileFile[] {
  return hostileFiles().filter(({ name }, index) => !/\.(?:docx|pdf)$/i.test(name) || index % step === 0);
}

async function send({ name, bytes }: HostileFile): Promise<number> {
  const body = new FormData();
  body.set('intent', upload.intent);
  body.set('file', new File([bytes], name));
  const answer = await fetch(demo.url + upload.address, {
    method: 'POST',
    headers: { origin: demo.url, cookie },
    body,
  });
  await answer.arrayBuffer();
  return answer.status;
}

let pages = 0;

/** Milliseconds of one request after the other, as another user sees them. */
async function readPages(enough: () => boolean): Promise<number[]> {
  const times: number[] = [];
  for (pages = 0; !enough(); pages += 1) {
    const started = performance.now();
    const answer = await fetch(`${demo.url}/offices/440103001/2023`, { headers: { cookie } });
    await answer.arrayBuffer();
    expect(answer.status).toBe(200);
    times.push(performance.now() - started);
    await new Promise((done) => setTimeout(done, 20));
  }
  return times;
}

function median(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN;
}

async function settledMegabytes(): Promise<number> {
  await collectGarbage(inspector);
  await new Promise((done) => setTimeout(done, 500));
  return residentMegabytes(demo.pid);
}

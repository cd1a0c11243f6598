import { beforeAll, expect, test } from 'vitest';
import { docxFile } from '#test/helpers/docx-file.ts';
import { hostileFiles } from '#test/helpers/hostile/index.ts';
import { readPages, signIn, upload, uploadAll, type Visitor } from '#test/helpers/hostile/uploads.ts';
import { ownDemo } from '#test/helpers/own-demo.ts';
import { publishedText } from '#test/helpers/report-record.ts';
import { collectGarbage, residentMegabytes } from '#test/helpers/server-memory.ts';
import { freePort } from '#test/setup/demo-process.ts';

const pages = ['/offices/440103001/2023'];

const inspector = await freePort();
const demo = ownDemo({ env: { NODE_OPTIONS: `--inspect=127.0.0.1:${inspector}` } });
let preparer: Visitor;
beforeAll(async () => {
  preparer = await signIn(demo.url, 'preparer');
});

test('hostile uploads are answered by name, keep others moving, and leave the memory as it was', async () => {
  const good = publishedText('baihedong-2023');
  expect(await upload(preparer, { name: 'a.txt', bytes: bytesOf(Buffer.from(good)) })).toBe('other_year');
  expect(await upload(preparer, { name: 'a.docx', bytes: bytesOf(docxFile(good.split('\n'))) })).toBe(
    'other_year',
  );
  const calm = await readPages(preparer, pages, (count) => count >= 60);
  const before = await settledMegabytes();

  const files = hostileFiles();
  let sending = true;
  const all = uploadAll(preparer, files).finally(() => {
    sending = false;
  });
  const storm = await readPages(preparer, pages, () => !sending);
  const answers = await all;

  expect(answers.length).toBe(files.length);
  expect(answers.filter(({ answer }) => !/^[a-z_]+$/.test(answer))).toEqual([]);
  expect(median(storm) / median(calm)).toBeLessThan(2);
  expect((await settledMegabytes()) - before).toBeLessThan(50);
}, 900_000);

function bytesOf(content: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(content);
}

function median(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN;
}

async function settledMegabytes(): Promise<number> {
  await collectGarbage(inspector);
  await new Promise((done) => setTimeout(done, 500));
  return residentMegabytes(demo.pid);
}

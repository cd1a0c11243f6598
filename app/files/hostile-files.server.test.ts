import { createHash } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { readReport } from '#app/domain/report-text/index.ts';
import { type HostileFile, hostileFiles } from '#test/helpers/hostile/index.ts';
import { ManyReader } from '#test/helpers/hostile/read-many.ts';
import { interpretReportFile, readReportFile } from './read-report.server.ts';
import { reportFileErrors } from './report-file-error.server.ts';
import { readZipDirectory } from './zip-directory.server.ts';

const files = hostileFiles();
const opened = files.filter((file) => kindOf(file) !== undefined);
const reader = new ManyReader();
afterAll(() => reader.close());

/** How many of the files that need it get a process of their own here; a process each would take minutes. */
const spawned = 24;

test('there are more than 600, the same in every run', () => {
  const digest = (all: readonly HostileFile[]) =>
    all.map(({ name, bytes }) => createHash('sha256').update(name).update(bytes).digest('hex'));
  expect(files.length).toBeGreaterThan(600);
  expect(new Set(digest(files)).size).toBeGreaterThan(600);
  expect(digest(hostileFiles())).toEqual(digest(files));
});

test('text, and what is refused before it is opened: each is read or refused by name', async () => {
  const rest = files.filter((file) => !opened.includes(file));
  expect(rest.length).toBeGreaterThan(300);
  for (const file of rest)
    expect([file.what, await answerTo(file)]).toEqual([file.what, expect.stringMatching(answers)]);
});

test('Word and PDF files, one after the other in a process like the product’s', async () => {
  for (const file of opened) {
    const answer = await reader.read(kindOf(file) ?? 'pdf', file.bytes);
    expect([file.what, answer]).toEqual([file.what, expect.stringMatching(answers)]);
  }
  // few need to be stopped: the readers themselves end
  expect(reader.ended).toBeLessThan(20);
}, 90_000);

test('a part of them through the fence itself, a process each', async () => {
  const step = Math.ceil(opened.length / spawned);
  const chosen = opened.filter((_, index) => index % step === 0);
  const found = await Promise.all(
    chosen.map(async (file) => [file.what, await answerTo(file, interpretReportFile)]),
  );
  for (const [what, answer] of found) expect([what, answer]).toEqual([what, expect.stringMatching(answers)]);
}, 90_000);

const answers = new RegExp(`^(?:text|${reportFileErrors.join('|')})$`);

async function answerTo({ name, bytes }: HostileFile, read = readHere): Promise<string> {
  try {
    await read(name, bytes);
    return 'text';
  } catch (error) {
    const { name: kind, code } = error as { name: string; code?: string };
    return kind === 'ReportFileError' && code ? code : String(error);
  }
}

async function readHere(name: string, bytes: Uint8Array): Promise<unknown> {
  return readReport((await readReportFile(name, bytes)).text);
}

/** What would be opened in a process of its own: what its name and first bytes do not already refuse. */
function kindOf({ name, bytes }: HostileFile): 'docx' | 'pdf' | undefined {
  const kind = /\.(docx|pdf)$/i.exec(name)?.[1]?.toLowerCase();
  if (kind === 'pdf') return Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-') ? 'pdf' : undefined;
  try {
    if (kind === 'docx' && readZipDirectory(bytes).some((entry) => entry.name.startsWith('word/')))
      return 'docx';
  } catch {}
  return undefined;
}

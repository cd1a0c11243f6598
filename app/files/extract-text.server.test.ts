import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { extractionLimits, extractText } from './extract-text.server.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'extract-text-'));
const withoutNetwork = pathToFileURL(path.join(import.meta.dirname, 'without-network.ts')).href;
const bytes = new Uint8Array(1024 * 1024);

afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a script in the place of the reader. */
function run(name: string, code: string, limits: Partial<typeof extractionLimits> = {}): Promise<string> {
  const script = path.join(folder, `${name}.mjs`);
  writeFileSync(script, code);
  return extractText('pdf', bytes, { ...extractionLimits, ...limits }, script);
}

const unreadable = expect.objectContaining({ name: 'FileProblem', code: 'unreadable_file' });
const print = (value: string) => `process.stdout.write(JSON.stringify(${value}));`;

test.each([
  ['hangs', 'while (true);', { milliseconds: 500 }],
  [
    'computes on after everybody else has ended',
    'while (true);',
    { processorSeconds: 1, milliseconds: 60_000 },
  ],
  ['waits for ever', 'setInterval(() => {}, 1000);', { milliseconds: 500 }],
  ['fills its heap', 'const all = []; while (true) all.push({ all: [...all.slice(-50)] });', {}],
  [
    'fills memory beside its heap',
    'const all = []; while (true) if (all.length < 40) all.push(Buffer.alloc(16 * 1024 * 1024, 1));',
    { milliseconds: 4000 },
  ],
  ['crashes', 'process.abort();', {}],
  ['throws', 'throw new Error("no");', {}],
  ['ends before it has read', 'process.exit(0);', {}],
  ['says nothing one could read', 'process.stdout.write("text");', {}],
  ['answers in another shape', print('{ text: 7, refused: "constructor" }'), {}],
  ['fails after its answer', `${print('{ text: "a" }')} process.exitCode = 1;`, {}],
  ['says too much', print('{ text: "a".repeat(20_000) }'), { outputBytes: 10_000 }],
])('a process that %s is a refusal', async (name, code, limits) => {
  const started = performance.now();
  await expect(run(name, code, limits)).rejects.toThrow(unreadable);
  expect(performance.now() - started).toBeLessThan(extractionLimits.milliseconds + 3000);
});

test('what no text holds is left out', async () => {
  const text = String.raw`"街\u0000道\u0007\ud800\n\t𠮷"`;
  expect(await run('characters', print(`{ text: ${text} }`))).toBe('街道\n\t𠮷');
});

test('the process sees no secret, reads no file, writes none, starts nothing and has no network', async () => {
  process.env.SECRET_OF_TEST = 'secret';
  const code = `
    import ${JSON.stringify(withoutNetwork)};
    import fs from 'node:fs';
    import net from 'node:net';
    import { Worker } from 'node:worker_threads';
    import { execFileSync } from 'node:child_process';
    const tries = {
      environment: () => { if (!process.env.SECRET_OF_TEST) throw new Error('absent'); },
      read: () => fs.readFileSync(${JSON.stringify(path.join(import.meta.dirname, '..', '..', 'README.md'))}),
      list: () => fs.readdirSync('/'),
      write: () => fs.writeFileSync(${JSON.stringify(path.join(folder, 'written'))}, ''),
      start: () => execFileSync(process.execPath, ['--version']),
      worker: () => new Worker('', { eval: true }),
      evaluate: () => new Function('return 1')(),
      connect: () => net.connect(80, '127.0.0.1'),
      fetch: async () => { try { await fetch('http://127.0.0.1:80/'); } catch (error) { throw error.cause; } },
    };
    const done = [];
    const reasons = [];
    for (const [name, attempt] of Object.entries(tries)) {
      try { await attempt(); done.push(name); } catch (error) { reasons.push(error.code ?? error.message); }
    }
    ${print('{ text: JSON.stringify({ done, reasons }) }')}`;
  const { done, reasons } = JSON.parse(await run('tries', code));
  delete process.env.SECRET_OF_TEST;
  expect(done).toEqual([]);
  expect(reasons.slice(-2)).toEqual(['There is no network here.', 'There is no network here.']);
});

test('many at once are read a few at a time, and one that hangs holds up none for ever', async () => {
  const all = Array.from({ length: 6 }, (_, index) =>
    index === 1
      ? run('hang', 'while (true);', { milliseconds: 300 }).catch(() => 'refused')
      : run(`one-${index}`, print(`{ text: "${index}" }`)),
  );
  expect(await Promise.all(all)).toEqual(['0', 'refused', '2', '3', '4', '5']);
});

import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setPriority } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { FileProblem, type ReportFileErrorCode, reportFileErrors } from './report-file-error.server.ts';

export interface ExtractionLimits {
  milliseconds: number;
  /** Memory of the process; its heap is held below that by Node, the rest is watched on Linux. */
  megabytes: number;
  /** What it may answer; a report is far below. */
  outputBytes: number;
}

export const extractionLimits: ExtractionLimits = {
  milliseconds: 10_000,
  megabytes: 256,
  outputBytes: 8 * 1024 * 1024,
};

type Child = ChildProcessByStdio<Writable, Readable, null>;

/** Found by name, because in the build this file is part of `build/server/index.js`. */
const childScript = createRequire(import.meta.url).resolve('#app/files/extract-text.child.ts');
const atOnce = 2;
const waiting: (() => void)[] = [];
let running = 0;

/**
 * Text of an untrusted file, read in a process of its own that is ended beyond the limits. Throws FileProblem, also for
 * whatever that process dies of. A few run at once, the others wait. Of a workbook the text is JSON: its cells, or itself
 * with marks; of a CSV file its rows; of a text it is what it says as a report.
 */
export async function extractText(
  kind: 'docx' | 'pdf' | 'xlsx' | 'xlsx-marks' | 'csv' | 'reading',
  bytes: Uint8Array,
  limits: ExtractionLimits = extractionLimits,
  script: string = childScript,
): Promise<string> {
  if (running >= atOnce) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return textIn(await answerOf(start(kind, script), bytes, limits));
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** Without the environment, which holds secrets, and with the right to read nothing but its own code. */
function start(kind: string, script: string): Child {
  const root = path.resolve(path.dirname(childScript), '..', '..');
  const readable = [path.dirname(script), path.join(root, 'app'), path.join(root, 'node_modules')];
  const options = [
    '--permission',
    ...readable.map((folder) => `--allow-fs-read=${folder}${path.sep}*`),
    `--allow-fs-read=${path.join(root, 'package.json')}`,
    '--disallow-code-generation-from-strings',
    '--max-old-space-size=160',
    '--max-semi-space-size=8',
  ];
  const child = spawn(process.execPath, [...options, script, kind], {
    cwd: path.dirname(childScript),
    env: { NODE_ENV: 'production' },
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  });
  giveWay(child.pid);
  return child;
}

/** Of 19, the least: a busy machine must not keep it from its work for the whole of its time. */
const niceness = 5;

/** Whoever waits for a page goes before whoever waits for a file. */
function giveWay(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, niceness);
  } catch {} // it has ended already
}

/** What the process prints before it ends by itself; undefined where it had to be ended. */
function answerOf(child: Child, bytes: Uint8Array, limits: ExtractionLimits): Promise<string | undefined> {
  return new Promise((done) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const end = () => child.kill('SIGKILL');
    const deadline = setTimeout(end, limits.milliseconds);
    const watch = setInterval(() => {
      if (residentMegabytes(child.pid) > limits.megabytes) end();
    }, 20);
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > limits.outputBytes) end();
      else chunks.push(chunk);
    });
    const settle = (answer?: string) => {
      clearTimeout(deadline);
      clearInterval(watch);
      done(answer);
    };
    child.once('error', () => settle());
    child.once('close', (code) => settle(code === 0 ? Buffer.concat(chunks).toString() : undefined));
    child.stdin.on('error', () => {}); // it may end before it has read everything
    child.stdin.end(bytes);
  });
}

/** 0 where the system does not tell. */
function residentMegabytes(pid: number | undefined): number {
  if (process.platform !== 'linux' || pid === undefined) return 0;
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function textIn(answer: string | undefined): string {
  const { text, refused } = parsed(answer);
  if (typeof text !== 'string') throw new FileProblem(codeOf(refused));
  // what no text holds and no database stores: control characters and halves of characters
  return text.replace(/(?![\t\n\r\f])\p{Cc}|\p{Cs}/gu, '');
}

function parsed(answer: string | undefined): { text?: unknown; refused?: unknown } {
  try {
    return JSON.parse(answer ?? '{}');
  } catch {
    return {};
  }
}

function codeOf(refused: unknown): ReportFileErrorCode {
  return reportFileErrors.find((code) => code === refused) ?? 'unreadable_file';
}

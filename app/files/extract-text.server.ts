import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { ReportReading } from '#app/domain/report-text/index.ts';
import { FileProblem, type ReportFileErrorCode, reportFileErrors } from './report-file-error.server.ts';
import { storableText } from './storable-text.ts';

/** The text of a report and what it says. */
export interface ExtractedReport {
  text: string;
  /** Absent where the text is blank or longer than a report. */
  reading?: ReportReading;
}

export interface ExtractionLimits {
  milliseconds: number;
  /** Of computing, after which the system ends it: whoever else should do so may have been ended first. Not on Windows. */
  processorSeconds: number;
  /** Memory of the process; its heap is held below that by Node, the rest is watched on Linux. */
  megabytes: number;
  /** What it may answer; a report is far below. */
  outputBytes: number;
}

export const extractionLimits: ExtractionLimits = {
  milliseconds: 10_000,
  processorSeconds: 30,
  megabytes: 256,
  outputBytes: 8 * 1024 * 1024,
};

type Child = ChildProcessByStdio<Writable, Readable, null>;

/** In the build it stands beside `build/server/index.js`, of which this file is part there; else it is one of the sources. */
const builtScript = path.join(import.meta.dirname, 'extract-text.child.js');
const childScript = existsSync(builtScript)
  ? builtScript
  : path.join(import.meta.dirname, 'extract-text.child.ts');
const atOnce = 2;
const waiting: (() => void)[] = [];
let running = 0;

/**
 * Text of an untrusted file, read in a process of its own that is ended beyond the limits. Throws FileProblem, also for
 * whatever that process dies of. A few run at once, the others wait. Of a workbook the text is JSON: its cells, or itself
 * with marks; of a CSV file its rows.
 */
export async function extractText(
  kind: 'docx' | 'pdf' | 'xlsx' | 'xlsx-marks' | 'csv',
  bytes: Uint8Array,
  limits: ExtractionLimits = extractionLimits,
  script: string = childScript,
): Promise<string> {
  return (await extracted([kind], bytes, limits, script)).text;
}

/** The same for a report, with what it says: a text made for it takes a second and more, and everybody else would wait. */
export function extractReport(kind: 'txt' | 'docx' | 'pdf', bytes: Uint8Array): Promise<ExtractedReport> {
  return extracted([kind, 'report'], bytes, extractionLimits, childScript);
}

async function extracted(
  wanted: readonly string[],
  bytes: Uint8Array,
  limits: ExtractionLimits,
  script: string,
): Promise<ExtractedReport> {
  if (running >= atOnce) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return reportIn(await answerOf(start(wanted, script, limits), bytes, limits));
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** Without the environment, which holds secrets, and with the right to read nothing but its own code. */
function start(wanted: readonly string[], script: string, limits: ExtractionLimits): Child {
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
  const [command, ...args] = limited([process.execPath, ...options, script, ...wanted], limits);
  const child = spawn(command, args, {
    cwd: path.dirname(childScript),
    env: { NODE_ENV: 'production' },
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  });
  giveWay(child.pid);
  return child;
}

/** A shell sets the limit and becomes the program, so that the process is the same. */
function limited([program, ...args]: [string, ...string[]], limits: ExtractionLimits): [string, ...string[]] {
  if (process.platform === 'win32') return [program, ...args];
  return ['/bin/sh', '-c', `ulimit -t ${limits.processorSeconds}; exec "$0" "$@"`, program, ...args];
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

function reportIn(answer: string | undefined): ExtractedReport {
  const { text, reading, refused } = parsed(answer);
  if (typeof text !== 'string') throw new FileProblem(codeOf(refused));
  return { text: storableText(text), reading: reading as ReportReading | undefined };
}

function parsed(answer: string | undefined): { text?: unknown; reading?: unknown; refused?: unknown } {
  try {
    return JSON.parse(answer ?? '{}');
  } catch {
    return {};
  }
}

function codeOf(refused: unknown): ReportFileErrorCode {
  return reportFileErrors.find((code) => code === refused) ?? 'unreadable_file';
}

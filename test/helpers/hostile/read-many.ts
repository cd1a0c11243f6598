import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('read-many.child.ts', import.meta.url));
const startMilliseconds = 10_000;
const fileMilliseconds = 2500;

/**
 * Word and PDF files read in one process after another instead of one each: what ends a process, or takes longer than
 * a moment, is refused as the product refuses it, and the next file gets a new process. `ended` counts those.
 */
export class ManyReader {
  ended = 0;
  #child?: ChildProcess;
  #lines?: Interface;

  async read(kind: 'docx' | 'pdf', bytes: Uint8Array): Promise<string> {
    if (!this.#child) {
      this.#start();
      await this.#line(startMilliseconds);
    }
    this.#child?.stdin?.write(`${JSON.stringify({ kind, bytes: Buffer.from(bytes).toString('base64') })}\n`);
    const answer = await this.#line(fileMilliseconds);
    if (answer !== undefined) return answer;
    this.ended += 1;
    this.close();
    return 'unreadable_file';
  }

  /** What the process says next; undefined where it ends or takes too long. */
  #line(milliseconds: number): Promise<string | undefined> {
    return new Promise((done) => {
      const end = () => done(undefined);
      const deadline = setTimeout(end, milliseconds);
      this.#child?.once('close', end);
      this.#lines?.once('line', (line) => {
        clearTimeout(deadline);
        this.#child?.off('close', end);
        done(line);
      });
    });
  }

  close(): void {
    this.#lines?.close();
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  #start(): void {
    const child = spawn(process.execPath, ['--max-old-space-size=160', '--max-semi-space-size=8', script], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { NODE_ENV: 'production' },
    });
    child.stdin?.on('error', () => {}); // it may end before it has read everything
    this.#child = child;
    this.#lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  }
}

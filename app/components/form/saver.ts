import type { FieldChange } from '#app/domain/form/merge.ts';
import type { SaveAnswer } from './working-copy.ts';

/** How sending went. `closed`: the form may no longer be changed; `refused`: this will never be taken. */
export type Reply =
  | { kind: 'answer'; answer: SaveAnswer }
  | { kind: 'unreachable' | 'unavailable' | 'signed_out' | 'refused' }
  | { kind: 'closed'; message: string };

/** What the reader is told of saving; `at` is when something was last saved here. */
export interface SaveStatus {
  kind: 'untouched' | 'unsaved' | 'saving' | 'saved' | Exclude<Reply['kind'], 'answer'>;
  at?: Date;
  /** Why the form is closed. */
  message?: string;
  /** What is not saved lies safely on this machine. */
  kept?: boolean;
}

/** What a saver works with, so that a test can stand in for the network and the clock. */
export interface SaverPorts {
  pending(): FieldChange[];
  receive(sent: readonly FieldChange[], answer: SaveAnswer): void;
  /** Keeps what is unsaved on the machine; false where that is impossible. */
  keep(): boolean;
  send(changes: readonly FieldChange[], options: { leaving: boolean }): Promise<Reply>;
  tell(status: SaveStatus): void;
  now(): Date;
  after(milliseconds: number, run: () => void): () => void;
}

/** After the last keystroke. */
const pause = 1200;
const retries = [2_000, 4_000, 8_000, 15_000, 30_000];

/** Saves by itself: after a pause or when asked, one request at a time, and again and again while the network is away. */
export class Saver {
  readonly #ports: SaverPorts;
  #status: SaveStatus = { kind: 'untouched' };
  #sending = false;
  #failures = 0;
  #cancel = () => {};

  constructor(ports: SaverPorts) {
    this.#ports = ports;
  }

  /** Something was written. */
  changed(): void {
    const kept = this.#ports.keep();
    if (this.#status.kind === 'closed') return;
    // While the network is away the next attempt is set already.
    if (this.#failures > 0) this.#tell({ ...this.#status, kept });
    else {
      if (!this.#sending) this.#tell({ kind: 'unsaved', kept });
      this.#schedule(pause);
    }
  }

  /** Saves what there is right now; `leaving` where the page may be gone before the answer. */
  async save({ leaving = false } = {}): Promise<void> {
    this.#cancel();
    if (this.#sending || this.#status.kind === 'closed') return;
    const changes = this.#ports.pending();
    if (changes.length === 0) return this.#nothingLeft();
    this.#sending = true;
    this.#tell({ kind: 'saving' });
    const reply = await this.#ports.send(changes, { leaving });
    this.#sending = false;
    if (reply.kind === 'answer') this.#succeeded(changes, reply.answer);
    else this.#failed(reply);
  }

  /** Somebody has taken the form further: nothing more can be saved here. */
  close(message: string): void {
    this.#cancel();
    this.#tell({ kind: 'closed', message, kept: this.#ports.keep() });
  }

  /** Ends waiting; what is unsaved stays on the machine. */
  stop(): void {
    this.#cancel();
  }

  /**
   * What was written has been taken back to what is saved. Where a request has failed this says nothing: what it sent may have
   * arrived, and only an answer tells.
   */
  #nothingLeft(): void {
    const { kind, at } = this.#status;
    if (kind !== 'unsaved' && kind !== 'refused') return;
    this.#tell({ kind: at ? 'saved' : 'untouched', kept: this.#ports.keep() });
  }

  #succeeded(sent: readonly FieldChange[], answer: SaveAnswer): void {
    this.#failures = 0;
    this.#ports.receive(sent, answer);
    const kept = this.#ports.keep();
    const isAll = this.#ports.pending().length === 0;
    this.#tell({ kind: isAll ? 'saved' : 'unsaved', at: this.#ports.now(), kept });
    if (!isAll) this.#schedule(pause);
  }

  #failed(reply: Exclude<Reply, { kind: 'answer' }>): void {
    const kept = this.#ports.keep();
    const message = reply.kind === 'closed' ? reply.message : undefined;
    this.#tell({ kind: reply.kind, message, kept });
    // Sending the same again would be refused again; the next change may mend it.
    if (reply.kind === 'closed' || reply.kind === 'refused') return;
    this.#schedule(retries[Math.min(this.#failures, retries.length - 1)] ?? pause);
    this.#failures += 1;
  }

  #schedule(milliseconds: number): void {
    this.#cancel();
    this.#cancel = this.#ports.after(milliseconds, () => void this.save());
  }

  #tell(status: SaveStatus): void {
    this.#status = { at: this.#status.at, ...status };
    this.#ports.tell(this.#status);
  }
}

/** What the page answers on `…/edit.json`; a body that is none of ours counts as unavailable. */
export async function sendChanges(
  address: string,
  changes: readonly FieldChange[],
  { leaving }: { leaving: boolean },
): Promise<Reply> {
  const body = JSON.stringify({ changes });
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      redirect: 'manual',
      keepalive: leaving && body.length < 60_000, // browsers take no more
    });
    return await replyOf(answer);
  } catch {
    return { kind: 'unreachable' };
  }
}

/** News since `version`; undefined when there is none, or none could be had. */
export async function fetchNews(address: string, version: number): Promise<Reply | undefined> {
  try {
    const answer = await fetch(`${address}?since=${version}`, { redirect: 'manual' });
    return answer.status === 204 ? undefined : await replyOf(answer);
  } catch {
    return undefined;
  }
}

async function replyOf(answer: Response): Promise<Reply> {
  if (answer.ok) return { kind: 'answer', answer: (await answer.json()) as SaveAnswer };
  // A session that has ended leads to the sign-in page.
  if (answer.type === 'opaqueredirect' || answer.status === 401) return { kind: 'signed_out' };
  if (answer.status === 409) return { kind: 'closed', message: ((await answer.json()) as Closed).message };
  return { kind: answer.status >= 500 || answer.status === 429 ? 'unavailable' : 'refused' };
}

interface Closed {
  message: string;
}

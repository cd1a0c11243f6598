import { beforeEach, expect, test, vi } from 'vitest';
import type { FieldChange } from '#app/domain/form/merge.ts';
import { type Reply, Saver, type SaveStatus } from './saver.ts';
import type { SaveAnswer } from './working-copy.ts';

const change = (to: string): FieldChange => ({ field: 'a', from: '', to });
const answer: SaveAnswer = { version: 2, fields: {}, conflicts: [], refused: [] };

beforeEach(() => {
  vi.useFakeTimers();
});

function start(...replies: (Reply | Promise<Reply>)[]) {
  let pending: FieldChange[] = [];
  const told: SaveStatus[] = [];
  const sent: FieldChange[][] = [];
  let kept = 0;
  const saver = new Saver({
    pending: () => pending,
    receive: (changes) => {
      pending = pending.filter((one) => !changes.includes(one));
    },
    keep: () => {
      kept += 1;
      return true;
    },
    send: async (changes) => {
      sent.push([...changes]);
      return replies.shift() ?? { kind: 'answer', answer };
    },
    tell: (status) => told.push(status),
    now: () => new Date(0),
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  return {
    saver,
    sent,
    type(text: string) {
      pending = [change(text)];
      saver.changed();
    },
    takeBack() {
      pending = [];
      saver.changed();
    },
    kinds: () => told.map(({ kind }) => kind),
    kept: () => kept,
  };
}

test('saves once after a pause in typing, and has everything kept on the machine until then', async () => {
  const { type, sent, kinds, kept } = start();
  type('1');
  await vi.advanceTimersByTimeAsync(800);
  type('12');
  await vi.advanceTimersByTimeAsync(800);
  expect([sent.length, kept()]).toEqual([0, 2]);
  await vi.advanceTimersByTimeAsync(800);
  expect(sent).toEqual([[change('12')]]);
  expect(kinds().slice(-2)).toEqual(['saving', 'saved']);
});

test('one request at a time: what is typed meanwhile follows it', async () => {
  let reply: (reply: Reply) => void = () => {};
  const { type, sent, saver, kinds } = start(new Promise<Reply>((done) => (reply = done)));
  type('1');
  void saver.save();
  type('12');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sent.length).toBe(1);
  reply({ kind: 'answer', answer });
  await vi.advanceTimersByTimeAsync(100);
  expect(kinds().at(-1)).toBe('unsaved');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sent).toEqual([[change('1')], [change('12')]]);
});

test('what is taken back before it was sent leaves nothing unsaved', async () => {
  const { type, takeBack, sent, kinds } = start({ kind: 'answer', answer }, { kind: 'refused' });
  type('1');
  takeBack();
  await vi.advanceTimersByTimeAsync(1_200);
  expect([sent.length, kinds().at(-1)]).toEqual([0, 'untouched']);
  type('1');
  await vi.advanceTimersByTimeAsync(1_200);
  for (const seconds of [0, 3]) {
    type('12');
    await vi.advanceTimersByTimeAsync(seconds * 1_000);
    takeBack();
    await vi.advanceTimersByTimeAsync(1_200);
    expect(kinds().at(-1)).toBe('saved');
  }
  expect(sent).toEqual([[change('1')], [change('12')]]);
});

test('while the network is away it tries again by itself, at growing distances', async () => {
  const away: Reply = { kind: 'unreachable' };
  const { type, sent, kinds } = start(away, away, away);
  type('1');
  await vi.advanceTimersByTimeAsync(1_200);
  expect(kinds().at(-1)).toBe('unreachable');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(sent.length).toBe(2);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(sent.length).toBe(2);
  await vi.advanceTimersByTimeAsync(9_000);
  expect([sent.length, kinds().at(-1)]).toEqual([4, 'saved']);
});

test('a form that may no longer be changed is not sent again', async () => {
  const { type, sent, kinds } = start({ kind: 'closed', message: '已提交' });
  type('1');
  await vi.advanceTimersByTimeAsync(1_200);
  type('12');
  await vi.advanceTimersByTimeAsync(60_000);
  expect([sent.length, kinds().at(-1)]).toEqual([1, 'closed']);
});

test('what is refused is sent again only with a change', async () => {
  const { type, sent } = start({ kind: 'refused' });
  type('1');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent.length).toBe(1);
  type('12');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(sent.length).toBe(2);
});

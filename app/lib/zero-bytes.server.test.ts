import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { finished } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { createElement } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import { expect, test } from 'vitest';
import { withoutZeroBytes } from './zero-bytes.server.ts';

/** Long enough for many of React's buffers, with characters of three bytes at every offset of their ends. */
const page = createElement(
  'ul',
  null,
  Array.from({ length: 900 }, (_, index) =>
    createElement('li', { key: index, title: `${'x'.repeat(index % 7)}本街道与全区` }, '街道'),
  ),
);

function render(through: PassThrough | ReturnType<typeof withoutZeroBytes>): Promise<string> {
  renderToPipeableStream(page).pipe(through);
  return text(through);
}

test('a page with Chinese text arrives without the zero bytes that React leaves in it', async () => {
  const [plain, mended] = [await render(new PassThrough()), await render(withoutZeroBytes())];
  expect(plain).toContain('\0');
  expect(mended).toBe(plain.replaceAll('\0', ''));
  expect(mended.match(/本街道与全区/g)).toHaveLength(900);
});

test('what is written at once leaves as one piece, what comes later does not wait for it', async () => {
  const stream = withoutZeroBytes();
  const pieces: string[] = [];
  stream.on('data', (piece: Buffer) => pieces.push(piece.toString()));
  stream.write('a\0b');
  stream.write('c');
  await setTimeout(5);
  expect(pieces).toEqual(['abc']);
  stream.write('d');
  await setTimeout(5);
  expect(pieces).toEqual(['abc', 'd']);
  stream.end('e');
  await finished(stream);
  expect(pieces).toEqual(['abc', 'd', 'e']);
});

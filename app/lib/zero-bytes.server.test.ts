import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
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

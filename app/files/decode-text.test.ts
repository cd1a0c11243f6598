import { expect, test } from 'vitest';
import { gb18030 } from '#test/helpers/gb18030.ts';
import { decodeText } from './decode-text.ts';

const utf8 = new TextEncoder().encode('街道办事处');

test.each<[string, Uint8Array, string | undefined]>([
  ['UTF-8', utf8, '街道办事处'],
  ['UTF-8 with a mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]), '街道办事处'],
  ['UTF-16 with a mark', Uint8Array.from([0xff, 0xfe, 0x57, 0x88, 0x53, 0x90]), '街道'],
  ['GB18030', gb18030('街道'), '街道'],
  ['bytes of no text', Uint8Array.from([0xff, 0x00, 0x81, 0x00]), undefined],
])('%s', (_, bytes, text) => expect(decodeText(bytes)).toBe(text));

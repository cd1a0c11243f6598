import { describe, expect, it } from 'vitest';
import { safeRedirect } from './safe-redirect.ts';

describe('safeRedirect', () => {
  it.each([
    '/',
    '/districts/440103/2025',
    '/districts/440103/2025/ranking?unit=yi&sort=-rate',
    '/a#b',
    '/街道?x=%2F%2Fy',
  ])('keeps %s', (to) => expect(safeRedirect(to)).toBe(to));

  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/a\\b',
    ' /a',
    'https://evil.example',
    'javascript:alert(1)',
    'districts/1',
    '',
    `/${'a'.repeat(3000)}`,
    null,
    undefined,
    ['/a'],
  ])('replaces %j', (to) => expect(safeRedirect(to, '/home')).toBe('/home'));
});

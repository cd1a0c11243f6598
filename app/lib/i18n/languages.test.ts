import { describe, expect, it } from 'vitest';
import { cookieValue, languageOf, localName } from './languages.ts';

const asked = (headers: Record<string, string>) => languageOf(new Request('http://x/', { headers }));

describe('languageOf', () => {
  it.each([
    [{}, 'zh-CN'],
    [{ 'accept-language': 'en-US,en;q=0.9' }, 'en'],
    [{ 'accept-language': 'en-US,en;q=0.9,zh-CN;q=0.1' }, 'zh-CN'],
    [{ 'accept-language': 'fr' }, 'zh-CN'],
    [{ cookie: 'lang=en' }, 'en'],
    [{ cookie: 'session=x; lang=en', 'accept-language': 'zh-CN' }, 'en'],
    [{ cookie: 'lang=zh-CN', 'accept-language': 'en' }, 'zh-CN'],
    [{ cookie: 'lang=<script>' }, 'zh-CN'],
  ])('%j: %s', (headers, language) => expect(asked(headers as Record<string, string>)).toBe(language));
});

it('reads one cookie among others', () => {
  expect(cookieValue('a=1; session=abc=; b=2', 'session')).toBe('abc=');
  expect(cookieValue('xsession=abc', 'session')).toBeUndefined();
  expect(cookieValue(null, 'session')).toBeUndefined();
});

it('falls back to the Chinese name', () => {
  expect(localName('en', { name: '白鹤洞', nameEn: 'Baihedong' })).toBe('Baihedong');
  expect(localName('en', { name: '白鹤洞', nameEn: '' })).toBe('白鹤洞');
  expect(localName('zh-CN', { name: '白鹤洞', nameEn: 'Baihedong' })).toBe('白鹤洞');
});

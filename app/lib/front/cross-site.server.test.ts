import { describe, expect, it } from 'vitest';
import { isCrossSite } from './cross-site.server.ts';

const own = 'https://duibiao.example';
const evil = 'https://evil.example';

describe('isCrossSite', () => {
  it.each(['GET', 'HEAD'])('lets every %s through', (method) =>
    expect(isCrossSite({ method, headers: { 'sec-fetch-site': 'cross-site', origin: evil } }, own)).toBe(
      false,
    ),
  );

  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, false],
    [{ 'sec-fetch-site': 'same-origin', origin: own }, false],
    [{ origin: own }, false],
    [{ 'sec-fetch-site': 'none' }, true],
    [{ 'sec-fetch-site': 'same-site', origin: 'https://other.duibiao.example' }, true],
    [{ 'sec-fetch-site': 'cross-site', origin: evil }, true],
    [{ origin: 'null' }, true],
    [{ origin: 'http://duibiao.example' }, true],
    [{ origin: `${own}:8443` }, true],
    [{}, true],
    [{ host: 'evil.example', 'x-forwarded-host': 'evil.example', origin: evil }, true],
  ])('POST with %j: %s', (headers, expected) =>
    expect(isCrossSite({ method: 'POST', headers }, own)).toBe(expected),
  );

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])('asks %s for its origin too', (method) =>
    expect(isCrossSite({ method, headers: {} }, own)).toBe(true),
  );
});

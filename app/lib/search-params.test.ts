import { describe, expect, it } from 'vitest';
import { unitOf, withParams, withYear, yearOf } from './search-params.ts';

describe('unitOf', () => {
  it.each([
    ['', 'wan'],
    ['unit=wan', 'wan'],
    ['unit=yuan', 'yuan'],
    ['unit=yi', 'yi'],
    ['unit=USD', 'wan'],
    ['unit=yi&unit=yuan', 'yi'],
  ])('reads %j as %s', (search, unit) => expect(unitOf(new URLSearchParams(search))).toBe(unit));
});

describe('yearOf', () => {
  it.each([
    ['2025', 2025],
    ['2000', 2000],
    ['1999', undefined],
    ['20255', undefined],
    ['2025x', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('reads %j as %s', (text, year) => expect(yearOf(text)).toBe(year));
});

describe('withParams', () => {
  const location = { pathname: '/p', search: '?sort=-rate&unit=yi' };

  it('sets one and keeps the others', () =>
    expect(withParams(location, { unit: 'yuan' })).toBe('/p?sort=-rate&unit=yuan'));

  it('removes what is undefined', () =>
    expect(withParams(location, { unit: undefined, sort: undefined })).toBe('/p'));
});

describe('withYear', () => {
  it.each([
    ['/districts/440103/2024', '/districts/440103/2025'],
    ['/districts/440103/2024/ranking', '/districts/440103/2025/ranking'],
    ['/offices/440103001/2024', '/offices/440103001/2025'],
    ['/', '/'],
  ])('%s → %s', (pathname, moved) =>
    expect(withYear({ pathname, search: '?unit=yi' }, 2025)).toBe(`${moved}?unit=yi`),
  );
});

import { expect, test } from 'vitest';
import { catalogueGaps } from './check-catalogues.ts';

test('the catalogues of the product are equal', () => {
  expect(catalogueGaps()).toEqual([]);
});

test('a missing, an empty and a differently filled message are named', () => {
  const chinese = { a: '甲', b: { c: '乙{{n}}' }, d: '丙' };
  const english = { a: '', b: { c: 'two' }, e: 'five' };
  expect(catalogueGaps(chinese, english)).toEqual([
    'a: missing or empty in en',
    'b.c: zh-CN takes {{n}}, en takes nothing',
    'd: missing or empty in en',
    'e: missing or empty in zh-CN',
  ]);
});

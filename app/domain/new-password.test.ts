import { expect, test } from 'vitest';
import { passwordRefusal } from './new-password.ts';

const others = { again: '一句不会忘记的长长的话', current: 'abcd-efgh-jkmn-pqrs', loginName: 'zhang.san' };
const refusalOf = (next: string, changes = {}) =>
  passwordRefusal(next, { ...others, again: next, ...changes });

test.each([
  ['', 'missing'],
  ['eleven char', 'too_short'],
  ['x'.repeat(201), 'too_long'],
  ['ZHANG.SAN-2026!', 'has_name'],
  ['ｚｈａｎｇ.ｓａｎ又一年了啊啊啊', 'has_name'],
  [others.current, 'same'],
])('“%s” is %s', (next, refusal) => {
  expect(refusalOf(next)).toBe(refusal);
});

test('typed twice alike and long enough it will do, whatever it is made of', () => {
  expect(refusalOf('一句不会忘记的长长长长的话')).toBeUndefined();
  expect(refusalOf('correct horse battery')).toBeUndefined();
  expect(refusalOf('correct horse battery', { again: 'correct horse' })).toBe('differs');
});

import Big from 'big.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rounded } from './figure-text.ts';

const halves: [string, number, number, string][] = [
  ['2.345', 2, 0, '2.35'],
  ['-2.345', 2, 0, '-2.35'],
  ['-0.004', 2, 0, '0.00'],
  ['101583550', 2, 4, '10158.36'],
  ['9007199254740993.5', 0, 0, '9007199254740994'],
  ['.5', 0, 0, '1'],
  ['1.5e3', 2, 0, '1500.00'],
];

test.each(halves)(
  '%s to %i decimals, the point %i places to the left, is %s',
  (value, decimals, places, text) => {
    expect(rounded(value, decimals, places)).toBe(text);
  },
);

test('agrees with exact arithmetic on any figure', () => {
  const figure = fc
    .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(12))
    .map(([digits, decimals]) => new Big(digits.toString()).div(new Big(10).pow(decimals)));
  const decimals = fc.nat(6);
  fc.assert(
    fc.property(figure, decimals, fc.constantFrom(0, 4, 8), (value, shown, places) => {
      const exact = new Big(value).times(new Big('1e-8').times(10 ** (8 - places))).round(shown);
      const expected = exact.eq(0) ? exact.abs() : exact;
      expect(rounded(value.toFixed(), shown, places)).toBe(expected.toFixed(shown));
    }),
    { numRuns: 500 },
  );
});

test.each(['', '-', '.', 'abc', '1,000', '1.2.3', 'e3'])('says that “%s” is no decimal number', (text) => {
  expect(() => rounded(text, 2)).toThrow(`not a decimal number: "${text}"`);
});

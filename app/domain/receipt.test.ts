import fc from 'fast-check';
import { expect, test } from 'vitest';
import { receiptNumber } from './receipt.ts';

const parts = fc.record({
  officeCode: fc.stringMatching(/^\d{9}$/),
  year: fc.integer({ min: 2000, max: 2099 }),
  revision: fc.integer({ min: 2, max: 99 }),
});

test('says office, year and revision, then three signs that cannot be mistaken', () => {
  expect(receiptNumber({ officeCode: '440103001', year: 2023, revision: 2 })).toMatch(
    /^440103001-2023-R2-[2-9A-HJKMNP-TV-Z]{3}$/,
  );
});

test('one digit misread gives other signs', () => {
  fc.assert(
    fc.property(parts, fc.nat(8), fc.integer({ min: 1, max: 9 }), (of, at, by) => {
      const digits = [...of.officeCode];
      digits[at] = String((Number(digits[at]) + by) % 10);
      const misread = receiptNumber({ ...of, officeCode: digits.join('') });
      expect(misread.slice(-3)).not.toBe(receiptNumber(of).slice(-3));
    }),
    { numRuns: 1_000 },
  );
});

test('two neighbours swapped give other signs', () => {
  fc.assert(
    fc.property(parts, fc.nat(7), (of, at) => {
      const digits = [...of.officeCode];
      const [one = '', other = ''] = digits.splice(at, 2);
      fc.pre(one !== other);
      digits.splice(at, 0, other, one);
      const swapped = receiptNumber({ ...of, officeCode: digits.join('') });
      expect(swapped.slice(-3)).not.toBe(receiptNumber(of).slice(-3));
    }),
    { numRuns: 1_000 },
  );
});

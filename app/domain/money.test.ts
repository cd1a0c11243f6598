import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatAmount, formatPercent, formatScore, moneyUnits } from './figure-text.ts';
import {
  compare,
  decimalsOf,
  type Maybe,
  multiply,
  percent,
  round,
  subtract,
  sum,
  sumPresent,
  toUnit,
  within,
} from './money.ts';

/** Amounts to the 分 as [text, count of 分]: integers are the model that floats cannot be. */
const amount = fc
  .bigInt({ min: -(10n ** 15n), max: 10n ** 15n })
  .map((fen): [string, bigint] => [decimalOf(fen, 2), fen]);

function decimalOf(units: bigint, decimals: number): string {
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

describe('sum', () => {
  test('is exact where floats are not', () => {
    expect(sum(['0.1', '0.2'])).toBe('0.3');
    expect(sum(['9007199254740993.01', '0.01'])).toBe('9007199254740993.02');
  });

  test('adds like whole 分, in any order', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1 }), (amounts) => {
        const expected = decimalOf(
          amounts.reduce((total, [, fen]) => total + fen, 0n),
          2,
        );
        const texts = amounts.map(([text]) => text);
        expect(compare(sum(texts), expected)).toBe(0);
        expect(sum([...texts].reverse())).toBe(sum(texts));
      }),
    );
  });

  test('subtract undoes it', () => {
    fc.assert(
      fc.property(amount, amount, ([a], [b]) => {
        expect(compare(subtract(sum([a, b]), b), a)).toBe(0);
      }),
    );
  });

  test('a missing part is not 0', () => {
    expect(sum(['1', undefined])).toBeUndefined();
    expect(sum([null])).toBeUndefined();
    expect(sum([])).toBeUndefined();
    expect(sumPresent(['1', undefined, null, '2'])).toBe('3');
    expect(sumPresent([undefined])).toBeUndefined();
  });
});

test('absent in, absent out', () => {
  for (const absent of [undefined, null] as Maybe[]) {
    expect(subtract(absent, '1')).toBeUndefined();
    expect(multiply('1', absent)).toBeUndefined();
    expect(compare('1', absent)).toBeUndefined();
    expect(percent(absent, '1')).toBeUndefined();
    expect(percent('1', absent)).toBeUndefined();
    expect(round(absent, 2)).toBeUndefined();
    expect(toUnit(absent, 'wan')).toBeUndefined();
    expect(formatAmount(absent, 'wan', 'zh-CN')).toBeUndefined();
    expect(formatPercent(absent, 'zh-CN')).toBeUndefined();
    expect(formatScore(absent, 'zh-CN')).toBeUndefined();
  }
});

describe('percent', () => {
  test('rounds half up, away from zero', () => {
    expect(percent('97639700', '101583600')).toBe('96.12');
    expect(percent('1', '800', 2)).toBe('0.13');
    expect(percent('-1', '800', 2)).toBe('-0.13');
    expect(percent('3075.59', '3973.06', 0)).toBe('77');
  });

  test('is the exact quotient, rounded once', () => {
    fc.assert(
      fc.property(amount, amount, fc.nat(10), ([part], [whole], decimals) => {
        fc.pre(Number(whole) !== 0);
        const exact = Big();
        exact.DP = decimals;
        const expected = new exact(part).times(100).div(whole);
        const shown = percent(part, whole, decimals);
        expect(shown).toBe(expected.eq(0) ? '0' : expected.toFixed());
      }),
    );
    expect(percent('1e2', '4e+2')).toBe('25');
  });

  test('of nothing is not applicable', () => {
    expect(percent('0', '0')).toBeUndefined();
    expect(percent('5', '0.00')).toBeUndefined();
  });
});

describe('round', () => {
  test('keeps the decimals asked for and no minus on zero', () => {
    expect(round('3', 2)).toBe('3.00');
    expect(round('1.005', 2)).toBe('1.01');
    expect(round('-0.004', 2)).toBe('0.00');
    expect(sum(['-1.5', '1.5'])).toBe('0');
  });
});

test('compares by value', () => {
  expect(compare('1.0', '1')).toBe(0);
  expect(compare('9', '10')).toBe(-1);
  expect(within('96.1176', '96.12', '0.005')).toBe(true);
  expect(within('1', '1.5', '0.5')).toBe(true);
  expect(within('1', '1.51', '0.5')).toBe(false);
});

test('counts the decimals a figure was stated with', () => {
  expect(['77', '96.1', '96.10', '-0.005'].map(decimalsOf)).toEqual([0, 1, 2, 3]);
});

test('an error names the bad value', () => {
  expect(() => sum(['1', '十万'])).toThrow(new RangeError('not a decimal number: "十万"'));
});

describe('units', () => {
  test('元 to 万元 and 亿元', () => {
    expect(toUnit('101583600.00', 'wan')).toBe('10158.36');
    expect(toUnit('101583600.00', 'yi')).toBe('1.015836');
  });

  test('there and back is the same amount', () => {
    const perUnit = { yuan: '1', wan: '10000', yi: '100000000' };
    fc.assert(
      fc.property(amount, fc.constantFrom(...moneyUnits), ([text], unit) => {
        expect(compare(multiply(toUnit(text, unit), perUnit[unit]), text)).toBe(0);
      }),
    );
  });
});

describe('shown', () => {
  test('amounts with separators and the unit’s decimals', () => {
    expect(formatAmount('101583600', 'yuan', 'zh-CN')).toBe('101,583,600.00');
    expect(formatAmount('101583600', 'wan', 'zh-CN')).toBe('10,158.36');
    expect(formatAmount('101583600', 'yi', 'zh-CN')).toBe('1.0158');
    expect(formatAmount('-50', 'wan', 'en-GB')).toBe('-0.01');
    expect(formatAmount('-0.001', 'yuan', 'en-GB')).toBe('0.00');
  });

  test('large amounts to the last digit', () => {
    expect(formatAmount('9007199254740993.01', 'yuan', 'en-GB')).toBe('9,007,199,254,740,993.01');
  });

  test('rates and scores with two decimals', () => {
    expect(formatPercent('96.1176', 'zh-CN')).toBe('96.12%');
    expect(formatPercent('77', 'zh-CN', 0)).toBe('77%');
    expect(formatScore('46.5', 'zh-CN')).toBe('46.50');
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAmount, readDate, readLines, readRate, readScore, readText, readWhole } from './entry.ts';

describe('an amount is in 万元 where no unit is written', () => {
  test.each([
    ['10158.36', '101583600.00'],
    ['10,158.36', '101583600.00'],
    ['１０，１５８．３６', '101583600.00'],
    ['10158.36万元', '101583600.00'],
    ['10158.36 万', '101583600.00'],
    ['101583600元', '101583600.00'],
    ['101,583,600.00 元', '101583600.00'],
    ['1.015836亿元', '101583600.00'],
    ['1.015836 亿', '101583600.00'],
    ['¥10158.36', '101583600.00'],
    ['￥ 10 158.36', '101583600.00'],
    ['\u00a010158.36\u200b', '101583600.00'],
    ['12。5', '125000.00'],
    ['+3', '30000.00'],
    ['.5', '5000.00'],
    ['5.', '50000.00'],
    ['007', '70000.00'],
    ['0', '0.00'],
    ['-0', '0.00'],
    ['0.000001', '0.01'],
    ['1.2340000000', '12340.00'],
  ])('%s', (text, value) => {
    expect(readAmount(text, { signed: false })).toEqual({ value });
  });

  test.each([
    ['-3.2', '-32000.00'],
    ['－3.2', '-32000.00'],
    ['−3.2', '-32000.00'],
    ['(1,234.50)', '-12345000.00'],
    ['（1,234.50）', '-12345000.00'],
    ['-¥3', '-30000.00'],
  ])('a change may be negative: %s', (text, value) => {
    expect(readAmount(text, { signed: true })).toEqual({ value });
    expect(readAmount(text, { signed: false })).toEqual({ refusal: 'negative' });
  });

  test.each([
    ['abc', 'not_a_number'],
    ['一百', 'not_a_number'],
    ['1e9', 'not_a_number'],
    ['1.2E+08', 'not_a_number'],
    ['10²', 'not_a_number'],
    ['1,23', 'not_a_number'],
    ['1,0158.36', 'not_a_number'],
    ['10158,36', 'not_a_number'],
    ['1.2.3', 'not_a_number'],
    ['1亿2000万', 'not_a_number'],
    ['10千元', 'not_a_number'],
    ['-', 'not_a_number'],
    ['—', 'not_a_number'],
    ['/', 'not_a_number'],
    ['.', 'not_a_number'],
    ['万元', 'not_a_number'],
    ['NaN', 'not_a_number'],
    ['Infinity', 'not_a_number'],
    ['0x10', 'not_a_number'],
    ['💰', 'not_a_number'],
    ['约300', 'not_a_number'],
    ['constructor', 'not_a_number'],
    ['1constructor', 'not_a_number'],
    ['300%', 'percent_sign'],
    ['300 ％', 'percent_sign'],
    ['100000000000', 'too_large'],
    ['10000000亿', 'too_large'],
    ['9'.repeat(5_000), 'too_large'],
    ['0.0000001', 'too_many_decimals'],
    ['0.001元', 'too_many_decimals'],
    [`0.${'1'.repeat(5_000)}`, 'too_many_decimals'],
  ])('%s is refused: %s', (text, refusal) => {
    expect(readAmount(text, { signed: false })).toEqual({ refusal });
  });

  test('every cent up to the largest amount is read exactly, whatever its unit and separators', () => {
    const cents = fc.bigInt({ min: 0n, max: 10n ** 17n - 1n });
    fc.assert(
      fc.property(cents, fc.constantFrom(0, 4, 8), fc.boolean(), (amount, places, separated) => {
        const unit = { 0: '元', 4: '万元', 8: '亿元' }[places] ?? '';
        const digits = amount.toString().padStart(places + 3, '0');
        const whole = digits.slice(0, -places - 2);
        const text = separated ? BigInt(whole).toLocaleString('en') : whole;
        const expected = `${amount / 100n}.${(amount % 100n).toString().padStart(2, '0')}`;
        expect(readAmount(`${text}.${digits.slice(-places - 2)}${unit}`, { signed: false })).toEqual({
          value: expected,
        });
      }),
    );
  });
});

test.each([
  ['96.12', '96.12'],
  ['96.10%', '96.10'],
  ['９６．１％', '96.1'],
  ['300 %', '300'],
  ['0.00', '0.00'],
  ['12.345600', '12.3456'],
])('a rate is in percent, with the decimals it was stated with: %s', (text, value) => {
  expect(readRate(text, { signed: false })).toEqual({ value });
});

test.each([
  ['-3%', 'negative'],
  ['99999', 'too_large'],
  ['1.23456', 'too_many_decimals'],
  ['3万', 'not_a_number'],
  ['三成', 'not_a_number'],
])('a rate of %s is refused: %s', (text, refusal) => {
  expect(readRate(text, { signed: false })).toEqual({ refusal });
});

test.each([
  ['9.5', { value: '9.5' }],
  ['9.50分', { value: '9.50' }],
  ['９', { value: '9' }],
  ['95%', { refusal: 'percent_sign' }],
  ['9.555', { refusal: 'too_many_decimals' }],
  ['-1', { refusal: 'negative' }],
  ['1e9', { refusal: 'not_a_number' }],
  ['优', { refusal: 'not_a_number' }],
])('a score of %s', (text, entry) => {
  expect(readScore(text)).toEqual(entry);
});

test.each([
  ['86', { value: 86 }],
  ['８６人', { value: 86 }],
  ['1,086名', { value: 1086 }],
  ['86.0', { value: 86 }],
  ['86.5', { refusal: 'not_whole' }],
  ['-1', { refusal: 'negative' }],
  ['2000000000', { refusal: 'too_large' }],
  ['八十六', { refusal: 'not_a_number' }],
])('a number of people of %s', (text, entry) => {
  expect(readWhole(text)).toEqual(entry);
});

test.each([
  '2026-03-08',
  '2026/3/8',
  '2026.3.8',
  '2026年3月8日',
  '２０２６年３月８日',
  ' 20260308 ',
  '2026-3-8 0:00:00',
])('the day %s', (text) => {
  expect(readDate(text)).toEqual({ value: '2026-03-08' });
});

test.each([
  '2026-02-29',
  '2026-13-01',
  '26-3-8',
  '3月8日',
  '45379',
  '今天',
  '2026-03-08 14:30',
  '0026-03-08',
  '💥',
])('%s is no day', (text) => {
  expect(readDate(text)).toEqual({ refusal: 'not_a_date' });
});

test('words are kept without the space around them, up to 5,000 characters', () => {
  expect(readText('  去年😀\n今年 ')).toEqual({ value: '去年😀\n今年' });
  expect(readText('字'.repeat(5_000))).toEqual({ value: '字'.repeat(5_000) });
  expect(readText('字'.repeat(5_001))).toEqual({ refusal: 'too_long' });
});

test('a list is one entry a line, and 无 says that there are none', () => {
  expect(readLines(' 党政办 \n\n财政办\n', 200)).toEqual({ value: ['党政办', '财政办'] });
  expect(readLines('无', 200)).toEqual({ value: [] });
  expect(readLines('暂无', 200)).toEqual({ value: [] });
  expect(readLines('无\n有', 200)).toEqual({ value: ['无', '有'] });
  expect(readLines('a\n'.repeat(201), 200)).toEqual({ refusal: 'too_long' });
});

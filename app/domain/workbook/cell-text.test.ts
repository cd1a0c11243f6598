import { describe, expect, it } from 'vitest';
import { cellText } from './cell-text.ts';

const shown = (number: number, format: string) => {
  const read = cellText({ kind: 'number', number, format });
  return 'text' in read ? read.text : read.refusal;
};

describe('a number in a cell reads as it is shown', () => {
  it.each([
    [10158.36, 'General', '10158.36'],
    [10158.36, '', '10158.36'],
    [96.1, '0.00', '96.10'],
    [96.125, '0.00', '96.125'],
    [1234.5, '#,##0.00_);(#,##0.00)', '1234.50'],
    [-12.3, '#,##0.0;[Red]-#,##0.00', '-12.30'],
    [-12.3, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', '-12.30'],
    [0.9612, '0.00%', '96.12%'],
    [0.07, '0%', '7%'],
    [0.1 + 0.2, 'General', '0.3'],
    [1e21, 'General', '1000000000000000000000'],
    [10158.36, '0.00"万元"', '10158.36万元'],
    [101583600, '#,##0"元"', '101583600元'],
    [1.2, '0.0亿元', '1.2亿元'],
    [86, '0"人"', '86人'],
    [96.12, '0.00"%"', '96.12%'],
    [12, '"¥"#,##0.00', '12.00'],
    [1.5, '[$¥-804]#,##0.00', '1.50'],
    [5, '"千元"0', '5千元'],
  ])('%d as %s: %s', (number, format, text) => expect(shown(number, format)).toBe(text));

  it.each([
    [101583600, '0!.0,"万"'],
    [101583600, '0\\.0,'],
    [101583600, '#,##0,'],
    [101583600, '#,##0.00,,'],
  ])('%d as %s shows another number, and is refused', (number, format) =>
    expect(shown(number, format)).toBe('scaled_format'),
  );

  it('no number at all is refused', () => expect(shown(Number.NaN, '')).toBe('cell_error'));
});

it('texts and days are as they stand; errors and formulas without a value are refused', () => {
  expect(cellText({ kind: 'text', text: '=1+1' })).toEqual({ text: '=1+1' });
  expect(cellText({ kind: 'day', day: '2024-03-28' })).toEqual({ text: '2024-03-28' });
  expect(cellText({ kind: 'error', text: '#REF!' })).toEqual({ refusal: 'cell_error' });
  expect(cellText({ kind: 'unvalued' })).toEqual({ refusal: 'unvalued' });
});

import { toBig } from '../money.ts';
import type { RawValue } from './raw-book.ts';

/** Why what a cell holds is no text that a form could take. */
export const cellRefusals = ['cell_error', 'unvalued', 'scaled_format'] as const;
export type CellRefusal = (typeof cellRefusals)[number];

/**
 * What somebody sees in a cell, as he would have typed it into the form: a number with the unit that its format writes, a
 * percentage with its sign. A format that shows another number than the cell holds (in thousands, in 万) is refused.
 */
export function cellText(held: RawValue): { text: string } | { refusal: CellRefusal } {
  switch (held.kind) {
    case 'text':
      return { text: held.text };
    case 'day':
      return { text: held.day };
    case 'number':
      return numberText(held.number, held.format);
    case 'error':
      return { refusal: 'cell_error' };
    case 'unvalued':
      return { refusal: 'unvalued' };
  }
}

/** A spreadsheet keeps 15 digits; what follows is noise of its arithmetic (0.1 + 0.2). */
const exactDigits = 15;

function numberText(number: number, format: string): { text: string } | { refusal: CellRefusal } {
  if (!Number.isFinite(number)) return { refusal: 'cell_error' };
  const { decimals, isPercent, isScaled, unit } = shape(sectionOf(format, number));
  if (isScaled) return { refusal: 'scaled_format' };
  const exact = toBig(Number(number.toPrecision(exactDigits)).toString()).times(isPercent ? 100 : 1);
  const plain = exact.toFixed();
  const places = plain.split('.')[1]?.length ?? 0;
  return { text: (places < decimals ? exact.toFixed(decimals) : plain) + (isPercent ? '%' : unit) };
}

/** A format has a part for each sign, the second for numbers below 0. */
function sectionOf(format: string, number: number): string {
  const [positive = '', negative] = format.match(/(?:"[^"]*"|\\.|[^;])+/g) ?? [];
  return number < 0 && negative !== undefined ? negative : positive;
}

function shape(section: string) {
  const bare = section
    .replace(/\[[^\]]*\]/g, '') // colours, conditions, languages
    .replace(/[_*]./g, ''); // room and filling
  const words = [...bare.matchAll(/"([^"]*)"|[\\!](.)|([\u4e00-\u9fff]+)/g)].map(
    ([, a, b, c]) => a ?? b ?? c,
  );
  const digits = bare
    .replace(/"[^"]*"/g, '')
    .replace(/[\\!]./g, (escaped) => (/[.]/.test(escaped) ? '!' : ''));
  return {
    decimals: /\.(0+)/.exec(digits)?.[1]?.length ?? 0,
    isPercent: digits.includes('%'),
    // a comma after the last digit divides by a thousand, and a written point moves the shown one
    isScaled: /[0#?],+(?![0#?,])/.test(digits) || digits.includes('!'),
    unit: /(?:亿元|万元|千元|百万|元|亿|万|千|分|人|名|个|家|%)/.exec(words.join(''))?.[0] ?? '',
  };
}

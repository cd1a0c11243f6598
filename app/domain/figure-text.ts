import type { Decimal } from './submission.ts';

/** Figures as they are shown. Apart from the arithmetic in `money.ts`, because pages that only show need none of it. */

/** Units in which money is shown: 元, 万元, 亿元. Stored money is always 元. */
export const moneyUnits = ['yuan', 'wan', 'yi'] as const;
export type MoneyUnit = (typeof moneyUnits)[number];

/** 元 in one unit, as a power of ten. */
export const unitPlaces: Record<MoneyUnit, number> = { yuan: 0, wan: 4, yi: 8 };
/** Four decimals of 亿元 are one 万元. */
const decimalsShown: Record<MoneyUnit, number> = { yuan: 2, wan: 2, yi: 4 };

/** A figure that may not have been stated: absent in gives absent out. */
type Stated = Decimal | null | undefined;

/** An amount in 元, shown in `unit` with thousands separators and fixed decimals (万元: two). No unit word is added. */
export function formatAmount(amountYuan: Stated, unit: MoneyUnit, locale: string): string | undefined {
  return show(amountYuan, decimalsShown[unit], locale, unitPlaces[unit]);
}

/** A rate in percent, as "96.12%". */
export function formatPercent(rate: Stated, locale: string, decimals = 2): string | undefined {
  const shown = show(rate, decimals, locale);
  return shown === undefined ? undefined : `${shown}%`;
}

/** A score in points, two decimals. */
export function formatScore(score: Stated, locale: string): string | undefined {
  return show(score, 2, locale);
}

/**
 * `value` ÷ 10^`places`, half-up (away from zero), as text with exactly `decimals` decimals; zero has no sign. Throws
 * RangeError naming the value when it is not a decimal number.
 */
export function rounded(value: Decimal, decimals: number, places = 0): string {
  const [, minus, whole = '', fraction = '', exponent = '0'] = decimalNumber.exec(value) ?? [];
  if (whole + fraction === '') throw new RangeError(`not a decimal number: "${value}"`);
  const surplus = fraction.length - Number(exponent) + places - decimals;
  const digits = withoutLast(whole + fraction, surplus).padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const text = decimals > 0 ? `${digits.slice(0, point)}.${digits.slice(point)}` : digits;
  return minus && /[1-9]/.test(digits) ? `-${text}` : text;
}

const decimalNumber = /^(-?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i;

/** Half-up; zeros are added where `count` is negative, which needs no arithmetic. No zeros in front. */
function withoutLast(digits: string, count: number): string {
  if (count <= 0) return (digits + '0'.repeat(-count)).replace(/^0+(?=.)/, '');
  const scale = 10n ** BigInt(count);
  return ((BigInt(digits) + scale / 2n) / scale).toString();
}

function show(value: Stated, decimals: number, locale: string, places = 0): string | undefined {
  if (value === undefined || value === null) return undefined;
  const text = rounded(value, decimals, places) as Intl.StringNumericLiteral;
  return numberFormat(locale, decimals).format(text);
}

const formats = new Map<string, Intl.NumberFormat>();

/** Making a formatter costs far more than using one, and a ranking page shows thousands of figures. */
function numberFormat(locale: string, decimals: number): Intl.NumberFormat {
  const key = `${locale} ${decimals}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  formats.set(key, made);
  return made;
}

import { toBig } from '../money.ts';
import type { Decimal } from '../submission.ts';
import { isBlank } from './fields.ts';

/** Why a text cannot be taken into the submission as it stands. */
export const entryRefusals = [
  'not_a_number',
  'negative',
  'too_large',
  'too_many_decimals',
  'percent_sign',
  'not_a_date',
  'too_long',
  'not_whole',
  'unknown_choice',
  'incomplete_row',
] as const;
export type EntryRefusal = (typeof entryRefusals)[number];

/** A text that was understood, or the reason why it was not. */
export type Entry<T> = { value: T } | { refusal: EntryRefusal };

/** Characters of one field that a submission holds; longer texts are kept as typed and refused at the field. */
export const longestText = 5_000;

interface FigureKind {
  /** Words that may follow the figure, with the power of ten that each stands for. */
  units: Readonly<Record<string, number>>;
  mostDecimals: number;
  signed: boolean;
  /** What the absolute value stays below, where the database's columns end. */
  below: Decimal;
}

/** 万元 where no unit is written. */
const moneyWords = { '': 4, 元: 0, 万: 4, 万元: 4, 亿: 8, 亿元: 8 };
const amount: FigureKind = { units: moneyWords, mostDecimals: 2, signed: false, below: '1000000000000000' };
const rate: FigureKind = { units: { '': 0, '%': 0 }, mostDecimals: 4, signed: false, below: '99999' };
const score: FigureKind = { units: { '': 0, 分: 0 }, mostDecimals: 2, signed: false, below: '99999' };
const whole: FigureKind = {
  units: { '': 0, 人: 0, 名: 0, 个: 0, 家: 0 },
  mostDecimals: 0,
  signed: false,
  below: '2000000000',
};

/** An amount as typed, in 元 with two decimals: 万元 unless 元 or 亿元 is written. `signed`: it may be negative. */
export function readAmount(text: string, { signed }: { signed: boolean }): Entry<Decimal> {
  const read = readFigure(text, { ...amount, signed });
  return 'refusal' in read ? read : { value: toBig(read.value).toFixed(2) };
}

/** A rate in percent, with or without the sign, decimals as typed. */
export function readRate(text: string, { signed }: { signed: boolean }): Entry<Decimal> {
  return readFigure(text, { ...rate, signed });
}

/** A score in points, decimals as typed. */
export function readScore(text: string): Entry<Decimal> {
  return readFigure(text, score);
}

/** A number of people or things. */
export function readWhole(text: string): Entry<number> {
  const read = readFigure(text, whole);
  if ('refusal' in read) return read.refusal === 'too_many_decimals' ? { refusal: 'not_whole' } : read;
  return { value: Number(read.value) };
}

/** A day, as YYYY-MM-DD: 2026-3-28, 2026/3/28, 2026.3.28, 2026年3月28日, 20260328. */
export function readDate(text: string): Entry<string> {
  const found = date.exec(plain(text)) ?? dateInOne.exec(plain(text));
  if (!found) return { refusal: 'not_a_date' };
  const [, year = '', month = '', day = ''] = found;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const instant = new Date(`${iso}T00:00:00Z`);
  const exists = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(iso);
  return exists && year >= '1900' && year <= '2100' ? { value: iso } : { refusal: 'not_a_date' };
}

/** Words, without the space around them. */
export function readText(text: string): Entry<string> {
  const value = text.trim();
  return value.length > longestText ? { refusal: 'too_long' } : { value };
}

/** One entry a line; 无 says that there are none. */
export function readLines(text: string, most: number): Entry<string[]> {
  const lines = text.split('\n').flatMap((line) => (isBlank(line) ? [] : line.trim()));
  if (text.trim().length > longestText || lines.length > most) return { refusal: 'too_long' };
  return { value: lines.length === 1 && none.test(lines[0] ?? '') ? [] : lines };
}

/** What an office writes into a list to say that it has none. */
export const noneWord = '无';
const none = /^(无|暂无|没有|none)$/i;

const date = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:T?0?0:00(?::00)?)?$/;
const dateInOne = /^(\d{4})(\d\d)(\d\d)$/;
const figure = /^([+-]?)(\d[\d,]*)?(?:\.(\d*))?([^\d.,]*)$/;
const grouped = /^\d{1,3}(?:,\d{3})+$/;

/** Sign, digits with or without thousands separators, unit. Powers of ten (1e9) are a display that has lost digits. */
function readFigure(text: string, kind: FigureKind): Entry<Decimal> {
  const [, sign, digits = '', decimals = '', unit = ''] = figure.exec(unwrapped(plain(text))) ?? [];
  if (digits + decimals === '' || (digits.includes(',') && !grouped.test(digits)))
    return { refusal: 'not_a_number' };
  if (!Object.hasOwn(kind.units, unit)) return { refusal: unit === '%' ? 'percent_sign' : 'not_a_number' };
  const whole = digits.replaceAll(',', '').replace(/^0+(?=\d)/, '') || '0';
  if (whole.length > 16) return { refusal: 'too_large' };
  const places = kind.units[unit] ?? 0;
  const fraction = cut(decimals, kind.mostDecimals + places);
  if (fraction === undefined) return { refusal: 'too_many_decimals' };
  const value = moved(fraction === '' ? whole : `${whole}.${fraction}`, places);
  if (toBig(value).gte(kind.below)) return { refusal: 'too_large' };
  if (sign !== '-' || toBig(value).eq(0)) return { value };
  return kind.signed ? { value: `-${value}` } : { refusal: 'negative' };
}

/** Decimals beyond `most` may only be zeros; undefined where they are not. */
function cut(decimals: string, most: number): string | undefined {
  return /^0*$/.test(decimals.slice(most)) ? decimals.slice(0, most) : undefined;
}

function moved(value: Decimal, places: number): Decimal {
  return places === 0
    ? value
    : toBig(value)
        .times(10 ** places)
        .toFixed();
}

/** (1,234.50) is how accounts write a negative figure. */
function unwrapped(text: string): string {
  const bare = text.replace(/^([+-]?)[¥￥]/, '$1');
  return /^\(.+\)$/.test(bare) ? `-${bare.slice(1, -1).replace(/^[¥￥]/, '')}` : bare;
}

/** Full-width signs as plain ones, without spaces; 。 between digits is a full-width point. */
function plain(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\u2012-\u2015\u2212]/g, '-')
    .replace(/(?<=\d)[。｡](?=\d)/g, '.');
}

import { multiply, sum } from '../money.ts';
import type { Decimal } from '../submission.ts';
import { moneyUnit, number } from './patterns.ts';

/** A figure with the words before it, or one of the marks that structure a sentence. Offsets into the paragraph. */
export interface MoneyToken {
  kind: 'amount' | 'percent' | 'comma' | 'open' | 'close' | 'end';
  start: number;
  end: number;
  /** Of a figure: 元 for an amount, percent for a rate. */
  value: Decimal;
  unit: string;
}

export const yuanPer: Readonly<Record<string, string>> = {
  元: '1',
  千元: '1000',
  万元: '10000',
  万: '10000',
  百万元: '1000000',
  千万元: '10000000',
  亿元: '100000000',
  亿: '100000000',
};

const token = new RegExp(
  `(?<yi>${number})亿(?<wan>${number})万元|(?<![\\d.])(?<minus>(?<!\\d)-)?(?<amount>${number})(?:（(?<inside>[万亿]?元)）|(?<unit>${moneyUnit}))|` +
    `(?<![\\d.])(?<negative>(?<!\\d)-)?(?<percent>${number})(?:%|个百分点(?<points>))|(?<comma>[，；]|：(?!-?\\d))|(?<open>（)|(?<close>）)|(?<end>[。！？])`,
  'g',
);

/** Figures and marks of a paragraph, in order. A number without 元 or % is no figure: neither a year nor a count is money. */
export function tokenizeMoney(paragraph: string): MoneyToken[] {
  const tokens: MoneyToken[] = [];
  for (const match of paragraph.matchAll(token)) {
    const g = match.groups ?? {};
    const place = { start: match.index, end: match.index + match[0].length };
    if (g.yi && g.wan) {
      const value = sum([multiply(plain(g.yi), '100000000'), multiply(plain(g.wan), '10000')]);
      tokens.push({ kind: 'amount', ...place, value: money(value), unit: '万元' });
    } else if (g.amount) {
      const unit = g.inside ?? g.unit ?? '元';
      const value = multiply(`${g.minus ?? ''}${plain(g.amount)}`, yuanPer[unit] ?? '1');
      tokens.push({ kind: 'amount', ...place, value: money(value), unit });
    } else if (g.percent) {
      if (g.points === undefined)
        tokens.push({
          kind: 'percent',
          ...place,
          value: `${g.negative ?? ''}${plain(g.percent)}`,
          unit: '%',
        });
    } else {
      const kind = g.comma ? 'comma' : g.open ? 'open' : g.close ? 'close' : 'end';
      tokens.push({ kind, ...place, value: '', unit: '' });
    }
  }
  return tokens;
}

/** “1,234.50” → “1234.50” */
export function plain(printed: string): Decimal {
  return printed.replaceAll(',', '');
}

/** At least two decimals, more only where the document prints more. */
export function money(value: Decimal | undefined): Decimal {
  const [whole = '0', decimals = ''] = (value ?? '0').split('.');
  return `${whole}.${decimals.padEnd(2, '0')}`;
}

export function isFigure({ kind }: MoneyToken): boolean {
  return kind === 'amount' || kind === 'percent';
}

export function negate(value: Decimal): Decimal {
  return value.startsWith('-') ? value.slice(1) : `-${value}`;
}

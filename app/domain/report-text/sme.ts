import type { MoneyItem, RateItem } from '../submission.ts';
import type { MoneyContext, MoneyFigures, MoneyFound } from './money-found.ts';
import { type MoneyToken, tokenizeMoney } from './money-tokens.ts';

const otherBase = /占(?:[^，。；]*)(?:政府)?采购(?:支出|合同)?(?:总|预算|金额|支出)/;

/** Procurement reserved for small and medium firms, and what they were given: read sentence by sentence. */
export function readSme(text: string, { year }: MoneyContext): MoneyFigures {
  const found: MoneyFigures = { amounts: [], rates: [] };
  for (const sentence of text.matchAll(/[^。\n]+/g)) {
    if (/中小(?:微)?企业/.test(sentence[0])) readSentence(sentence[0], sentence.index, year, found);
  }
  return found;
}

function readSentence(sentence: string, offset: number, year: number | undefined, found: MoneyFigures) {
  let from = 0;
  let named = false;
  for (const token of tokenizeMoney(sentence)) {
    if (token.kind !== 'amount' && token.kind !== 'percent') continue;
    const label = sentence.slice(from, token.start);
    named ||= /中小(?:微)?企业/.test(label);
    from = token.end;
    const otherYear = /(20\d{2})年/.exec(label)?.[1];
    if (!named || /上年|去年/.test(label) || (year && otherYear && Number(otherYear) !== year)) continue;
    const field = token.kind === 'amount' ? amountField(label) : undefined;
    if (field) found.amounts.push(place<MoneyItem>(field, token, label));
    const isShare =
      token.kind === 'percent' && /(?:占比|比例|占预留[^，。；]*|完成率)(?:为|达到|达|的|：)*$/.test(label);
    if (isShare && !otherBase.test(label) && hasBoth(found))
      found.rates.push(place<RateItem>('sme_share', token, label));
  }

  function place<Field>(field: Field, token: MoneyToken, label: string): MoneyFound<Field> {
    const clause = Math.max(label.lastIndexOf('，'), label.lastIndexOf('；'), label.lastIndexOf('：')) + 1;
    const start = offset + token.start - label.length + clause;
    return {
      field,
      value: token.value,
      printed: sentence.slice(token.start, token.end),
      start,
      end: offset + token.end,
    };
  }
}

/** The share is of what was reserved: without both amounts its base is anybody's guess. */
function hasBoth({ amounts }: MoneyFigures): boolean {
  return ['sme_reserved', 'sme_actual'].every((field) => amounts.some((one) => one.field === field));
}

/** 小微 firms are a part of these; a firm's share in all procurement is another matter. */
function amountField(label: string): MoneyItem | undefined {
  const clause = label.split(/[，；：]/).at(-1) ?? '';
  if (/小微/.test(clause)) return undefined;
  if (/预留/.test(clause)) return 'sme_reserved';
  const given = /实际|授予|采购金额|采购额|成交|中标|合同金额|完成|支出/.test(clause);
  return given && (/中小(?:微)?企业/.test(clause) || /实际/.test(clause)) ? 'sme_actual' : undefined;
}

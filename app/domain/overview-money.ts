import { compare, percent, subtract, sumPresent } from './money.ts';
import { isCompared, type OfficeYear } from './office-year.ts';
import type { Decimal, MoneyItem } from './submission.ts';

/** What the compared offices of a year state for one item, in 元, beside last year; counts are of offices. */
export interface AmountSums {
  item: MoneyItem;
  offices: number;
  amount: Decimal | null;
  lastOffices: number;
  lastAmount: Decimal | null;
  /** The offices that state the item in both years, and what they state. */
  both: { offices: number; amount: Decimal | null; lastAmount: Decimal | null };
}

/** A sum over the offices that state it, and its change on last year over the offices that state it in both years. */
export interface DistrictTotal {
  item: MoneyItem;
  amount: Decimal; // 元
  offices: number;
  change?: { percent: Decimal; offices: number };
}

/** Executed ÷ budget in percent over the offices that state both; not a mean of rates. */
export interface DistrictRate {
  value: Decimal;
  offices: number;
  /** In percentage points, over the offices that state both figures in both years. */
  change?: { points: Decimal; offices: number };
}

/** One part of a whole: its sum, its share of all parts in percent, and both as of last year. */
export interface CompositionPart extends DistrictTotal {
  share?: Decimal;
  lastShare?: Decimal;
}

/** Revenue and expenditure by source, expenditure by nature; parts that no office states are left out. */
export const compositions = ['revenue_source', 'expenditure_source', 'expenditure_nature'] as const;
export type CompositionId = (typeof compositions)[number];
export type Composition = { id: CompositionId; parts: CompositionPart[] };

/** Shares are of the sum of these; `within` breaks one of them down further. */
const partsOf: Record<CompositionId, { parts: MoneyItem[]; within?: MoneyItem[] }> = {
  revenue_source: {
    parts: ['revenue_general', 'revenue_gov_fund', 'revenue_state_capital', 'revenue_other'],
  },
  expenditure_source: {
    parts: ['expenditure_general', 'expenditure_gov_fund', 'expenditure_state_capital', 'expenditure_other'],
  },
  expenditure_nature: {
    parts: ['expenditure_basic', 'expenditure_project'],
    within: ['expenditure_personnel', 'expenditure_public'],
  },
};

/** In the order in which a budget is read: 基本 with its two parts, then 项目. */
const readingOrder: Record<CompositionId, MoneyItem[]> = {
  revenue_source: partsOf.revenue_source.parts,
  expenditure_source: partsOf.expenditure_source.parts,
  expenditure_nature: [
    'expenditure_basic',
    'expenditure_personnel',
    'expenditure_public',
    'expenditure_project',
  ],
};

/** Every item whose sums the overview needs. */
export const summedItems: MoneyItem[] = [
  'budget_total',
  'executed_total',
  'revenue_total',
  ...compositions.flatMap((id) => readingOrder[id]),
];

/** Executed ÷ budget over the compared offices that state both, and its change on last year like for like. */
export function districtRate(rows: OfficeYear[], lastYear: OfficeYear[]): DistrictRate | undefined {
  const now = rows.filter(hasRate);
  const value = rateOver(now);
  if (value === undefined) return undefined;
  const before = new Map(lastYear.filter(hasRate).map((row) => [row.office.id, row]));
  const inBoth = now.filter((row) => before.has(row.office.id));
  const points = subtract(
    rateOver(inBoth),
    rateOver(inBoth.flatMap((row) => before.get(row.office.id) ?? [])),
  );
  return {
    value,
    offices: now.length,
    change: points === undefined ? undefined : { points, offices: inBoth.length },
  };
}

function hasRate(row: OfficeYear): boolean {
  const { budget_total: budget, executed_total: executed } = row.amounts;
  return isCompared(row) && budget !== undefined && executed !== undefined && compare(budget, '0') !== 0;
}

function rateOver(rows: OfficeYear[]): Decimal | undefined {
  return percent(
    sumPresent(rows.map((row) => row.amounts.executed_total)),
    sumPresent(rows.map((row) => row.amounts.budget_total)),
  );
}

/** The district's sum of one item; absent when no office states it. The change is like for like. */
export function districtTotal({ item, offices, amount, both }: AmountSums): DistrictTotal | undefined {
  if (amount === null) return undefined;
  const change = percent(subtract(both.amount, both.lastAmount), both.lastAmount);
  return {
    item,
    amount,
    offices,
    change: change === undefined ? undefined : { percent: change, offices: both.offices },
  };
}

/** The sums of one item where the offices' rows are at hand; the database works out the same. */
export function amountSums(item: MoneyItem, rows: OfficeYear[], lastYear: OfficeYear[]): AmountSums {
  const [now, before] = [amountsByOffice(item, rows), amountsByOffice(item, lastYear)];
  const inBoth = [...now.keys()].filter((id) => before.has(id));
  const total = (amounts: Map<string, Decimal>, ids: Iterable<string>) =>
    sumPresent([...ids].map((id) => amounts.get(id))) ?? null;
  return {
    item,
    offices: now.size,
    amount: total(now, now.keys()),
    lastOffices: before.size,
    lastAmount: total(before, before.keys()),
    both: { offices: inBoth.length, amount: total(now, inBoth), lastAmount: total(before, inBoth) },
  };
}

function amountsByOffice(item: MoneyItem, rows: OfficeYear[]): Map<string, Decimal> {
  const stated = rows.filter(isCompared).flatMap((row): [string, Decimal][] => {
    const amount = row.amounts[item];
    return amount === undefined ? [] : [[row.office.id, amount]];
  });
  return new Map(stated);
}

/** How revenue and expenditure are made up. Shares of each year are of what was stated in that year. */
export function districtCompositions(sums: readonly AmountSums[]): Composition[] {
  const byItem = new Map(sums.map((each) => [each.item, each]));
  return compositions.flatMap((id) => {
    const of = (items: MoneyItem[]) => items.flatMap((item) => byItem.get(item) ?? []);
    const whole = of(partsOf[id].parts);
    const all = sumPresent(whole.map((each) => each.amount));
    const lastAll = sumPresent(whole.map((each) => each.lastAmount));
    const parts = of(readingOrder[id]).flatMap((each) => {
      const total = districtTotal(each);
      if (!total) return [];
      return [{ ...total, share: percent(each.amount, all), lastShare: percent(each.lastAmount, lastAll) }];
    });
    return parts.length > 0 ? [{ id, parts }] : [];
  });
}

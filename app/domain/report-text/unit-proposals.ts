import { amountSums } from '../findings/sums.ts';
import { findUnitSlips } from '../findings/unit.ts';
import type { Decimal, MoneyItem } from '../submission.ts';
import type { AmountProposal, ReportReading } from './reading.ts';

/**
 * The reading with a proposal at every amount that only another unit brings in line with the rest. Which amounts these are is
 * decided by the `unit` check alone; here it is only put into words. The printed value stays.
 */
export function withUnitProposals(reading: ReportReading): ReportReading {
  const printed = valuesOf(reading.amounts);
  const amounts = { ...reading.amounts };
  for (const { changes } of findUnitSlips({ amounts: printed, rates: valuesOf(reading.rates) })) {
    const field = changes[0].field as MoneyItem;
    const amount = amounts[field];
    if (changes.length !== 1 || !amount) continue;
    amounts[field] = { ...amount, proposal: proposalFor(field, changes[0].value, printed) };
  }
  return { ...reading, amounts };
}

function proposalFor(
  field: MoneyItem,
  value: Decimal,
  printed: Partial<Record<MoneyItem, Decimal>>,
): AmountProposal {
  const after = { ...printed, [field]: value };
  const mended = amountSums.find(
    ({ items, outcome }) =>
      items.includes(field) && outcome(printed).status === 'fails' && outcome(after).status === 'holds',
  );
  const [whole, ...parts] = mended?.items.filter((item) => printed[item] !== undefined) ?? [];
  const larger = Number(value) > Number(printed[field] ?? 0);
  return {
    value: /\.\d\d/.test(value)
      ? value
      : `${value.split('.')[0]}.${(value.split('.')[1] ?? '').padEnd(2, '0')}`,
    unit: larger ? '万元' : '元',
    relation: whole ? `${parts.join(' + ')} = ${whole}` : 'its share or rate',
  };
}

function valuesOf<Key extends string>(
  fields: Partial<Record<Key, { value: Decimal }>>,
): Partial<Record<Key, Decimal>> {
  const entries = Object.entries<{ value: Decimal } | undefined>(fields);
  return Object.fromEntries(entries.map(([key, read]) => [key, read?.value])) as Partial<
    Record<Key, Decimal>
  >;
}

import { amountRatios } from '../findings/rates.ts';
import { amountSums } from '../findings/sums.ts';
import { compare, multiply, subtract, sum, within } from '../money.ts';
import type { Decimal, MoneyItem, RateItem } from '../submission.ts';
import type { AmountCandidate, Confidence, ReadAmount, ReportReading } from './reading.ts';
import type { TableReading } from './tables.ts';

type Settled = Pick<ReportReading, 'amounts' | 'undecided'>;
type Values = Partial<Record<MoneyItem, Decimal>>;

/** Combinations of competing values that are tried against the sums and rates. */
const mostTried = 256;

/**
 * One value a field. Of several stated for it, the one that alone agrees with the report's sums and rates; where none does the
 * field is undecided. A balancing total counts only where the parts add up to it, a table without a unit only where the prose
 * gives one of its figures with a unit.
 */
export function settleAmounts(
  prose: readonly AmountCandidate[],
  tables: Pick<TableReading, 'amounts' | 'withoutUnit'>,
  rates: ReportReading['rates'],
): Settled {
  const plain = [...prose.filter(({ weak }) => !weak), ...tables.amounts];
  const scaled = tables.withoutUnit.flatMap((table) => withUnitOf(table, plain));
  const stated = groupByField([...plain, ...scaled]);
  for (const one of prose.filter(({ weak }) => weak === 'bare'))
    if (!stated.has(one.field)) stated.set(one.field, [one]);
  const settled = choose(stated, rates);
  for (const one of prose.filter(({ weak }) => weak === 'balancing')) {
    const { field } = one;
    if (settled.amounts[field] || settled.undecided?.[field]) continue;
    if (isMadeUpOf(one, settled.amounts)) settled.amounts[field] = readOf(one, 'low');
  }
  return withParts(settled, prose);
}

/** 人员经费 and 公用经费 of the general budget are those of all basic spending where together they make it up. */
function withParts(settled: Settled, prose: readonly AmountCandidate[]): Settled {
  const of = (field: MoneyItem) => prose.find((one) => one.weak === 'part' && one.field === field);
  const [personnel, publicFunds] = [of('expenditure_personnel'), of('expenditure_public')];
  const { amounts } = settled;
  const basic = amounts.expenditure_basic?.value;
  const added = sum([personnel?.value, publicFunds?.value]);
  if (!personnel || !publicFunds || !basic || !added || !within(added, basic, '200')) return settled;
  amounts.expenditure_personnel ??= readOf(personnel, 'medium');
  amounts.expenditure_public ??= readOf(publicFunds, 'medium');
  return settled;
}

function groupByField(candidates: readonly AmountCandidate[]): Map<MoneyItem, AmountCandidate[]> {
  const groups = new Map<MoneyItem, AmountCandidate[]>();
  for (const one of candidates) {
    const group = groups.get(one.field) ?? [];
    if (!group.some((other) => isSame(one, other))) group.push(one);
    groups.set(one.field, group);
  }
  return groups;
}

/** 4.15亿元 and 41,500.00万元, or the same rounded to fewer places, are one value. */
function isSame(one: AmountCandidate, other: AmountCandidate): boolean {
  if (compare(one.value, other.value) === 0) return true;
  const step =
    [one, other].map(({ printed, value }) => stepOf(printed, value)).sort((a, b) => compare(a, b))[1] ?? '0';
  return within(one.value, other.value, multiply(step, '0.5') ?? '0');
}

/** Value of a unit in the last place that is printed. */
function stepOf(printed: string, value: Decimal): Decimal {
  const digits = /[\d,]+(?:\.(\d+))?/.exec(printed);
  const number = digits?.[0].replaceAll(',', '') ?? '0';
  const scale = Number(number) === 0 ? 1 : Math.round(Number(value) / Number(number));
  return String(Math.abs(scale) / 10 ** (digits?.[1]?.length ?? 0));
}

function choose(stated: Map<MoneyItem, AmountCandidate[]>, rates: ReportReading['rates']): Settled {
  const amounts: Settled['amounts'] = {};
  const undecided: NonNullable<Settled['undecided']> = {};
  const fitting = fittingValues(stated, rates);
  for (const [field, candidates] of stated) {
    const [first] = candidates;
    if (!first) continue;
    const explicit = candidates.filter(({ inferred }) => !inferred);
    const chosen =
      candidates.length === 1
        ? first
        : (fitting.get(field) ?? (explicit.length === 1 ? explicit[0] : undefined));
    if (!chosen) {
      undecided[field] = candidates.map((one) => readOf(one, 'low'));
      continue;
    }
    const others = candidates.filter((one) => one !== chosen).map((one) => readOf(one, 'low'));
    const sure: Confidence = chosen.weak ? 'low' : others.length > 0 || chosen.inferred ? 'medium' : 'high';
    amounts[field] = { ...readOf(chosen, sure), ...(others.length > 0 && { competing: others }) };
  }
  return { amounts, ...(Object.keys(undecided).length > 0 && { undecided }) };
}

function readOf({ value, printed, quote }: AmountCandidate, confidence: Confidence): ReadAmount {
  return { value, printed, quote, confidence };
}

/** For each field with several values the one that every best combination holds; best: most sums and rates hold, fewest fail. */
function fittingValues(
  stated: Map<MoneyItem, AmountCandidate[]>,
  rates: ReportReading['rates'],
): Map<MoneyItem, AmountCandidate> {
  const several = [...stated].filter(([, candidates]) => candidates.length > 1);
  const alone: Values = Object.fromEntries(
    [...stated].filter(([, all]) => all.length === 1).map(([field, [one]]) => [field, one?.value]),
  );
  let combinations: AmountCandidate[][] = [[]];
  for (const [, candidates] of several) {
    if (combinations.length * candidates.length > mostTried) break;
    combinations = combinations.flatMap((chosen) => candidates.map((one) => [...chosen, one]));
  }
  const stands = combinations.map((chosen) => standingOf({ ...alone, ...valuesOf(chosen) }, rates));
  const best = Math.max(...stands);
  const holding = combinations.filter((_, index) => stands[index] === best);
  const [first = []] = holding;
  const agreed = first.filter((one) => holding.every((chosen) => chosen.includes(one)));
  return new Map(agreed.map((one) => [one.field, one]));
}

function valuesOf(candidates: readonly AmountCandidate[]): Values {
  return Object.fromEntries(candidates.map(({ field, value }) => [field, value]));
}

function standingOf(amounts: Values, read: ReportReading['rates']): number {
  const rates = Object.fromEntries(
    Object.entries(read).map(([field, { value }]) => [field, value]),
  ) as Partial<Record<RateItem, Decimal>>;
  const adjusted = { ...amounts, budget_total: amounts.budget_total ?? amounts.budget_adjusted };
  const outcomes = [
    ...amountSums.map(({ outcome }) => outcome(amounts)),
    ...amountRatios.map(({ outcome }) => outcome({ amounts: adjusted, rates })),
  ];
  return outcomes.reduce(
    (sum, { status }) => sum + (status === 'holds' ? 1 : status === 'fails' ? -1 : 0),
    0,
  );
}

const perUnit = { 元: '1', 万元: '10000' } as const;

/** A table without a unit, in the unit in which the prose states one of its figures; nothing where it states none. */
function withUnitOf(table: readonly AmountCandidate[], plain: readonly AmountCandidate[]): AmountCandidate[] {
  const fits = (Object.keys(perUnit) as (keyof typeof perUnit)[]).filter((unit) =>
    table.some(
      (cell) =>
        Number(cell.value) !== 0 &&
        plain.some((one) => one.field === cell.field && isSame(one, inUnit(cell, unit))),
    ),
  );
  const [unit] = fits;
  return fits.length === 1 && unit ? table.map((cell) => inUnit(cell, unit)) : [];
}

function inUnit(cell: AmountCandidate, unit: keyof typeof perUnit): AmountCandidate {
  return { ...cell, value: multiply(cell.value, perUnit[unit]) ?? cell.value, inferred: true };
}

const makeUp: Partial<Record<MoneyItem, readonly (readonly MoneyItem[])[]>> = {
  executed_total: [
    ['expenditure_basic', 'expenditure_project'],
    ['expenditure_general', 'expenditure_gov_fund', 'expenditure_state_capital', 'expenditure_other'],
  ],
  revenue_total: [['revenue_general', 'revenue_gov_fund', 'revenue_state_capital', 'revenue_other']],
};

function isMadeUpOf({ field, value }: AmountCandidate, amounts: ReportReading['amounts']): boolean {
  return (makeUp[field] ?? []).some((parts) => {
    const stated = parts.map((part) => amounts[part]?.value).filter((part) => part !== undefined);
    const added = sum(stated);
    return added !== undefined && within(subtract(added, value) ?? '0', '0', String(100 * stated.length));
  });
}

import { meanMonthlyRate } from '#app/domain/execution.ts';
import { percent, round, subtract } from '#app/domain/money.ts';
import type { MoneyItem, RateItem, SubmissionContent } from '#app/domain/submission.ts';
import { type DemoYear, demoYears, type InventedOffice } from './offices.ts';
import { type Random, randomOf } from './random.ts';
import { changeReasons } from './words.ts';

/** Whole 分 (0.01 元): sums of whole numbers are exact. */
type Fen = number;

export type Figures = Pick<SubmissionContent, 'amounts' | 'rates' | 'monthlyExecution' | 'changeReason'>;

/** Money, rates and months of one office and year: every sum exact to the 分, every rate worked out from the amounts. */
export function figuresOf(office: InventedOffice, year: DemoYear, smeMissed: boolean): Figures {
  const random = randomOf(`${office.code}:${year}:figures`);
  const amounts = yuanOf(amountsOf(office, year, random, smeMissed));
  const monthlyExecution = monthsOf(office, year, random);
  return {
    amounts,
    monthlyExecution,
    rates: ratesOf(office, amounts, monthlyExecution),
    changeReason: random.pick(
      Number(amounts.expenditure_change) < 0 ? changeReasons.less : changeReasons.more,
    ),
  };
}

/** How far the score of the year is from full marks: what the rules deduct has to fit into it. */
function lossOf(office: InventedOffice, year: DemoYear): number {
  return 100 - (office.profile.score[year - demoYears[0]] ?? 100);
}

interface Totals {
  budget: Fen;
  executed: Fen;
  revenue: Fen;
}

/** Totals of a year; the year before the first one serves as the base of its changes. */
function totalsOf(office: InventedOffice, year: number): Totals {
  const random = randomOf(`${office.code}:${year}:totals`);
  const { budgetWan, growth, execution } = office.profile;
  const grown = growthFactor(growth, year - demoYears[0]) * random.between(0.95, 1.05);
  const budget = Math.round(budgetWan * 1_000_000 * grown) + random.int(0, 99_999);
  const target = execution[Math.max(0, year - demoYears[0])] ?? 95;
  const executed = Math.round((budget * (target + random.between(-0.25, 0.25))) / 100);
  const received = random.chance(0.5) ? 0 : random.between(0.2, 0.7);
  const revenue = executed + Math.round(Math.max(0, budget - executed) * received);
  return { budget, executed, revenue };
}

/** Multiplied out, because powers of fractions may differ between machines in the last digit. */
function growthFactor(growth: number, years: number): number {
  const step = 1 + growth / 100;
  if (years < 0) return 1 / step;
  return Array.from({ length: years }).reduce<number>((factor) => factor * step, 1);
}

function amountsOf(
  office: InventedOffice,
  year: DemoYear,
  random: Random,
  smeMissed: boolean,
): Partial<Record<MoneyItem, Fen>> {
  const now = totalsOf(office, year);
  const before = totalsOf(office, year - 1);
  const overspent = Math.max(0, now.executed - now.budget);
  const opening = overspent === 0 ? undefined : overspent + share(now.budget, random.between(0.004, 0.01));
  const changed = office.profile.habits.includes('budget_change') ? 0.72 : random.between(0.88, 1.01);
  return {
    budget_initial: share(now.budget, changed),
    budget_adjusted: now.budget,
    budget_total: now.budget,
    ...bySource(office, now),
    ...byNature(office, now.executed, random),
    ...(opening !== undefined && { carryover_opening: opening }),
    carryover_closing: now.budget - now.executed + (opening ?? 0),
    revenue_change: now.revenue - before.revenue,
    expenditure_change: now.executed - before.executed,
    ...procurement(office, year, now.executed, random, smeMissed),
  };
}

/** Unspent revenue stays in the general budget, so that only this source differs between revenue and expenditure. */
function bySource(office: InventedOffice, { executed, revenue }: Totals): Partial<Record<MoneyItem, Fen>> {
  const shape = randomOf(`${office.code}:sources`);
  const fund = share(executed, shape.between(0.03, 0.3));
  const other = share(executed, shape.between(0.002, 0.025));
  const capital = shape.chance(0.2) ? share(executed, shape.between(0.001, 0.006)) : undefined;
  const rest = fund + other + (capital ?? 0);
  return {
    revenue_total: revenue,
    revenue_general: revenue - rest,
    revenue_gov_fund: fund,
    ...(capital !== undefined && { revenue_state_capital: capital }),
    revenue_other: other,
    executed_total: executed,
    expenditure_general: executed - rest,
    expenditure_gov_fund: fund,
    ...(capital !== undefined && { expenditure_state_capital: capital }),
    expenditure_other: other,
  };
}

function byNature(office: InventedOffice, executed: Fen, random: Random): Partial<Record<MoneyItem, Fen>> {
  const shape = randomOf(`${office.code}:nature`);
  const basic = share(executed, shape.between(0.17, 0.36) * random.between(0.97, 1.03));
  const publicFunds = share(basic, shape.between(0.05, 0.12));
  const threePublic = share(publicFunds, shape.between(0.02, 0.08) * random.between(0.8, 1.1));
  return {
    expenditure_basic: basic,
    expenditure_personnel: basic - publicFunds,
    expenditure_public: publicFunds,
    expenditure_project: executed - basic,
    public_funds_budget: limitAbove(publicFunds, random),
    public_funds_actual: publicFunds,
    three_public_budget: limitAbove(threePublic, random),
    three_public_actual: threePublic,
  };
}

/** Budgets are set in whole hundreds of 元. */
function limitAbove(actual: Fen, random: Random): Fen {
  return Math.ceil((actual * random.between(1, 1.12)) / 10_000) * 10_000;
}

function procurement(
  office: InventedOffice,
  year: DemoYear,
  executed: Fen,
  random: Random,
  smeMissed: boolean,
): Partial<Record<MoneyItem, Fen>> {
  const reserved = Math.round(share(executed, random.between(0.06, 0.2)) / 10_000) * 10_000;
  const habit = office.profile.habits.includes('sme_share');
  const reached = habit || random.chance(0.3) ? random.between(0.74, 0.98) : random.between(1, 1.15);
  const least = smeMissed ? 0 : 1 - 0.3 * lossOf(office, year);
  return { sme_reserved: reserved, sme_actual: share(reserved, smeMissed ? 0.78 : Math.max(reached, least)) };
}

/** Cumulative rates climb through the year; their mean stays near the execution rate and never costs the whole loss. */
function monthsOf(office: InventedOffice, year: DemoYear, random: Random): Figures['monthlyExecution'] {
  const execution = office.profile.execution[year - demoYears[0]] ?? 95;
  const least = 100 - 5 * lossOf(office, year);
  const level = Math.min(99.7, Math.max(least, Math.min(execution, 99) + random.between(-2.2, 0.6)));
  const climb = Math.min(1.4, (100 - level) / 6);
  return Array.from({ length: 12 }, (_, index) => {
    const rate = level + (index - 5.5) * climb + random.between(-0.25, 0.25);
    return { month: index + 1, rate: Math.min(100, rate).toFixed(2) };
  });
}

function ratesOf(
  office: InventedOffice,
  amounts: Figures['amounts'],
  months: Figures['monthlyExecution'],
): Figures['rates'] {
  const sharesStated = randomOf(`${office.code}:shares`).chance(0.6);
  const rates: Partial<Record<RateItem, string | undefined>> = {
    execution_rate: percent(amounts.executed_total, amounts.budget_total),
    spending_progress: meanMonthlyRate(months),
    revenue_change: changeRate(amounts.revenue_total, amounts.revenue_change),
    expenditure_change: changeRate(amounts.executed_total, amounts.expenditure_change),
    sme_share: percent(amounts.sme_actual, amounts.sme_reserved),
    ...(sharesStated && sharesOf(amounts)),
  };
  return Object.fromEntries(
    Object.entries(rates).flatMap(([item, rate]) => (rate === undefined ? [] : [[item, round(rate, 2)]])),
  );
}

function sharesOf(amounts: Figures['amounts']): Partial<Record<RateItem, string | undefined>> {
  const { revenue_total: revenue, executed_total: executed } = amounts;
  return {
    revenue_general_share: percent(amounts.revenue_general, revenue),
    revenue_gov_fund_share: percent(amounts.revenue_gov_fund, revenue),
    expenditure_general_share: percent(amounts.expenditure_general, executed),
    expenditure_gov_fund_share: percent(amounts.expenditure_gov_fund, executed),
    expenditure_basic_share: percent(amounts.expenditure_basic, executed),
    expenditure_project_share: percent(amounts.expenditure_project, executed),
  };
}

/** Change on last year in percent of last year's amount. */
function changeRate(total = '0', change = '0'): string | undefined {
  return percent(change, subtract(total, change));
}

function share(amount: Fen, part: number): Fen {
  return Math.round(amount * part);
}

/** 分 → 元 with two decimals. */
function yuanOf(amounts: Partial<Record<MoneyItem, Fen>>): Figures['amounts'] {
  return Object.fromEntries(Object.entries(amounts).map(([item, fen]) => [item, yuan(fen)]));
}

function yuan(fen: Fen): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

import { sum, within } from '../money.ts';
import type { MoneyItem, RateItem } from '../submission.ts';
import { readFiledOn, readOffice, readStaffing, readYear } from './basics.ts';
import { cleanReport } from './clean.ts';
import { readIndicators } from './indicators.ts';
import { readKeyProjects } from './key-projects.ts';
import { type MappedText, quoteOf } from './mapped-text.ts';
import { readMoney } from './money.ts';
import type { MoneyFound } from './money-found.ts';
import { readChangeReason, readNarrative } from './narrative.ts';
import { readProblems } from './problems-and-measures.ts';
import type { Read, ReadAmount, ReportReading } from './reading.ts';
import { readScores } from './scores.ts';
import { readSections } from './sections.ts';
import { readSme } from './sme.ts';
import { withUnitProposals } from './unit-proposals.ts';
import { readDepartments, readSubUnitCount, readSubUnits } from './units.ts';

/** Characters, some twenty times a long report: a larger text is something else, and only its beginning is read. */
export const longestReport = 200_000;

/**
 * Reads one self-evaluation report. Amounts in 元 as printed, rates in percent, scores in points; quotes point into `text` as
 * given. What the report does not state is absent. Never throws: see `isOfficeReport` for text that is no such report.
 */
export function readReport(text: string): ReportReading {
  const source = cleanReport(text.slice(0, longestReport));
  const sections = readSections(source.text);
  const { office, district, stem } = readOffice(source);
  const year = readYear(source);
  const context = { sections, year: year?.value, stem };
  const money = readMoney(source.text, context);
  const sme = readSme(source.text, context);
  return withUnitProposals({
    district,
    office,
    year,
    filedOn: readFiledOn(source),
    amounts: settleAmounts(source, [...money.amounts, ...sme.amounts]),
    rates: settleRates(source, [...money.rates, ...sme.rates]),
    scores: readScores(source, sections),
    indicators: readIndicators(source),
    keyProjects: readKeyProjects(source, sections),
    ...readProblems(source, sections),
    subUnitsStated: readSubUnitCount(source),
    subUnits: readSubUnits(source, stem),
    innerDepartments: readDepartments(source),
    staffing: readStaffing(source),
    functions: readNarrative(source, sections, 'functions'),
    goal: readNarrative(source, sections, 'goal'),
    keyTasks: readNarrative(source, sections, 'key_tasks'),
    changeReason: readChangeReason(source),
  });
}

/** Whether the text is a report of a street office at all: it names one, and states figures, scores or problems. */
export function isOfficeReport(reading: ReportReading): boolean {
  const states =
    Object.keys(reading.amounts).length +
    reading.scores.length +
    reading.problems.length +
    reading.indicators.length;
  return reading.office !== undefined && reading.year !== undefined && states > 0;
}

/** The first plain statement of a field counts; a balancing total only where the parts add up to it. */
function settleAmounts(
  source: MappedText,
  found: readonly MoneyFound<MoneyItem>[],
): ReportReading['amounts'] {
  const amounts: Partial<Record<MoneyItem, ReadAmount>> = {};
  const strong = found.filter((one) => one.weak === undefined);
  for (const one of strong) amounts[one.field] ??= readOf(source, one);
  for (const one of found.filter(({ weak }) => weak === 'bare')) amounts[one.field] ??= readOf(source, one);
  for (const one of found.filter(({ weak }) => weak === 'balancing')) {
    if (isMadeUpOf(one, amounts)) amounts[one.field] ??= readOf(source, one);
  }
  return amounts;
}

function settleRates(source: MappedText, found: readonly MoneyFound<RateItem>[]): ReportReading['rates'] {
  const rates: Partial<Record<RateItem, Read<string>>> = {};
  for (const { field, value, start, end } of found)
    rates[field] ??= { value, quote: quoteOf(source, start, end) };
  return rates;
}

function readOf(source: MappedText, { value, printed, start, end }: MoneyFound<MoneyItem>): ReadAmount {
  return { value, printed, quote: quoteOf(source, start, end) };
}

const makeUp: Partial<Record<MoneyItem, readonly (readonly MoneyItem[])[]>> = {
  executed_total: [
    ['expenditure_basic', 'expenditure_project'],
    ['expenditure_general', 'expenditure_gov_fund', 'expenditure_state_capital', 'expenditure_other'],
  ],
  revenue_total: [['revenue_general', 'revenue_gov_fund', 'revenue_state_capital', 'revenue_other']],
};

function isMadeUpOf({ field, value }: MoneyFound<MoneyItem>, amounts: ReportReading['amounts']): boolean {
  return (makeUp[field] ?? []).some((parts) => {
    const stated = parts.map((part) => amounts[part]?.value).filter((part) => part !== undefined);
    const added = sum(stated);
    return added !== undefined && within(added, value, String(100 * stated.length));
  });
}

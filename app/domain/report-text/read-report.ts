import type { MoneyItem } from '../submission.ts';
import { readFiledOn, readOffice, readStaffing, readYear } from './basics.ts';
import { cleanReport } from './clean.ts';
import { readIndicators } from './indicators.ts';
import { joinScores } from './join-scores.ts';
import { readKeyProjects } from './key-projects.ts';
import { type MappedText, quoteOf } from './mapped-text.ts';
import { longestReport } from './may-be-report.ts';
import { readMoney } from './money.ts';
import type { MoneyFound } from './money-found.ts';
import { readMonths, settleMonths } from './monthly.ts';
import { readChangeReason, readNarrative } from './narrative.ts';
import { readProblems } from './problems-and-measures.ts';
import type { AmountCandidate, ReportReading } from './reading.ts';
import { readScores } from './scores.ts';
import { readSections } from './sections.ts';
import { settleAmounts } from './settle.ts';
import { firstRates, settleRates } from './settle-rates.ts';
import { readSme } from './sme.ts';
import { interpretTables, readTables } from './tables.ts';
import { withUnitProposals } from './unit-proposals.ts';
import { readDepartments, readSubUnitCount, readSubUnits } from './units.ts';

/**
 * Reads one self-evaluation report. Amounts in 元 as printed, rates in percent, scores in points; quotes point into `text` as
 * given. What the report does not state is absent. Never throws: see `isOfficeReport` for text that is no such report.
 */
export function readReport(text: string): ReportReading {
  const document = text.slice(0, longestReport);
  const tables = readTables(document);
  const source = cleanReport(document, tables);
  const sections = readSections(source.text);
  const { office, district, stem } = readOffice(source);
  const year = readYear(source);
  const context = { sections, year: year?.value, stem };
  const money = readMoney(source.text, context);
  const sme = readSme(source.text, context);
  const inTables = interpretTables(document, tables, context);
  const ratesFound = [...[...money.rates, ...sme.rates].map((one) => readOf(source, one)), ...inTables.rates];
  const prose = [...money.amounts, ...sme.amounts].map((one) => candidateOf(source, one));
  const { amounts, undecided } = settleAmounts(prose, inTables, firstRates(ratesFound));
  return withUnitProposals({
    district,
    office,
    year,
    filedOn: readFiledOn(source),
    amounts,
    undecided,
    rates: settleRates(ratesFound, amounts),
    monthlyExecution: settleMonths([...readMonths(source, context), ...inTables.months]),
    scores: joinScores(readScores(source, context), inTables.scores),
    indicators: [...readIndicators(source, sections), ...inTables.indicators],
    keyProjects: [...readKeyProjects(source, sections), ...inTables.keyProjects],
    ...(inTables.problems.length > 0
      ? { problems: inTables.problems, measures: inTables.measures }
      : readProblems(source, sections)),
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

function readOf<Field extends string>(
  source: MappedText,
  { field, value, weak, start, end }: MoneyFound<Field>,
) {
  return { field, read: { value, quote: quoteOf(source, start, end) }, weak: weak !== undefined };
}

function candidateOf(source: MappedText, one: MoneyFound<MoneyItem>): AmountCandidate {
  const { field, value, printed, weak, inferred, start, end } = one;
  return { field, value, printed, weak, inferred, quote: quoteOf(source, start, end), source: 'prose' };
}

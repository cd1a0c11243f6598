import { type Framework, nodeByCode, totalCode } from '../framework.ts';
import { compare } from '../money.ts';
import { type Finding, moneyItems, type Quote, rateItems, type SubmissionContent } from '../submission.ts';
import type { ReadAmount, ReportReading } from './reading.ts';
import { quotesOf } from './to-submission-content.ts';

/** One report as `npm run import-report -- --json` prints it: plain numbers, amounts in 元. What is not stated is left out. */
export interface ReportRecord {
  source: string;
  district?: string;
  office?: string;
  year?: number;
  amounts_yuan: Record<string, number>;
  /** What to know about an amount that is not the one printed. */
  amount_notes?: Record<string, string>;
  /** Other values stated for an amount, a rate or a score; all of them where none was taken, and `amounts_yuan` holds none. */
  competing?: Record<string, { value: number; quote: Quote }[]>;
  rates_pct: Record<string, number>;
  /** Execution rate of each month that the report names, by its number. */
  monthly_execution_pct?: Record<string, number>;
  scores: Record<string, [number, number | null]>;
  sub_units_stated?: number;
  sub_units?: string[];
  filed_on?: string;
  indicators: { class: string; name: string; target?: string; completion?: string }[];
  key_projects: { name: string; amount_yuan?: number; score?: number; grade?: string }[];
  problems: { text: string; themes: string[] }[];
  measures: { text: string; problem?: number }[];
  findings: FindingRecord[];
  quotes: Record<string, Quote>;
}

export interface FindingRecord {
  check: string;
  severity: string;
  field?: string;
  computed?: number;
  stated?: number;
  hint?: string;
}

/** What a record is made of; `content` is the submission that the findings are about. */
export interface CheckedReading {
  source: string;
  text: string;
  reading: ReportReading;
  content: SubmissionContent;
  findings: readonly Finding[];
  framework: Framework;
}

export function reportRecord({
  source,
  text,
  reading,
  content,
  findings,
  framework,
}: CheckedReading): ReportRecord {
  const { district, office, year, filedOn, subUnits, subUnitsStated } = reading;
  return withoutAbsent({
    source,
    district: district?.value,
    office: office?.value,
    year: year?.value,
    amounts_yuan: mapValues(reading.amounts, (amount) => Number((amount.proposal ?? amount).value)),
    amount_notes: notesOf(reading),
    competing: competingOf(reading),
    rates_pct: mapValues(reading.rates, ({ value }) => Number(value)),
    monthly_execution_pct: monthsOf(reading),
    scores: scoresOf(reading, framework),
    sub_units_stated: subUnitsStated?.value,
    sub_units: subUnits?.value,
    filed_on: filedOn?.value,
    indicators: reading.indicators.map(({ quote: _, ...indicator }) => indicator),
    key_projects: reading.keyProjects.map(({ name, amount, score, grade }) =>
      withoutAbsent({ name, amount_yuan: numberOf(amount), score: numberOf(score), grade }),
    ),
    problems: reading.problems.map(({ text, themes }) => ({ text, themes })),
    measures: reading.measures.map(({ text, problem }) => withoutAbsent({ text, problem })),
    findings: findings.map((finding) => findingRecord(finding, content, framework)),
    quotes: flatQuotes(reading, text),
  });
}

/** Every district takes its total out of the framework's whole where the report names no other. */
function scoresOf(reading: ReportReading, framework: Framework): ReportRecord['scores'] {
  return Object.fromEntries(
    reading.scores.map(({ name, score, max }) => {
      const weight = max ?? (name === totalCode ? framework.totalWeight : undefined);
      return [name, [Number(score), weight === undefined ? null : Number(weight)]];
    }),
  );
}

function notesOf({ amounts }: ReportReading): Record<string, string> | undefined {
  const notes = Object.entries(amounts).flatMap(([field, amount]) => {
    const note = noteOf(amount);
    return note ? [[field, note] as const] : [];
  });
  return notes.length === 0 ? undefined : Object.fromEntries(notes);
}

function monthsOf({ monthlyExecution }: ReportReading): ReportRecord['monthly_execution_pct'] {
  const months = monthlyExecution?.value.map(({ month, rate }) => [month, Number(rate)]);
  return months && Object.fromEntries(months);
}

function competingOf({ amounts, rates, scores, undecided = {} }: ReportReading): ReportRecord['competing'] {
  const fields = [
    ...[amounts, rates].flatMap((group) =>
      Object.entries(group).map(([field, { competing = [] }]) => [field, competing] as const),
    ),
    ...scores.map(({ name, competing = [] }) => [`scores.${name}`, competing] as const),
    ...Object.entries(undecided),
  ].filter(([, all]) => all.length > 0);
  const plain = fields.map(([field, all]) => [
    field,
    all.map(({ value, quote }) => ({ value: Number(value), quote })),
  ]);
  return plain.length === 0 ? undefined : Object.fromEntries(plain);
}

function noteOf({ printed, proposal }: ReadAmount): string | undefined {
  if (!proposal) return undefined;
  return `printed as ${printed}; only ${proposal.unit} makes ${proposal.relation} hold. A proposal, not applied: the printed amount is kept until a person accepts it.`;
}

/** A finding in the record's shape, its proposal or evidence as a short hint. */
export function findingRecord(
  finding: Finding,
  content: SubmissionContent,
  framework: Framework,
): FindingRecord {
  const { check, severity, fields, computed, stated } = finding;
  const field = fields.length === 1 ? fields[0] : undefined;
  const known = field !== undefined && [...moneyItems, ...rateItems].some((item) => item === field);
  return withoutAbsent({
    check,
    severity,
    field: known ? field : undefined,
    computed: numberOf(computed),
    stated: numberOf(stated),
    hint: hintOf(finding, content, framework),
  });
}

function hintOf(
  { proposal, evidence }: Finding,
  content: SubmissionContent,
  framework: Framework,
): string | undefined {
  if (!proposal) return evidence;
  const { field, value } = proposal;
  const node = /^scores\.(.+)$/.exec(field)?.[1];
  if (node !== undefined) {
    const stated = content.scores.find((claim) => claim.node === node)?.score;
    return `${nodeByCode(framework, node)?.name ?? node} ${value} instead of ${stated} would make it hold`;
  }
  const printed = content.amounts[field as keyof SubmissionContent['amounts']];
  return compare(value, printed) === 1 ? '元 → 万元' : '万元 → 元';
}

/** Amounts and rates go by their bare names; a change has one quote for its amount and its rate. */
function flatQuotes(reading: ReportReading, text: string): Record<string, Quote> {
  const quotes: Record<string, Quote> = {};
  for (const [field, quote] of Object.entries(quotesOf(reading, ({ name }) => name))) {
    const name = recordName(field);
    quotes[name] = joined(quotes[name], quote, text);
  }
  return quotes;
}

function recordName(field: string): string {
  const bare = field.replace(/^(?:amounts|rates)\./, '');
  return bare.includes('.') ? bare : bare.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function joined(first: Quote | undefined, second: Quote, text: string): Quote {
  if (!first || second.start < first.end || second.start - first.end > 2) return first ?? second;
  return { text: text.slice(first.start, second.end), start: first.start, end: second.end };
}

function numberOf(value: string | undefined): number | undefined {
  return value === undefined ? undefined : Number(value);
}

function mapValues<T>(fields: Partial<Record<string, T>>, map: (value: T) => number): Record<string, number> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [] : [[key, map(value)]])),
  );
}

function withoutAbsent<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}

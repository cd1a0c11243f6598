import type { Framework } from '#app/domain/framework.ts';
import { guangdong2023 } from '#app/domain/frameworks/guangdong-2023.ts';
import type { SubmissionContent, SubmissionStatus } from '#app/domain/submission.ts';
import { plant } from './errors.ts';
import { figuresOf } from './figures.ts';
import { basicsOf, outcomesOf, problemsOf, projectsOf } from './narrative.ts';
import { type DemoYear, demoYears, type InventedOffice, inventedOffices } from './offices.ts';
import { type PlantedError, plan, returnReasons } from './plan.ts';
import { type Random, randomOf } from './random.ts';
import { type Review, reviewOf } from './review.ts';
import { claimsOf, lossesOf } from './scores.ts';

/** One invented submission with its history. Instants are ISO in UTC. */
export interface DemoSubmission {
  officeCode: string;
  year: DemoYear;
  status: SubmissionStatus;
  /** Oldest first; the last is the current one. A draft's was never sent. */
  revisions: DemoRevision[];
  approvedAt?: string;
  review?: Review;
  /** The mistake planted in the current revision. */
  planted?: PlantedError;
}

export interface DemoRevision {
  content: SubmissionContent;
  createdAt: string;
  returned?: { at: string; reason: string };
}

/** Last day of filing for a year's round. */
export function deadlineOf(year: DemoYear): string {
  return `${year + 1}-10-31`;
}

/** The framework as it stood in a year: the same tree every year, each with its own version of record. */
export function frameworkOf(year: DemoYear): Framework {
  return { ...guangdong2023, year };
}

/** Every submission of the invented offices, by year and office. The same on every run and machine. */
export function generateSubmissions(): DemoSubmission[] {
  return demoYears.flatMap((year) =>
    inventedOffices.flatMap((office) => {
      const submission = submissionOf(office, year);
      return submission ? [submission] : [];
    }),
  );
}

function submissionOf(office: InventedOffice, year: DemoYear): DemoSubmission | undefined {
  const number = Number(office.code.slice(-2));
  const { status: statuses, late, errors, resubmitted, cut } = plan[year];
  const status = statuses[number] ?? 'approved';
  if (status === 'not_filed') return undefined;
  const random = randomOf(`${office.code}:${year}:dates`);
  const filedOn = filingDate(year, late.includes(number), random);
  const sound = contentOf(office, year, errors[number] === 'sme_claim');
  const of = { officeCode: office.code, year, status };
  if (status === 'draft')
    return { ...of, revisions: [{ content: unfinished(sound), createdAt: at(filedOn) }] };

  const planted = errors[number];
  const content = { ...(planted ? plant(planted, sound, frameworkOf(year)) : sound), filedOn };
  const revisions = [
    ...firstAttempt(resubmitted[number], sound, year, filedOn),
    {
      content,
      createdAt: at(filedOn),
      ...(status === 'returned' && planted && { returned: returnedFor(planted, filedOn) }),
    },
  ];
  if (status !== 'approved') return { ...of, revisions, planted };
  const review = reviewOf(`${office.code}:${year}`, content, frameworkOf(year), cut.includes(number));
  return { ...of, revisions, planted, review, approvedAt: at(daysAfter(filedOn, random.int(9, 40)), 7) };
}

/** Everything an office states for a year, without a mistake. */
function contentOf(office: InventedOffice, year: DemoYear, smeMissed: boolean): SubmissionContent {
  const framework = frameworkOf(year);
  const random = randomOf(`${office.code}:${year}:content`);
  const figures = figuresOf(office, year, smeMissed);
  const bare = { scores: [], outcomeIndicators: [], keyProjects: [], problems: [], measures: [] };
  const losses = lossesOf(office, year, framework, { ...bare, ...figures });
  const categoriesOnly = randomOf(`${office.code}:levels`).chance(0.15);
  const keyProjects = projectsOf(office, year, figures.amounts.expenditure_project ?? '0');
  return {
    ...basicsOf(office, year),
    ...figures,
    scores: claimsOf(framework, losses, random, categoriesOnly),
    outcomeIndicators: outcomesOf(office, year, losses),
    keyProjects,
    ...problemsOf(office, year, losses, keyProjects),
  };
}

/** A first revision with a mistake, sent back; the next one mends it. */
function firstAttempt(
  error: PlantedError | undefined,
  sound: SubmissionContent,
  year: DemoYear,
  filedOn: string,
): DemoRevision[] {
  if (error === undefined) return [];
  const firstFiledOn = daysAfter(filedOn, -16);
  return [
    {
      content: { ...plant(error, sound, frameworkOf(year)), filedOn: firstFiledOn },
      createdAt: at(firstFiledOn),
      returned: returnedFor(error, firstFiledOn),
    },
  ];
}

function returnedFor(error: PlantedError, filedOn: string): { at: string; reason: string } {
  return { at: at(daysAfter(filedOn, 6), 7), reason: returnReasons[error] };
}

/** A draft as it lies about: the first half of the money, no scores, no words yet. */
function unfinished(content: SubmissionContent): SubmissionContent {
  const { budget_initial, budget_total, executed_total, expenditure_basic } = content.amounts;
  return {
    functions: content.functions,
    innerDepartments: content.innerDepartments,
    subUnits: content.subUnits,
    staffing: content.staffing,
    amounts: { budget_initial, budget_total, executed_total, expenditure_basic },
    rates: {},
    monthlyExecution: content.monthlyExecution.slice(0, 6),
    scores: [],
    outcomeIndicators: content.outcomeIndicators.slice(0, 2),
    keyProjects: [],
    problems: [],
    measures: [],
  };
}

/** In the two months before the deadline, or up to seven weeks after it. */
function filingDate(year: DemoYear, late: boolean, random: Random): string {
  return daysAfter(deadlineOf(year), late ? random.int(3, 48) : -random.int(0, 44));
}

function daysAfter(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** An instant on a day of China's working hours; UTC hours 1 to 9 fall on the same day there. */
function at(date: string, hour = 2): string {
  return `${date}T0${hour}:30:00.000Z`;
}

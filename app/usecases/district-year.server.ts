import type { Framework } from '#app/domain/framework.ts';
import { chinaDay, isCompared, isLate, type OfficeYear } from '#app/domain/office-year.ts';
import type { PeerGroup } from '#app/domain/peer-group.ts';
import { deadlineOf, takesPart } from '#app/domain/round.ts';
import { type District, findAllDistricts } from '#db/queries/districts.server.ts';
import { findAllFrameworks } from '#db/queries/frameworks.server.ts';
import { findAllOffices, type Office } from '#db/queries/offices.server.ts';
import { findAllPeerGroups } from '#db/queries/peer-groups.server.ts';
import { findAllRoundOffices, type RoundOffice } from '#db/queries/round-offices.server.ts';
import { findAllRounds, type Round } from '#db/queries/rounds.server.ts';
import {
  type FigureChoice,
  findAllSubmissions,
  type SubmissionSummary,
} from '#db/queries/submissions.server.ts';
import type { ScopedDb } from '#db/scope.server.ts';
import { type YearHeader, yearHeader } from './year-header.ts';

/** Everything that the pages of one year compare: each active office that takes part, this year and last, filed or not. */
export interface DistrictYear {
  district: District;
  header: YearHeader;
  framework: Framework;
  /** Each with the position of its peer group. */
  rows: OfficeYear[];
  lastYear: OfficeYear[];
  peerGroups: PeerGroup[];
}

/** One year among several, as the pages across years read it. */
export interface ComparedYear {
  year: number;
  framework: Framework;
  opensOn: string;
  deadline: string;
  rows: OfficeYear[];
}

export interface DistrictSpan {
  district: District;
  /** Of the year asked for. */
  header: YearHeader;
  /** Oldest first; years without a round are left out. The last is the year asked for. */
  years: ComparedYear[];
}

/** The year and the one before it. Undefined when the district held no round that year. */
export async function loadDistrictYear(db: ScopedDb, year: number): Promise<DistrictYear | undefined> {
  const span = await loadDistrictSpan(db, { year, count: 2 });
  const now = span?.years.at(-1);
  if (!span || !now) return undefined;
  const lastYear = span.years.find((each) => each.year === year - 1)?.rows ?? [];
  const groups = await findAllPeerGroups(db);
  const groupOf = new Map(groups.flatMap(({ position, officeIds }) => officeIds.map((id) => [id, position])));
  return {
    district: span.district,
    header: span.header,
    framework: now.framework,
    rows: now.rows.map((row) => ({ ...row, peerGroup: groupOf.get(row.office.id) })),
    lastYear,
    peerGroups: groups.map(({ officeIds, ...group }) => group),
  };
}

/**
 * `count` years up to `year`, those that held a round. Six statements, however many offices and years there are; `only`
 * narrows the figures read. Undefined when the district held no round in `year`.
 */
export async function loadDistrictSpan(
  db: ScopedDb,
  { year, count, only }: { year: number; count: number; only?: FigureChoice },
): Promise<DistrictSpan | undefined> {
  const rounds = await findAllRounds(db);
  const round = rounds.find((each) => each.year === year);
  const [district] = await findAllDistricts(db); // a tenant reaches its own alone
  const spanned = rounds.filter((each) => each.year <= year && each.year > year - count).reverse();
  const years = spanned.map((each) => each.year);
  const frameworks = await findAllFrameworks(db, years);
  const framework = frameworks.get(year);
  if (!round || !district || !framework) return undefined;
  const offices = (await findAllOffices(db)).filter((office) => office.active);
  const exceptions = await findAllRoundOffices(db, years);
  const submissions = await findAllSubmissions(db, { years, only });
  const compared = spanned.flatMap((each) => {
    const itsFramework = frameworks.get(each.year);
    if (!itsFramework) return [];
    const rows = officeYears(offices, submissions, { round: each, exceptions });
    const { opensOn, deadline } = each;
    return [{ year: each.year, framework: itsFramework, opensOn, deadline, rows }];
  });
  const rows = compared.at(-1)?.rows ?? [];
  const lastFramework = frameworks.get(year - 1);
  return {
    district,
    header: yearHeader({ round, rounds, framework, lastFramework, rows }),
    years: compared,
  };
}

/**
 * One row for every office that takes part, whether it filed or not, late by its own deadline; figures of drafts and
 * returned submissions are held back.
 */
export function officeYears(
  offices: Office[],
  submissions: SubmissionSummary[],
  { round, exceptions }: { round: Round; exceptions: (RoundOffice & { year: number })[] },
): OfficeYear[] {
  const exceptionOf = byOffice(exceptions, round.year);
  const submissionOf = byOffice(submissions, round.year);
  return offices
    .filter(({ id }) => takesPart(exceptionOf.get(id)))
    .map((office) =>
      officeYear(office, submissionOf.get(office.id), {
        year: round.year,
        deadline: deadlineOf(round, exceptionOf.get(office.id)),
      }),
    );
}

function byOffice<T extends { officeId: string; year: number }>(all: T[], year: number): Map<string, T> {
  return new Map(all.filter((each) => each.year === year).map((each) => [each.officeId, each]));
}

function officeYear(
  office: Office,
  submission: SubmissionSummary | undefined,
  { year, deadline }: { year: number; deadline: string },
): OfficeYear {
  const named = { office, year };
  if (!submission) return { ...named, status: 'not_filed', late: false, ...nothing() };
  const { status, origin, filedOn, submittedAt, approvedAt } = submission;
  const row = { ...named, status, origin, filedOn: filedOn ?? undefined, late: isLate(submission, deadline) };
  if (!isCompared({ status })) return { ...row, ...nothing() };
  return {
    ...row,
    revision: submission.revision,
    version: submission.version,
    changedOn: chinaDay([submittedAt, approvedAt].sort(byInstant).at(-1) ?? null),
    amounts: submission.amounts,
    rates: submission.rates,
    scores: Object.fromEntries(
      Object.entries(submission.scores).map(([node, { self, reviewed }]) => [
        node,
        { self: self ?? undefined, reviewed: reviewed ?? undefined },
      ]),
    ),
    findings: { error: 0, warning: 0, info: 0, ...submission.findings },
    problems: submission.problems,
  };
}

/** Instants are written alike, so that their texts are in their order; one that is absent comes first. */
function byInstant(a: string | null, b: string | null): number {
  return (a ?? '') < (b ?? '') ? -1 : 1;
}

function nothing() {
  return { amounts: {}, rates: {}, scores: {}, findings: { error: 0, warning: 0, info: 0 }, problems: 0 };
}

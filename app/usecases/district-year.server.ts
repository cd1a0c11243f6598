import type { Framework } from '#app/domain/framework.ts';
import { chinaDay, isCompared, isLate, type OfficeYear } from '#app/domain/office-year.ts';
import { type District, findAllDistricts } from '#db/queries/districts.server.ts';
import { findFramework } from '#db/queries/frameworks.server.ts';
import { findAllOffices, type Office } from '#db/queries/offices.server.ts';
import { findAllRounds, type Round } from '#db/queries/rounds.server.ts';
import { findAllSubmissions, type SubmissionSummary } from '#db/queries/submissions.server.ts';
import type { ScopedDb } from '#db/scope.server.ts';
import { type YearHeader, yearHeader } from './year-header.ts';

/** Everything that the pages of one year compare: each active office this year and last, filed or not. */
export interface DistrictYear {
  district: District;
  header: YearHeader;
  framework: Framework;
  rows: OfficeYear[];
  lastYear: OfficeYear[];
}

/** Undefined when the district held no round that year. Seven statements, however many offices there are. */
export async function loadDistrictYear(db: ScopedDb, year: number): Promise<DistrictYear | undefined> {
  const rounds = await findAllRounds(db);
  const round = rounds.find((each) => each.year === year);
  const [district] = await findAllDistricts(db); // a tenant reaches its own alone
  const framework = await findFramework(db, year);
  if (!round || !district || !framework) return undefined;
  const lastRound = rounds.find((each) => each.year === year - 1);
  const lastFramework = lastRound && (await findFramework(db, lastRound.year));
  const offices = (await findAllOffices(db)).filter((office) => office.active);
  const submissions = await findAllSubmissions(db, { years: lastRound ? [year, lastRound.year] : [year] });
  const rows = officeYears(offices, submissions, round);
  return {
    district,
    header: yearHeader({ round, rounds, framework, lastFramework, rows }),
    framework,
    rows,
    lastYear: lastRound ? officeYears(offices, submissions, lastRound) : [],
  };
}

/** One row for every office, whether it filed or not; figures of drafts and returned submissions are held back. */
export function officeYears(offices: Office[], submissions: SubmissionSummary[], round: Round): OfficeYear[] {
  const ofYear = new Map(
    submissions
      .filter(({ year }) => year === round.year)
      .map((submission) => [submission.officeId, submission]),
  );
  return offices.map((office) => officeYear(office, ofYear.get(office.id), round));
}

function officeYear(office: Office, submission: SubmissionSummary | undefined, round: Round): OfficeYear {
  const named = { office, year: round.year };
  if (!submission) return { ...named, status: 'not_filed', late: false, ...nothing() };
  const { status, origin, filedOn, submittedAt, approvedAt } = submission;
  const row = {
    ...named,
    status,
    origin,
    filedOn: filedOn ?? undefined,
    late: isLate(submission, round.deadline),
  };
  if (!isCompared({ status })) return { ...row, ...nothing() };
  return {
    ...row,
    changedOn: [submittedAt, approvedAt]
      .flatMap((at) => chinaDay(at) ?? [])
      .sort()
      .at(-1),
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

function nothing() {
  return { amounts: {}, rates: {}, scores: {}, findings: { error: 0, warning: 0, info: 0 }, problems: 0 };
}

import { chinaDay, isLate } from '#app/domain/office-year.ts';
import { type ShownOffice, shown } from '#app/domain/overview-standing.ts';
import { deadlineOf, isFilingOpen, takesPart } from '#app/domain/round.ts';
import type { SubmissionStatus } from '#app/domain/submission.ts';
import { type District, findAllDistricts } from '#db/queries/districts.server.ts';
import { type FrameworkVersion, findAllFrameworkVersions } from '#db/queries/framework-versions.server.ts';
import { findAllOffices } from '#db/queries/offices.server.ts';
import { findAllRoundOffices } from '#db/queries/round-offices.server.ts';
import { findAllRounds, type Round } from '#db/queries/rounds.server.ts';
import { readScope, type Scope } from '#db/scope.server.ts';
import { findFiled, seenOf } from './change-round.server.ts';

/** One office in a round. */
export interface RoundOfficeView {
  office: ShownOffice;
  takesPart: boolean;
  /** Its own last day, YYYY-MM-DD. */
  deadline: string;
  isExtended: boolean;
  /** Why it differs; absent where it does not. */
  reason?: string;
  status: SubmissionStatus | 'not_filed';
  late: boolean;
}

export interface RoundView {
  district: Pick<District, 'code' | 'name' | 'nameEn'>;
  year: number;
  /** Years with a round, newest first. */
  years: number[];
  /** Absent where the year has no round yet. */
  round?: Round & { seen: string; isFilingOpen: boolean };
  /** Of the newest earlier round, for opening one like it. */
  model?: Round;
  /** Newest first. */
  versions: FrameworkVersion[];
  offices: RoundOfficeView[];
  /** Something was submitted, so that the framework stays. */
  frameworkInUse: boolean;
}

/** The round of a year as its reviewer sets it up, or what is needed to open it. Undefined without a district. */
export function viewRound(scope: Scope, year: number, now: Date): Promise<RoundView | undefined> {
  return readScope(scope, async (db) => {
    const [district] = await findAllDistricts(db);
    if (!district) return undefined;
    const rounds = await findAllRounds(db);
    const round = rounds.find((each) => each.year === year);
    const exceptions = new Map((await findAllRoundOffices(db, [year])).map((each) => [each.officeId, each]));
    const filed = new Map((await findFiled(db, year)).map((each) => [each.officeId, each]));
    const offices = (await findAllOffices(db)).filter(({ active }) => active);
    const { code, name, nameEn } = district;
    return {
      district: { code, name, nameEn },
      year,
      years: rounds.map((each) => each.year),
      round: round && {
        ...round,
        seen: seenOf(round),
        isFilingOpen: isFilingOpen(round, chinaDay(now.toISOString()) ?? ''),
      },
      model: rounds.find((each) => each.year < year) ?? rounds.at(-1),
      versions: await findAllFrameworkVersions(db),
      offices: offices.map((office) => {
        const exception = exceptions.get(office.id);
        const submission = filed.get(office.id);
        const deadline = round ? deadlineOf(round, exception) : '';
        return {
          office: shown(office),
          takesPart: takesPart(exception),
          deadline,
          isExtended: typeof exception?.deadline === 'string',
          reason: exception?.reason,
          status: submission?.status ?? 'not_filed',
          late: submission !== undefined && isLate(submission, deadline),
        };
      }),
      frameworkInUse: [...filed.values()].some(({ status }) => status !== 'draft'),
    };
  });
}

import {
  type FilingCounts,
  filingCounts,
  findingsBySeverity,
  type OfficeFiling,
  officeFilings,
  type Reminder,
  remindersOf,
  type SeverityCount,
} from '#app/domain/filing-progress.ts';
import { chinaDay } from '#app/domain/office-year.ts';
import { type QueueEntry, type QueueOrder, reviewQueue } from '#app/domain/review-queue.ts';
import { type StepDuration, stepDurations } from '#app/domain/step-durations.ts';
import { type District, findAllDistricts } from '#db/queries/districts.server.ts';
import { findAllFilings } from '#db/queries/filings.server.ts';
import { findAllOffices } from '#db/queries/offices.server.ts';
import { findAllRoundOffices } from '#db/queries/round-offices.server.ts';
import { findAllRounds, type Round } from '#db/queries/rounds.server.ts';
import { readScope, type Scope, type ScopedDb } from '#db/scope.server.ts';

export interface ProgressView {
  district: District;
  year: number;
  /** Years with a round, newest first. */
  years: number[];
  round: Pick<Round, 'opensOn' | 'deadline' | 'status'>;
  /** YYYY-MM-DD in China; days are counted to it. */
  today: string;
  /** Every active office, in pinyin order. */
  offices: Pick<OfficeFiling, 'office' | 'state' | 'timing' | 'deadline' | 'extended'>[];
  counts: FilingCounts;
  findings: SeverityCount[];
  steps: StepDuration[];
  order: QueueOrder;
  queue: QueueEntry[];
  reminders: Reminder[];
}

/** How far a round has come, what waits for review and whom to remind. Undefined when there was no round that year. */
export function viewProgress(
  scope: Scope,
  { year, order }: { year: number; order: QueueOrder },
  now: Date,
): Promise<ProgressView | undefined> {
  return readScope(scope, async (db) => {
    const rounds = await findAllRounds(db);
    const round = rounds.find((each) => each.year === year);
    const [district] = await findAllDistricts(db); // a tenant reaches its own alone
    if (!round || !district) return undefined;
    const filings = await loadFilings(db, round);
    const today = chinaDay(now.toISOString()) ?? '';
    return {
      district,
      year,
      years: rounds.map((each) => each.year),
      round: { opensOn: round.opensOn, deadline: round.deadline, status: round.status },
      today,
      offices: filings.map(({ submission: _, ...filing }) => filing),
      counts: filingCounts(filings, today),
      findings: findingsBySeverity(filings),
      steps: stepDurations(filings, round.opensOn),
      order,
      queue: reviewQueue(filings, { today, order }),
      reminders: remindersOf(filings, today),
    };
  });
}

/** Every active office of a round with where it stands, in pinyin order. Three statements. */
export async function loadFilings(db: ScopedDb, round: Round): Promise<OfficeFiling[]> {
  const offices = (await findAllOffices(db)).filter((office) => office.active);
  const exceptions = await findAllRoundOffices(db, [round.year]);
  const submissions = await findAllFilings(db, round);
  return officeFilings(offices, submissions, { round, exceptions });
}

import type { FormValues } from '#app/domain/form/fields.ts';
import type { Framework } from '#app/domain/framework.ts';
import { type TableBarrier, tableBarrier } from '#app/domain/import-rule.ts';
import type { OfficeYear } from '#app/domain/office-year.ts';
import { deadlineOf, takesPart } from '#app/domain/round.ts';
import { type District, findAllDistricts } from '#db/queries/districts.server.ts';
import { findFramework } from '#db/queries/frameworks.server.ts';
import { findAllOffices, type Office } from '#db/queries/offices.server.ts';
import { lockSubmissions } from '#db/queries/revisions-together.server.ts';
import { findAllRoundOffices } from '#db/queries/round-offices.server.ts';
import { findAllRounds } from '#db/queries/rounds.server.ts';
import { findAllSentSubmissions, type StoredSubmission } from '#db/queries/submission-content.server.ts';
import { findAllSubmissionHeads } from '#db/queries/submissions.server.ts';
import { findAllLeftEmpty } from '#db/queries/table-trail.server.ts';
import { readScope, type Scope, type ScopedDb } from '#db/scope.server.ts';
import { valuesOf } from './working-copy.server.ts';

/** One office as a table of many finds it. */
export interface PlacedOffice extends Office {
  /** What an import left empty when it was taken back counts as not filed. */
  status: OfficeYear['status'];
  /** Of its submission; 0: there is none. */
  version: number;
  /** What has been before the district; absent for a draft, which is the office's own. */
  stored?: StoredSubmission;
  /** The same as the form shows it. */
  values: FormValues;
  /** The office's own where it has one, YYYY-MM-DD. */
  deadline: string;
  barrier?: TableBarrier | undefined;
}

/** A round with every active office, in pinyin order. */
export interface TablePlace {
  district: District;
  year: number;
  /** Years with a round, newest first. */
  years: number[];
  deadline: string;
  framework: Framework;
  offices: PlacedOffice[];
}

/** What a table of many offices is filled with and compared with. Undefined when there was no round that year. */
export function viewTablePlace(scope: Scope, year: number): Promise<TablePlace | undefined> {
  return readScope(scope, (db) => loadTablePlace(db, year));
}

/** The same inside a transaction; with `lock` the offices' submissions are held until it ends. */
export async function loadTablePlace(
  db: ScopedDb,
  year: number,
  { lock = false }: { lock?: boolean } = {},
): Promise<TablePlace | undefined> {
  const rounds = await findAllRounds(db);
  const round = rounds.find((each) => each.year === year);
  const framework = await findFramework(db, year);
  const [district] = await findAllDistricts(db); // a tenant reaches its own alone
  if (!round || !framework || !district) return undefined;
  const offices = (await findAllOffices(db)).filter(({ active }) => active);
  const officeIds = offices.map(({ id }) => id);
  if (lock) await lockSubmissions(db, { year, officeIds });
  // after the lock, so that what another transaction has just done is seen
  const heads = new Map(
    (await findAllSubmissionHeads(db, { officeIds, year })).map((head) => [head.officeId, head]),
  );
  const sent = new Map((await findAllSentSubmissions(db, year)).map((stored) => [stored.officeId, stored]));
  const left = await findAllLeftEmpty(db, year);
  const exceptions = new Map((await findAllRoundOffices(db, [year])).map((each) => [each.officeId, each]));
  return {
    district,
    year,
    years: rounds.map((each) => each.year),
    deadline: round.deadline,
    framework,
    offices: offices.map((office) => {
      const exception = exceptions.get(office.id);
      const stored = sent.get(office.id);
      const status = left.has(office.id) ? 'not_filed' : (heads.get(office.id)?.status ?? 'not_filed');
      return {
        ...office,
        status,
        version: heads.get(office.id)?.version ?? 0,
        ...(stored && { stored }),
        values: stored ? valuesOf({ ...stored, preparer: { name: null, phone: null } }) : {},
        deadline: deadlineOf(round, exception),
        barrier: tableBarrier(status, { takesPart: takesPart(exception) }),
      };
    }),
  };
}

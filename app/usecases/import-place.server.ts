import type { RoundBarrier } from '#app/domain/filing-steps.ts';
import type { FormValues } from '#app/domain/form/fields.ts';
import type { Framework } from '#app/domain/framework.ts';
import { type Filing, type ImportBarrier, importBarrier, importedAs } from '#app/domain/import-rule.ts';
import { takesPart } from '#app/domain/round.ts';
import { lockSubmission } from '#db/queries/drafts.server.ts';
import { findFramework } from '#db/queries/frameworks.server.ts';
import { findOfficeByCode, type Office } from '#db/queries/offices.server.ts';
import { findAllRoundOffices } from '#db/queries/round-offices.server.ts';
import { findSubmission, type StoredSubmission } from '#db/queries/submission-content.server.ts';
import { findAllLeftEmpty } from '#db/queries/table-trail.server.ts';
import { type ScopedDb, scopeBehind } from '#db/scope.server.ts';
import { barrierOf, findWorkingCopy, loadValues, valuesOf, type WorkingCopy } from './working-copy.server.ts';

export interface ImportKey {
  /** Administrative code of the office that a report is filed for, 9 digits. */
  officeCode: string;
  year: number;
}

/** Where an imported report goes: into the office's form, or, by the district, into a submission. */
export interface ImportPlace {
  office: Office;
  year: number;
  framework: Framework;
  filing: Filing;
  /** Why nothing can be imported there now. */
  barrier?: ImportBarrier | RoundBarrier;
  /** What the office works on; absent for the district, which neither sees nor replaces it. */
  copy?: WorkingCopy;
  stored?: StoredSubmission;
  /** What is held there, field by field. */
  values: FormValues;
}

/** Why there is no such place. */
export type NoPlace = 'unknown_office' | 'no_round';

/**
 * Finds where a report of this office and year goes. With `lock` the submission is held until the transaction ends, and with it
 * the office's working copy. Throws for a role that does not import.
 */
export async function findImportPlace(
  db: ScopedDb,
  { officeCode, year }: ImportKey,
  now: Date,
  { lock = false }: { lock?: boolean } = {},
): Promise<ImportPlace | NoPlace> {
  const filing = filingOf(db);
  const copy = await findWorkingCopy(db, { officeCode, year }, { lock });
  const office = await findOfficeByCode(db, officeCode);
  if (!office) return 'unknown_office';
  const framework = await findFramework(db, year);
  if (!framework) return 'no_round';
  if (lock && !copy) await lockSubmission(db, { officeId: office.id, year });
  const stored = await findSubmission(db, { officeId: office.id, year });
  const barrier = copy
    ? ownBarrier(copy, filing, now)
    : await districtBarrier(db, office, { year, filing, stored });
  return {
    ...{ office, year, framework, filing, barrier, copy, stored },
    values: copy
      ? await loadValues(db, copy, year)
      : stored && barrier !== 'office_draft'
        ? valuesOf(stored)
        : {},
  };
}

function ownBarrier(copy: WorkingCopy, filing: Filing, now: Date): ImportPlace['barrier'] {
  const filed = copy.state === 'none' ? 'not_filed' : copy.state;
  return importBarrier(filing, filed) ?? barrierOf(copy, now);
}

async function districtBarrier(
  db: ScopedDb,
  office: Office,
  { year, filing, stored }: { year: number; filing: Filing; stored: StoredSubmission | undefined },
): Promise<ImportPlace['barrier']> {
  const exceptions = await findAllRoundOffices(db, [year]);
  if (!takesPart(exceptions.find((one) => one.officeId === office.id))) return 'not_taking_part';
  const barrier = importBarrier(filing, stored?.status ?? 'not_filed');
  return barrier === 'office_draft' && (await findAllLeftEmpty(db, year)).has(office.id)
    ? undefined
    : barrier;
}

/** Pages ask for the role first; this holds where one did not. */
function filingOf(db: ScopedDb): Filing {
  const { role } = scopeBehind(db);
  const filing = importedAs(role);
  if (!filing) throw new Error(`The role ${role} does not import reports.`);
  return filing;
}

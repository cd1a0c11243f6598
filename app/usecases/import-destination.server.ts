import { figureOutOfRange } from '#app/domain/figure-range.ts';
import { findFindings } from '#app/domain/findings.ts';
import type { Framework } from '#app/domain/framework.ts';
import { type Filing, importBarrier, importedAs } from '#app/domain/import-rule.ts';
import { isSameOffice } from '#app/domain/office-name.ts';
import { type ReportReading, toSubmissionContent } from '#app/domain/report-text/index.ts';
import { takesPart } from '#app/domain/round.ts';
import type { Finding } from '#app/domain/submission.ts';
import { findFramework } from '#db/queries/frameworks.server.ts';
import { findOfficeByCode, type Office } from '#db/queries/offices.server.ts';
import { findAllRoundOffices } from '#db/queries/round-offices.server.ts';
import { findSubmission, type StoredSubmission } from '#db/queries/submission-content.server.ts';
import { type ScopedDb, scopeBehind } from '#db/scope.server.ts';
import { ImportRefusal } from './import-refusal.ts';
import {
  asWorkedOn,
  type FilledCopy,
  findWorkingCopy,
  valuesOf,
  type WorkingCopy,
} from './working-copy.server.ts';

/** What is known of a report before the database is asked. */
export interface ReportToImport {
  fileName: string;
  /** Administrative code of the office that the report is filed for, 9 digits. */
  office: string;
  year: number;
  text: string;
  reading: ReportReading;
}

/** Where a report goes and what it would become there. */
export interface Destination {
  office: Office;
  framework: Framework;
  filing: Filing;
  /** As the office works on it, where it is the office that imports. */
  current: StoredSubmission | undefined;
  /** The office's working copy of it; absent for the district, which neither sees nor replaces it. */
  copy: FilledCopy | undefined;
  accepted: ReturnType<typeof toSubmissionContent>;
  findings: Finding[];
}

/**
 * Everything that preview and import decide alike; the import holds the submission until its transaction ends. Throws
 * ImportRefusal for a report that does not belong there.
 */
export async function destinationOf(
  db: ScopedDb,
  report: ReportToImport,
  { lock = false }: { lock?: boolean } = {},
): Promise<Destination> {
  const { year, reading } = report;
  const filing = filingOf(db);
  const office = await findOfficeByCode(db, report.office);
  if (!office) throw new ImportRefusal('unknown_office', { office: report.office });
  const framework = await findFramework(db, year);
  if (!framework) throw new ImportRefusal('no_round', { year });
  const stated = reading.office?.value ?? '';
  if (!isSameOffice(stated, office.name))
    throw new ImportRefusal('other_office', { office: office.name, stated });
  if (reading.year?.value !== year)
    throw new ImportRefusal('other_year', { year, stated: reading.year?.value ?? '' });
  const copy = await findWorkingCopy(db, { officeCode: office.code, year }, { lock });
  const stored = await findSubmission(db, { officeId: office.id, year });
  const exceptions = await findAllRoundOffices(db, [year]);
  if (!takesPart(exceptions.find(({ officeId }) => officeId === office.id)))
    throw new ImportRefusal('not_taking_part', { office: office.name, year });
  const barrier = importBarrier(filing, filedState(stored, copy));
  if (barrier) throw new ImportRefusal(barrier, { office: office.name, year });
  const accepted = toSubmissionContent(reading, framework);
  const tooLarge = figureOutOfRange(accepted.content);
  if (tooLarge) throw new ImportRefusal('beyond_range', { file: report.fileName, value: tooLarge.value });
  const context = { framework, year, officeName: office.name, reportText: report.text };
  return {
    ...{ office, framework, filing, accepted },
    copy: copy && { ...copy, values: copy.draft?.fields ?? (stored ? valuesOf(stored) : {}) },
    current: stored && asWorkedOn(stored, copy?.draft, { framework, year, officeName: office.name }),
    findings: findFindings(accepted.content, context),
  };
}

/** Where a filing stands for whoever imports: what an approver has in hand is known to the office alone. */
export function filedState(
  stored: Pick<StoredSubmission, 'status'> | undefined,
  copy: WorkingCopy | undefined,
) {
  return copy?.state === 'finished' ? 'finished' : (stored?.status ?? 'not_filed');
}

/** Pages ask for the role first; this holds where one did not. */
function filingOf(db: ScopedDb): Filing {
  const { role } = scopeBehind(db);
  const filing = importedAs(role);
  if (!filing) throw new Error(`The role ${role} does not import reports.`);
  return filing;
}

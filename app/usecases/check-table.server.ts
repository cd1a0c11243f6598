import type { FormValues } from '#app/domain/form/fields.ts';
import type { Framework } from '#app/domain/framework.ts';
import type { OfficeYear } from '#app/domain/office-year.ts';
import { emptyContent, type Severity, type SubmissionOrigin } from '#app/domain/submission.ts';
import type { ColumnChoice } from '#app/domain/workbook/choose-columns.ts';
import {
  contentAfter,
  type OfficeChanges,
  officeChanges,
  type RowProblem,
} from '#app/domain/workbook/district-changes.ts';
import { districtFields } from '#app/domain/workbook/district-layout.ts';
import { type DistrictSheet, findDistrictSheet } from '#app/domain/workbook/district-sheet.ts';
import type { TableMoneyUnit } from '#app/domain/workbook/head-text.ts';
import { headingContext } from '#app/domain/workbook/match-heading.ts';
import { type ReadRow, readDistrict } from '#app/domain/workbook/read-district.ts';
import { frameworkMark, mismatchOf, readMeta } from '#app/domain/workbook/template-meta.ts';
import { readTable } from '#app/files/read-table.server.ts';
import { readScope, type Scope, type ScopedDb } from '#db/scope.server.ts';
import { inOrder, type ReadUpload, readUpload } from './check-workbook.server.ts';
import { type FindingsOf, loadFindings } from './table-findings.server.ts';
import { loadTablePlace, type PlacedOffice, type TablePlace } from './table-place.server.ts';
import { TableRefusal } from './table-refusal.ts';

export interface TableInput {
  year: number;
  fileName: string;
  bytes: Uint8Array;
  /** Fields by the bare headings of our templates, in any language. */
  headings(framework: Framework): ReadonlyMap<string, string>;
  /** Whose row it is as the reviewer says, by row: an office's code, or `leave`. */
  choices: ReadonlyMap<number, string>;
  /** What each column is as the reviewer says, by its number. */
  columns: ReadonlyMap<number, ColumnChoice>;
  /** The unit of amounts as the reviewer says, where the table does not. */
  unit?: TableMoneyUnit | undefined;
}

/** What a table would change at one office. */
export interface OfficeCheck extends OfficeChanges {
  status: OfficeYear['status'];
  origin?: SubmissionOrigin | undefined;
  /** What the checks would say afterwards, counted. */
  findings: Record<Severity, number>;
}

/** What a table says, against what is held. Where there are problems, nothing of it can be taken. */
export interface TableCheck {
  fileName: string;
  sha256: string;
  sheet: Omit<DistrictSheet, 'rows'>;
  rows: Omit<ReadRow, 'entries'>[];
  /** Offices at which something would change. */
  offices: OfficeCheck[];
  /** Cells that say what is held already. */
  same: number;
  problems: RowProblem[];
  needsUnit: boolean;
  /** Version of every office's submission that the table was compared with, by code; 0: there was none. */
  seen: Record<string, number>;
  framework: Framework;
  /** Offices to choose from. */
  choices: Pick<PlacedOffice, 'code' | 'name' | 'nameEn'>[];
  /** Frameworks, where the template was made by another one than the round has now. */
  older?: { stated: string; current: string } | undefined;
}

/** Reads a table of many offices and tells what accepting it would change; nothing is written. Throws WorkbookRefusal, TableRefusal. */
export async function checkTable(scope: Scope, input: TableInput): Promise<TableCheck> {
  const upload = await readUpload(input, readTable);
  return readScope(scope, async (db) => (await compareTable(db, input, upload)).check);
}

export interface ComparedTable {
  check: TableCheck;
  place: TablePlace;
  findingsOf: FindingsOf;
}

/** What check and acceptance decide alike; with `lock` the submissions are held until the transaction ends. */
export async function compareTable(
  db: ScopedDb,
  input: TableInput,
  { book, sha256 }: ReadUpload,
  { lock = false }: { lock?: boolean } = {},
): Promise<ComparedTable> {
  const { year, fileName, choices, columns, unit } = input;
  const place = await loadTablePlace(db, year, { lock });
  if (!place) throw new TableRefusal('no_round', { year });
  const { framework, offices } = place;
  const template = belonging(readMeta(book), place, fileName);
  const sheet = findDistrictSheet(
    book,
    headingContext({ framework, year, names: input.headings(framework) }),
    columns,
  );
  if (!sheet) throw new TableRefusal('no_table', { file: fileName });
  refuseOtherYear(sheet, year, fileName);
  const fields = new Set(districtFields(framework));
  const reading = readDistrict(sheet, { offices, choices, unit, known: (field) => fields.has(field) });
  const findingsOf = await loadFindings(db, place, offices);
  const base = template?.meta.filled ? template.base : undefined;
  const compared = compareRows(reading.rows, place, base);
  const { rows: _, ...shown } = sheet;
  const current = frameworkMark(framework);
  const check: TableCheck = {
    fileName,
    sha256,
    sheet: shown,
    rows: reading.rows.map(({ entries: __, ...row }) => row),
    offices: compared.found.flatMap((found) => checkedOffice(found, place, findingsOf)),
    same: compared.found.reduce((sum, { same }) => sum + same, 0),
    problems: inOrder([...reading.problems, ...compared.problems], book),
    needsUnit: reading.needsUnit,
    seen: Object.fromEntries(offices.map(({ code, version }) => [code, version])),
    framework,
    choices: offices.map(({ code, name, nameEn }) => ({ code, name, nameEn })),
    older:
      template && template.meta.framework !== current
        ? { stated: template.meta.framework, current }
        : undefined,
  };
  return { check, place, findingsOf };
}

function belonging(template: ReturnType<typeof readMeta>, { district, year }: TablePlace, file: string) {
  if (!template) return undefined;
  const mismatch = mismatchOf(template, { district: district.code, office: district.code, year });
  if (!mismatch || mismatch === 'not_a_template') return template;
  const stated = mismatch === 'other_year' ? template.meta.year : template.meta.officeName;
  throw new TableRefusal(mismatch, { file, year, district: district.name, stated });
}

/** A table of another year says so in its name or above its head: “2022年度…汇总表”. */
function refuseOtherYear({ years }: DistrictSheet, year: number, file: string): void {
  const [stated] = years;
  if (stated !== undefined && !years.includes(year))
    throw new TableRefusal('other_year', { file, year, stated });
}

function compareRows(
  rows: readonly ReadRow[],
  { framework, offices }: TablePlace,
  base: FormValues | undefined,
) {
  const results = rows.flatMap((row) => {
    const office = offices.find(({ code }) => code === row.office);
    if (!office || row.leave) return [];
    return [officeChanges(row, office, { framework, base: base && baseOf(base, office.code) })];
  });
  return {
    found: results.map(({ found }) => found),
    problems: results.flatMap(({ problems }) => problems),
  };
}

/** What a template was filled with at one office. */
function baseOf(base: FormValues, code: string): FormValues {
  const own = Object.entries(base).filter(([key]) => key.startsWith(`${code}/`));
  return Object.fromEntries(own.map(([key, text]) => [key.slice(code.length + 1), text]));
}

function checkedOffice(
  found: OfficeChanges,
  { framework, offices }: TablePlace,
  findingsOf: FindingsOf,
): OfficeCheck[] {
  const office = offices.find(({ code }) => code === found.office);
  if (!office || found.changes.length + found.conflicts.length === 0) return [];
  const { status, stored, values, barrier } = office;
  const findings = { error: 0, warning: 0, info: 0 };
  if (!barrier) {
    const content = contentAfter(
      stored?.content ?? emptyContent,
      { values, changes: found.changes },
      framework,
    );
    for (const { severity } of findingsOf(office, content)) findings[severity] += 1;
  }
  return [{ ...found, status, origin: stored?.origin, findings }];
}

import { createHash } from 'node:crypto';
import type { FormValues } from '#app/domain/form/fields.ts';
import type { Framework } from '#app/domain/framework.ts';
import type { RawBook } from '#app/domain/workbook/raw-book.ts';
import {
  type CellProblem,
  type ChoiceWords,
  readTemplate,
  type TemplateReading,
} from '#app/domain/workbook/read-template.ts';
import {
  checkChanges,
  type TemplateChange,
  type TemplateChanges,
  templateChanges,
} from '#app/domain/workbook/template-changes.ts';
import { frameworkMark, mismatchOf, readMeta } from '#app/domain/workbook/template-meta.ts';
import { readWorkbook } from '#app/files/read-workbook.server.ts';
import { ReportFileError } from '#app/files/report-file-error.server.ts';
import { findFramework } from '#db/queries/frameworks.server.ts';
import { readScope, type Scope, type ScopedDb } from '#db/scope.server.ts';
import { WorkbookRefusal } from './workbook-refusal.ts';
import { findWorkingCopy, loadValues } from './working-copy.server.ts';

export interface WorkbookInput {
  /** Administrative codes of district and office. */
  district: string;
  officeCode: string;
  year: number;
  fileName: string;
  bytes: Uint8Array;
  choices: ChoiceWords;
}

/** A workbook as it was uploaded, before the database is asked. */
export interface ReadUpload {
  book: RawBook;
  sha256: string;
}

/** What a workbook says, against the form as it is. Where there are problems, nothing of it can be taken. */
export interface WorkbookCheck extends TemplateChanges, Pick<TemplateReading, 'gone' | 'absent'> {
  fileName: string;
  sha256: string;
  /** Of the working copy that it was compared with. */
  version: number;
  problems: CellProblem[];
  /** Changes in rows that are not whole yet. */
  incomplete: TemplateChange[];
  framework: Framework;
  /** Frameworks, where the template was made by another one than the form has now. */
  older?: { stated: string; current: string } | undefined;
}

/** Reads a filled template and tells what accepting it would change; nothing is written. Throws WorkbookRefusal. */
export async function checkWorkbook(scope: Scope, input: WorkbookInput): Promise<WorkbookCheck> {
  const upload = await readUpload(input);
  return readScope(scope, async (db) => (await compareUpload(db, input, upload)).check);
}

/** The part before the database. Throws WorkbookRefusal for a file that is no workbook. */
export async function readUpload(
  { fileName, bytes }: Pick<WorkbookInput, 'fileName' | 'bytes'>,
  read: typeof readWorkbook = readWorkbook,
): Promise<ReadUpload> {
  try {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { book: await read(fileName, bytes), sha256 };
  } catch (error) {
    throw error instanceof ReportFileError ? new WorkbookRefusal(error.code, error.params) : error;
  }
}

/** What check and acceptance decide alike; with `lock` the working copy is held until the transaction ends. */
export async function compareUpload(
  db: ScopedDb,
  { district, officeCode, year, fileName, choices }: WorkbookInput,
  { book, sha256 }: ReadUpload,
  { lock = false }: { lock?: boolean } = {},
): Promise<{ check: WorkbookCheck; stored: FormValues }> {
  const copy = await findWorkingCopy(db, { officeCode, year }, { lock });
  const framework = await findFramework(db, year);
  if (!copy || !framework) throw new WorkbookRefusal('not_a_template', { file: fileName });
  const template = readMeta(book);
  const mismatch = mismatchOf(template, { district, office: officeCode, year });
  if (mismatch || !template) {
    const stated = mismatch === 'other_year' ? template?.meta.year : template?.meta.officeName;
    const params = { file: fileName, office: copy.office.name, year, stated: stated ?? '' };
    throw new WorkbookRefusal(mismatch ?? 'not_a_template', params);
  }
  const { meta, base } = template;
  const current = frameworkMark(framework);
  const stored = await loadValues(db, copy, year);
  const older = meta.framework === current ? undefined : { stated: meta.framework, current };
  const reading = readTemplate(book, { stored, framework, choices, isOlder: older !== undefined });
  const found = templateChanges(reading.entries, stored, meta.filled ? base : undefined);
  const checked = checkChanges([...found.changes, ...found.conflicts], stored, framework);
  const check = {
    ...found,
    fileName,
    sha256,
    version: copy.version,
    problems: inOrder([...reading.problems, ...checked.problems], book),
    incomplete: checked.incomplete,
    gone: reading.gone,
    absent: reading.absent,
    framework,
    older,
  };
  return { check, stored };
}

/** As they stand in the workbook. */
export function inOrder<P extends { at: CellProblem['at'] }>(problems: P[], { sheets }: RawBook): P[] {
  const sheetOf = ({ at }: P) => sheets.findIndex(({ name }) => name === at.sheet);
  return problems.sort((a, b) => sheetOf(a) - sheetOf(b) || a.at.row - b.at.row || a.at.column - b.at.column);
}

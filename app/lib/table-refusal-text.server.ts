import { type MovedOffice, TableRefusal, type TableRefusalCode } from '#app/usecases/table-refusal.ts';
import type { WorkbookRefusal, WorkbookRefusalCode } from '#app/usecases/workbook-refusal.ts';
import { languageOf, localName } from './i18n/languages.ts';
import { getT } from './i18n/request.server.ts';
import { lastStepText } from './last-step-text.server.ts';
import { UploadRefusal } from './upload.server.ts';
import type { UploadProblem } from './upload-problem.ts';

/** What a table may be refused for that says something else of an office's workbook. */
const ownWords = [
  'unknown_type',
  'unreadable',
  'too_large',
  'no_file',
  'many_files',
  'unreadable_file',
] as const;

/** Why a table was not taken, in the reader's language. */
export function tableRefusalText(
  refusal: UploadRefusal | WorkbookRefusal | TableRefusal,
  request: Request,
): string {
  const t = getT(request);
  if (refusal instanceof TableRefusal) return t(`bureau.refusal.${refusal.code}`, refusal.params);
  const params = refusal instanceof UploadRefusal ? {} : refusal.params;
  const own = ownWords.find((code) => code === refusal.code);
  return own ? t(`bureau.fileRefusal.${own}`, params) : t(`workbook.refusal.${refusal.code}`, params);
}

/** Where an office's submission stands now, and who brought it there. */
export function movedText({ status, last, ...office }: MovedOffice, request: Request): string {
  const t = getT(request);
  return t('bureau.moved.line', {
    office: localName(languageOf(request), office),
    status: status === 'not_filed' ? t('domain.notFiled') : t(`domain.status.${status}`),
    last: last ? lastStepText(last, request) : '',
  });
}

/** The request was right, but what is held, or the size, keeps it out; else 400. */
export const tableStatuses: Partial<Record<UploadProblem | WorkbookRefusalCode | TableRefusalCode, number>> =
  {
    changed_meanwhile: 409,
    has_problems: 409,
    no_round: 404,
    too_large: 413,
  };

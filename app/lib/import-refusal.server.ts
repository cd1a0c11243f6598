import { ImportRefusal, type ImportRefusalCode } from '#app/usecases/import-refusal.ts';
import { type Language, languageOf } from './i18n/languages.ts';
import { getT } from './i18n/request.server.ts';
import type { UploadRefusal } from './upload.server.ts';
import type { UploadProblem } from './upload-problem.ts';

/** What happened and what to do, in the reader's language; of the office both names, as the report has the Chinese one. */
export function importRefusalText(
  refusal: ImportRefusal | UploadRefusal,
  office: { name: string; nameEn: string },
  request: Request,
): string {
  const language = languageOf(request);
  const params = refusal instanceof ImportRefusal ? refusal.params : {};
  const named = language === 'en' && office.nameEn ? `${office.nameEn} (${office.name})` : office.name;
  const shown = Object.entries(params).map(([key, value]) => [key, figure(value, key, language)]);
  const texts = { ...Object.fromEntries(shown), ...(params.office === office.name && { office: named }) };
  return getT(request)(`import.refusal.${refusal.code}`, texts);
}

/** The request was right, but what is filed, or the size, keeps it out. */
export function importStatus(code: ImportRefusalCode | UploadProblem): number {
  return statuses[code] ?? 400;
}

const statuses: Partial<Record<ImportRefusalCode | UploadProblem, number>> = {
  approved: 409,
  submitted: 409,
  finished: 409,
  office_draft: 409,
  round_closed: 409,
  round_not_open: 409,
  not_taking_part: 409,
  changed_meanwhile: 409,
  nothing_to_undo: 409,
  kept_by_other: 409,
  document_used: 409,
  document_sent: 409,
  too_large: 413,
  too_long: 413,
};

function figure(value: string | number, key: string, language: Language): string {
  const isCount = typeof value === 'number' && (key === 'characters' || key === 'limit');
  const text = isCount ? value.toLocaleString(language) : String(value);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}

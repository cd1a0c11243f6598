import type { UploadProblem } from '#app/lib/i18n/catalogue/zh-CN/import.ts';
import type { Translate } from '#app/lib/i18n/instance.ts';
import type { Language } from '#app/lib/i18n/languages.ts';
import type { ImportRefusalCode } from '#app/usecases/import-refusal.ts';

export interface Refused {
  code: ImportRefusalCode | UploadProblem;
  params: Record<string, string | number>;
}

/** What happened and what to do, in the reader's language; of the office both names, as the report has the Chinese one. */
export function refusalText(
  { code, params }: Refused,
  office: { name: string; nameEn: string },
  { t, language }: { t: Translate; language: Language },
): string {
  const named = language === 'en' && office.nameEn ? `${office.nameEn} (${office.name})` : office.name;
  const shown = Object.entries(params).map(([key, value]) => [key, figure(value, key, language)]);
  const texts = { ...Object.fromEntries(shown), ...(params.office === office.name && { office: named }) };
  return t(`import.refusal.${code}`, texts);
}

function figure(value: string | number, key: string, language: Language): string {
  const isCount = typeof value === 'number' && (key === 'characters' || key === 'limit');
  const text = isCount ? value.toLocaleString(language) : String(value);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}

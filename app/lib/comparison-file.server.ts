import type { LoaderFunctionArgs } from '@remix-run/node';
import { compareOffices } from '#app/usecases/compare-offices.server.ts';
import { comparisonSheet } from './comparison-sheet.ts';
import { comparisonText } from './comparison-text.ts';
import { requireDistrict } from './guards.server.ts';
import { notFound } from './http.server.ts';
import { languageOf, localName } from './i18n/languages.ts';
import { getT } from './i18n/request.server.ts';
import { unitOf } from './search-params.ts';
import { type SheetFormat, sheetAnswer } from './sheet-answer.server.ts';

/** The comparison page's address with the format's ending: the same table as a file. */
export async function comparisonFile(args: LoaderFunctionArgs, format: SheetFormat): Promise<Response> {
  const { scope, year } = await requireDistrict(args);
  const params = new URL(args.request.url).searchParams;
  const view = await compareOffices(scope, { year, params, unit: unitOf(params) });
  if (!view) throw notFound();
  const t = getT(args.request);
  const language = languageOf(args.request);
  return sheetAnswer(args.request, scope, {
    sheet: comparisonSheet(comparisonText(view, t, language)),
    format,
    fileName: t('compare.file.name', { district: localName(language, view.district), year }),
    what: 'compare',
    offices: view.comparison?.chosen.length ?? 0,
  });
}

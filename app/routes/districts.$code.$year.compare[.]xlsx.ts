import type { LoaderFunctionArgs } from '@remix-run/node';
import { comparisonSheet } from '#app/lib/comparison-sheet.ts';
import { comparisonText } from '#app/lib/comparison-text.ts';
import { requireDistrict } from '#app/lib/guards.server.ts';
import { notFound } from '#app/lib/http.server.ts';
import { languageOf, localName } from '#app/lib/i18n/languages.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { unitOf } from '#app/lib/search-params.ts';
import { sheetAnswer } from '#app/lib/sheet-answer.server.ts';
import { compareOffices } from '#app/usecases/compare-offices.server.ts';

/** The comparison page's address with `.xlsx`: the same table as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope, year } = await requireDistrict(args);
  const params = new URL(args.request.url).searchParams;
  const view = await compareOffices(scope, { year, params, unit: unitOf(params) });
  if (!view) throw notFound();
  const t = getT(args.request);
  const language = languageOf(args.request);
  return sheetAnswer(args.request, scope, {
    sheet: comparisonSheet(comparisonText(view, t, language)),
    format: 'xlsx',
    fileName: t('compare.file.name', { district: localName(language, view.district), year }),
    what: 'compare',
    offices: view.comparison?.chosen.length ?? 0,
  });
}

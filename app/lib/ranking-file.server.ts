import type { LoaderFunctionArgs } from '@remix-run/node';
import { viewDistrictRanking } from '#app/usecases/district-ranking.server.ts';
import { requireDistrict } from './guards.server.ts';
import { notFound } from './http.server.ts';
import { languageOf } from './i18n/languages.ts';
import { getT } from './i18n/request.server.ts';
import { rankingSheet } from './ranking-sheet.ts';
import { districtName, rankingText } from './ranking-text.ts';
import { unitOf } from './search-params.ts';
import { type SheetFormat, sheetAnswer } from './sheet-answer.server.ts';

/** The ranking page's address with the format's ending: the same table as a file, cell for cell. */
export async function rankingFile(args: LoaderFunctionArgs, format: SheetFormat): Promise<Response> {
  const { scope, year } = await requireDistrict(args);
  const params = new URL(args.request.url).searchParams;
  const view = await viewDistrictRanking(scope, { year, params, unit: unitOf(params) });
  if (!view) throw notFound();
  const t = getT(args.request);
  const text = rankingText(view, t, languageOf(args.request));
  return sheetAnswer(args.request, scope, {
    sheet: rankingSheet(text),
    format,
    fileName: t('ranking.fileName', { district: districtName(text), year }),
    what: 'ranking',
    offices: view.table.offices.shown,
  });
}

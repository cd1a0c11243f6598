import type { LoaderFunctionArgs } from '@remix-run/node';
import { attachment, csvFile } from '#app/files/csv.server.ts';
import { requireDistrict } from '#app/lib/guards.server.ts';
import { notFound } from '#app/lib/http.server.ts';
import { languageOf } from '#app/lib/i18n/languages.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { rankingSheet } from '#app/lib/ranking-sheet.ts';
import { districtName, rankingText } from '#app/lib/ranking-text.ts';
import { unitOf } from '#app/lib/search-params.ts';
import { viewDistrictRanking } from '#app/usecases/district-ranking.server.ts';
import { recordExport } from '#app/usecases/record-export.server.ts';

/** The ranking page's address with `.csv`: the same table as a file, cell for cell. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope, year } = await requireDistrict(args);
  const url = new URL(args.request.url);
  const view = await viewDistrictRanking(scope, {
    year,
    params: url.searchParams,
    unit: unitOf(url.searchParams),
  });
  if (!view) throw notFound();
  const t = getT(args.request);
  const text = rankingText(view, t, languageOf(args.request));
  const file = csvFile(rankingSheet(text));
  await recordExport(scope, {
    what: 'ranking.csv',
    address: url.pathname + url.search,
    offices: view.table.offices.shown,
  });
  return new Response(file, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': attachment(
        `${t('ranking.csv.name', { district: districtName(text), year })}.csv`,
      ),
      'Cache-Control': 'no-store',
    },
  });
}

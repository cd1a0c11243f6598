import type { LoaderFunctionArgs } from '@remix-run/node';
import { problemsSheet } from '#app/components/problems/sheet.ts';
import { requireDistrict } from '#app/lib/guards.server.ts';
import { notFound } from '#app/lib/http.server.ts';
import { languageOf, localName } from '#app/lib/i18n/languages.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { type SheetFormat, sheetAnswer } from '#app/lib/sheet-answer.server.ts';
import { viewDistrictProblems } from '#app/usecases/district-problems.server.ts';

/** What the problems page shows at this address, as a file. */
export async function problemsFile(args: LoaderFunctionArgs, format: SheetFormat): Promise<Response> {
  const { scope, year } = await requireDistrict(args);
  const params = new URL(args.request.url).searchParams;
  const view = await viewDistrictProblems(scope, { year, params });
  if (!view) throw notFound();
  const [t, language] = [getT(args.request), languageOf(args.request)];
  const names = {
    district: localName(language, view.district),
    view: t(`problems.view.${view.search.view}`),
  };
  return sheetAnswer(args.request, scope, {
    sheet: problemsSheet(view, { t, language }),
    format,
    fileName: t('problems.file.name', { ...names, year }),
    what: 'problems',
    offices: view.offices.length,
  });
}

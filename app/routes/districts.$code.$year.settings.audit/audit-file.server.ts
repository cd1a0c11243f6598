import type { LoaderFunctionArgs } from '@remix-run/node';
import { auditSheet } from '#app/components/audit/sheet.ts';
import { requireDistrict } from '#app/lib/guards.server.ts';
import { notFound } from '#app/lib/http.server.ts';
import { languageOf, localName } from '#app/lib/i18n/languages.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { type SheetFormat, sheetAnswer } from '#app/lib/sheet-answer.server.ts';
import { viewAudit } from '#app/usecases/view-audit.server.ts';

/** Every entry that the page's search has, as a file. */
export async function auditFile(args: LoaderFunctionArgs, format: SheetFormat): Promise<Response> {
  const { scope, year } = await requireDistrict(args);
  const params = new URL(args.request.url).searchParams;
  const view = await viewAudit(scope, { year, params, whole: true }, new Date());
  if (!view) throw notFound();
  const [t, language] = [getT(args.request), languageOf(args.request)];
  return sheetAnswer(args.request, scope, {
    sheet: auditSheet(view, { t, language }),
    format,
    fileName: t('audit.fileName', { district: localName(language, view.district) }),
    what: 'audit',
    offices: new Set(view.lines.flatMap(({ office }) => office?.code ?? [])).size,
  });
}

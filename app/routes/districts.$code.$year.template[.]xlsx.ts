import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { attachment } from '#app/files/csv.server.ts';
import { isCsv, markTable } from '#app/files/read-table.server.ts';
import { templateFile } from '#app/files/template-file.server.ts';
import { districtTemplate, tableHeadings } from '#app/lib/district-template.server.ts';
import { languageOf, localName } from '#app/lib/i18n/languages.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { requireTableReviewer } from '#app/lib/require-table-reviewer.server.ts';
import { tableMarks } from '#app/lib/table-marks.ts';
import { tableRefusalText, tableStatuses } from '#app/lib/table-refusal-text.server.ts';
import { carriedTable } from '#app/lib/table-upload.server.ts';
import { UploadRefusal, uploadedForm } from '#app/lib/upload.server.ts';
import { workbookAnswer } from '#app/lib/workbook-answer.server.ts';
import { checkTable } from '#app/usecases/check-table.server.ts';
import { recordExport } from '#app/usecases/record-export.server.ts';
import { TableRefusal } from '#app/usecases/table-refusal.ts';
import { WorkbookRefusal } from '#app/usecases/workbook-refusal.ts';

/** Every office of the round as a row to be filled in: empty, or with `?filled=1` as it is held now. */
export async function loader(args: LoaderFunctionArgs) {
  const place = await requireTableReviewer(args);
  const { pathname, search, searchParams } = new URL(args.request.url);
  const filled = searchParams.get('filled') === '1';
  const { plan, offices } = await districtTemplate(args.request, place, { filled });
  const file = await templateFile(plan);
  await recordExport(place.scope, { what: 'template.xlsx', address: pathname + search, offices });
  return workbookAnswer(file, nameOf(args.request, place));
}

/** A table that was sent here comes back, in its format, with what is wrong with its rows and cells. */
export async function action(args: ActionFunctionArgs) {
  const place = await requireTableReviewer(args);
  const { request } = args;
  const t = getT(request);
  try {
    const table = carriedTable(await uploadedForm(request));
    const input = { ...table, year: place.year, headings: tableHeadings };
    const { problems, framework } = await checkTable(place.scope, input);
    const marks = tableMarks(problems, { t, language: languageOf(request), framework });
    const file = await markTable(table.fileName, table.bytes, {
      heading: t('bureau.problems.heading'),
      marks,
    });
    const name = t('bureau.file.marked', { name: nameOf(request, place) });
    return isCsv(table.fileName) ? csvAnswer(file, name) : workbookAnswer(file, name);
  } catch (error) {
    if (
      !(error instanceof UploadRefusal || error instanceof WorkbookRefusal || error instanceof TableRefusal)
    )
      throw error;
    return new Response(tableRefusalText(error, request), { status: tableStatuses[error.code] ?? 400 });
  }
}

function csvAnswer(file: Uint8Array<ArrayBuffer>, name: string): Response {
  return new Response(file, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': attachment(`${name}.csv`),
      'Cache-Control': 'no-store',
    },
  });
}

function nameOf(
  request: Request,
  { district, year }: { district: { name: string; nameEn: string }; year: number },
): string {
  return getT(request)('bureau.file.name', { district: localName(languageOf(request), district), year });
}

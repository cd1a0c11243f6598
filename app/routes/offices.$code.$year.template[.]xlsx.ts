import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { markWorkbook } from '#app/files/read-workbook.server.ts';
import { templateFile } from '#app/files/template-file.server.ts';
import { languageOf, localName } from '#app/lib/i18n/languages.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { officeTemplate, templateChoices } from '#app/lib/office-template.server.ts';
import { requireFiler } from '#app/lib/require-filer.server.ts';
import { carriedFile, UploadRefusal, uploadedForm } from '#app/lib/upload.server.ts';
import { workbookAnswer } from '#app/lib/workbook-answer.server.ts';
import { problemMarks } from '#app/lib/workbook-marks.ts';
import { checkWorkbook } from '#app/usecases/check-workbook.server.ts';
import { recordExport } from '#app/usecases/record-export.server.ts';
import { WorkbookRefusal } from '#app/usecases/workbook-refusal.ts';

/** The form as a workbook to be filled in: empty, or with `?filled=1` as it is saved now. */
export async function loader(args: LoaderFunctionArgs) {
  const place = await requireFiler(args);
  const { pathname, search, searchParams } = new URL(args.request.url);
  const plan = await officeTemplate(args.request, place, { filled: searchParams.get('filled') === '1' });
  const file = await templateFile(plan);
  await recordExport(place.scope, { what: 'template.xlsx', address: pathname + search, offices: 1 });
  return workbookAnswer(file, nameOf(args.request, place));
}

/** A workbook that was sent here comes back with what is wrong with its cells. */
export async function action(args: ActionFunctionArgs) {
  const place = await requireFiler(args);
  const { scope, office, year, district } = place;
  const t = getT(args.request);
  try {
    const { fileName, bytes } = carriedFile(await uploadedForm(args.request));
    const key = { district: district.code, officeCode: office.code, year };
    const input = { ...key, fileName, bytes, choices: templateChoices };
    const { problems, framework } = await checkWorkbook(scope, input);
    const marks = problemMarks(problems, { t, language: languageOf(args.request), framework });
    const file = await markWorkbook(fileName, bytes, { heading: t('workbook.problems.heading'), marks });
    return workbookAnswer(file, t('workbook.file.marked', { name: nameOf(args.request, place) }));
  } catch (error) {
    if (error instanceof UploadRefusal)
      return new Response(t(`workbook.refusal.${error.code}`), { status: 400 });
    if (!(error instanceof WorkbookRefusal)) throw error;
    return new Response(t(`workbook.refusal.${error.code}`, error.params), { status: 400 });
  }
}

function nameOf(
  request: Request,
  { office, year }: { office: { name: string; nameEn: string }; year: number },
): string {
  return getT(request)('workbook.file.name', { office: localName(languageOf(request), office), year });
}

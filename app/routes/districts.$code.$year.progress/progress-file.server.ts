import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireDistrict } from '#app/lib/guards.server.ts';
import { notFound } from '#app/lib/http.server.ts';
import { languageOf, localName } from '#app/lib/i18n/languages.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { type SheetFormat, sheetAnswer } from '#app/lib/sheet-answer.server.ts';
import { viewProgress } from '#app/usecases/view-progress.server.ts';
import { reminderSheet } from './reminder-sheet.ts';

/** The list of reminders as a file. */
export async function progressFile(args: LoaderFunctionArgs, format: SheetFormat): Promise<Response> {
  const { scope, year } = await requireDistrict(args);
  const view = await viewProgress(scope, { year, order: 'waiting' }, new Date());
  if (!view) throw notFound();
  const [t, language] = [getT(args.request), languageOf(args.request)];
  return sheetAnswer(args.request, scope, {
    sheet: reminderSheet(view, { t, language }),
    format,
    fileName: t('progress.reminders.fileName', { district: localName(language, view.district), year }),
    what: 'reminders',
    offices: view.reminders.length,
  });
}

import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { notFound } from '#app/lib/http.server.ts';
import { languageOf, localName } from '#app/lib/i18n/languages.ts';
import { needWords } from '#app/lib/i18n/need-words.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { importRefusalText, importStatus } from '#app/lib/import-refusal.server.ts';
import { pageTitle } from '#app/lib/page-title.ts';
import { requireImporter } from '#app/lib/require-importer.server.ts';
import { saveRefusalText } from '#app/lib/save-refusal.server.ts';
import { unitOf } from '#app/lib/search-params.ts';
import { UploadRefusal, uploadedForm } from '#app/lib/upload.server.ts';
import { acceptImport } from '#app/usecases/accept-import.server.ts';
import { FilingRefusal } from '#app/usecases/filing-refusal.ts';
import { ImportRefusal } from '#app/usecases/import-refusal.ts';
import { removeReport } from '#app/usecases/remove-report.server.ts';
import { undoImport } from '#app/usecases/undo-import.server.ts';
import { type ReadingView, viewReading } from '#app/usecases/view-import.server.ts';
import type { ReadingAnswer } from './answer.ts';
import { ReadingPage, type ReadingPageProps } from './reading-page.tsx';
import { everything, seenOf, selectionOf } from './selection.server.ts';

await needWords('import', 'form', 'office', 'scoring');

export async function loader(args: LoaderFunctionArgs) {
  const { scope, office, year } = await requireImporter(args);
  const key = { officeCode: office.code, year, document: args.params.document ?? '' };
  const view = await viewReading(scope, key, everything, new Date());
  if (!view) throw notFound();
  const search = new URL(args.request.url).searchParams;
  const name = localName(languageOf(args.request), office);
  return json({
    view,
    office,
    year,
    unit: unitOf(search),
    done: doneAt(view, search.get('done')),
    title: getT(args.request)('import.title', { office: name, year }),
    frame: { year, years: [year], place: office }, // a document is of one year
  });
}

export async function action(args: ActionFunctionArgs) {
  const { scope, office, year } = await requireImporter(args);
  const key = { officeCode: office.code, year, document: args.params.document ?? '' };
  const now = new Date();
  let chosen: Pick<ReadingAnswer, 'ticked' | 'picks'> = { ticked: [], picks: {} };
  try {
    const form = await uploadedForm(args.request);
    const selection = selectionOf(form);
    chosen = { ticked: selection.ticked, picks: selection.picks };
    const intent = form.get('take') === 'check' ? 'check' : form.get('intent');
    switch (intent) {
      case 'check': {
        const view = await viewReading(scope, key, selection, now);
        if (!view) throw notFound();
        return answer({ ...chosen, conflicts: [], findings: view.findings });
      }
      case 'accept': {
        const accepted = await acceptImport(scope, { ...key, selection, seen: seenOf(form) }, now);
        return await done(args, accepted && (accepted.fields > 0 ? accepted.version : 'nothing'));
      }
      case 'undo':
        return await done(args, await undoImport(scope, key, now));
      case 'remove':
        if (!(await removeReport(scope, key, now))) throw notFound();
        await args.context.database.flush();
        return redirect(`/offices/${office.code}/${year}/import?removed=1`, 303);
      default:
        throw new UploadRefusal('unreadable_form');
    }
  } catch (error) {
    const refused = refusalOf(error, args, office);
    if (!refused) throw error;
    const conflicts = error instanceof ImportRefusal ? error.conflicts : [];
    return answer({ ...chosen, conflicts, refused: refused.text }, refused.status);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Reading() {
  return <ReadingPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}

/** To the page itself, which tells from the trail what was done: a reload does nothing again. */
async function done({ request, context }: ActionFunctionArgs, version: number | 'nothing' | undefined) {
  if (version === undefined) throw notFound();
  await context.database.flush();
  const { pathname, searchParams } = new URL(request.url);
  searchParams.set('done', String(version));
  return redirect(`${pathname}?${searchParams}`, 303);
}

function doneAt({ steps }: ReadingView, version: string | null): ReadingPageProps['done'] {
  if (version === 'nothing') return 'nothing';
  return steps.find((step) => String(step.version) === version);
}

function refusalOf(
  error: unknown,
  { request }: ActionFunctionArgs,
  office: { name: string; nameEn: string },
): { text: string; status: number } | undefined {
  if (error instanceof UploadRefusal || error instanceof ImportRefusal)
    return { text: importRefusalText(error, office, request), status: importStatus(error.code) };
  return error instanceof FilingRefusal ? { text: saveRefusalText(error, request), status: 409 } : undefined;
}

function answer(value: ReadingAnswer, status = 200) {
  return json(value, { status });
}

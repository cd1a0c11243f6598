import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { languageOf, localName } from '#app/lib/i18n/languages.ts';
import { needWords } from '#app/lib/i18n/need-words.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { importRefusalText, importStatus } from '#app/lib/import-refusal.server.ts';
import { pageTitle } from '#app/lib/page-title.ts';
import { requireImporter } from '#app/lib/require-importer.server.ts';
import { chosenFile, UploadRefusal, uploadedForm } from '#app/lib/upload.server.ts';
import { ImportRefusal } from '#app/usecases/import-refusal.ts';
import { keepReport } from '#app/usecases/keep-report.server.ts';
import { viewImport } from '#app/usecases/view-import.server.ts';
import { ImportPage } from './import-page.tsx';

await needWords('import');

export async function loader(args: LoaderFunctionArgs) {
  const { account, scope, office, year } = await requireImporter(args);
  const place = await viewImport(scope, { officeCode: office.code, year }, new Date());
  const name = localName(languageOf(args.request), office);
  return json(
    {
      office,
      year,
      role: account.role,
      barrier: place.barrier,
      documents: place.documents,
      removed: new URL(args.request.url).searchParams.get('removed') === '1',
      title: getT(args.request)('import.title', { office: name, year }),
      frame: { year, years: place.years, place: office },
    },
    { status: place.barrier === 'no_round' ? 404 : 200 },
  );
}

export async function action(args: ActionFunctionArgs) {
  const { scope, office, year } = await requireImporter(args);
  try {
    const form = await uploadedForm(args.request);
    if (form.get('intent') !== 'read') throw new UploadRefusal('unreadable_form');
    const upload = { ...(await chosenFile(form)), officeCode: office.code, year };
    const document = await keepReport(scope, upload, new Date());
    await args.context.database.flush();
    const { search } = new URL(args.request.url);
    return redirect(`/offices/${office.code}/${year}/import/${document}${search}`, 303);
  } catch (error) {
    if (!(error instanceof UploadRefusal || error instanceof ImportRefusal)) throw error;
    return json(
      { refused: importRefusalText(error, office, args.request) },
      { status: importStatus(error.code) },
    );
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Import() {
  return <ImportPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}

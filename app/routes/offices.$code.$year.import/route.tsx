import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireOffice, requireRole } from '#app/lib/guards.server.ts';
import { languageOf, localName } from '#app/lib/i18n/languages.ts';
import { needWords } from '#app/lib/i18n/need-words.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { pageTitle } from '#app/lib/page-title.ts';
import { unitOf } from '#app/lib/search-params.ts';
import { ImportRefusal } from '#app/usecases/import-refusal.ts';
import { importReport } from '#app/usecases/import-report.server.ts';
import { previewImport, viewImport } from '#app/usecases/preview-import.server.ts';
import { ImportPage } from './import-page.tsx';
import { carried, chosenFile, formOf, previewedFile, UploadRefusal } from './upload.server.ts';

await needWords('import', 'office', 'scoring');

export async function loader(args: LoaderFunctionArgs) {
  const { account, scope, office, year } = await requireImporter(args);
  const place = await viewImport(scope, { officeCode: office.code, year });
  const name = localName(languageOf(args.request), office);
  return json(
    {
      office,
      year,
      role: account.role,
      barrier: place.barrier,
      unit: unitOf(new URL(args.request.url).searchParams),
      title: getT(args.request)('import.title', { office: name, year }),
      frame: { year, years: place.years, place: office },
    },
    { status: place.barrier === 'no_round' ? 404 : 200 },
  );
}

export async function action(args: ActionFunctionArgs) {
  const { scope, office, year } = await requireImporter(args);
  try {
    const form = await formOf(args.request);
    const intent = form.get('intent');
    switch (intent) {
      case 'read': {
        const file = { ...(await chosenFile(form)), office: office.code, year };
        const preview = await previewImport(scope, file);
        return json({ preview, document: carried(file.bytes), refused: undefined });
      }
      case 'accept': {
        await importReport(scope, { ...previewedFile(form), office: office.code, year }, new Date());
        await args.context.database.flush();
        return redirect(`/offices/${office.code}/${year}${new URL(args.request.url).search}`, 303);
      }
      default:
        throw new UploadRefusal('unreadable_form');
    }
  } catch (error) {
    return refuse(error);
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Import() {
  return <ImportPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}

/** The office's own preparer, and the reviewer of its district. */
async function requireImporter(args: LoaderFunctionArgs) {
  const place = await requireOffice(args);
  requireRole(place.account, 'office_preparer', 'district_reviewer');
  return place;
}

function refuse(error: unknown) {
  if (error instanceof UploadRefusal) return refusal(error.code, {}, 400);
  if (!(error instanceof ImportRefusal)) throw error;
  return refusal(error.code, error.params, statuses[error.code] ?? 400);
}

function refusal<Code extends string>(code: Code, params: Record<string, string | number>, status: number) {
  return json({ refused: { code, params }, preview: undefined, document: undefined }, { status });
}

/** The request was right, but what is filed, or the size, keeps it out. */
const statuses: Partial<Record<ImportRefusal['code'], number>> = {
  approved: 409,
  submitted: 409,
  finished: 409,
  office_draft: 409,
  changed_meanwhile: 409,
  too_large: 413,
  too_long: 413,
};

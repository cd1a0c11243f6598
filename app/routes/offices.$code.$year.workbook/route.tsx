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
import { templateChoices } from '#app/lib/office-template.server.ts';
import { pageTitle } from '#app/lib/page-title.ts';
import { requireFiler } from '#app/lib/require-filer.server.ts';
import { saveRefusalText } from '#app/lib/save-refusal.server.ts';
import { carriedFile, chosenFile, UploadRefusal, uploadedForm } from '#app/lib/upload.server.ts';
import { acceptWorkbook, findReceipt, restoreFormer } from '#app/usecases/accept-workbook.server.ts';
import { checkWorkbook } from '#app/usecases/check-workbook.server.ts';
import { FilingRefusal } from '#app/usecases/filing-refusal.ts';
import { viewForm } from '#app/usecases/view-form.server.ts';
import { WorkbookRefusal } from '#app/usecases/workbook-refusal.ts';
import { WorkbookPage } from './workbook-page.tsx';
import '#app/styles/workbook.css';

await needWords('workbook', 'form', 'office');

export async function loader(args: LoaderFunctionArgs) {
  const { scope, office, year } = await requireFiler(args);
  const view = await viewForm(scope, { officeCode: office.code, year }, new Date());
  if (!view) throw notFound();
  const saved = Number(new URL(args.request.url).searchParams.get('saved') ?? Number.NaN);
  const receipt = Number.isInteger(saved)
    ? await findReceipt(scope, { officeCode: office.code, year }, saved)
    : undefined;
  const name = localName(languageOf(args.request), office);
  return json({
    office: { code: office.code },
    year,
    mayEdit: view.mayEdit,
    receipt: receipt && { version: receipt.version, file: receipt.file, count: receipt.changes.length },
    title: getT(args.request)('workbook.title', { office: name, year }),
    frame: { year, years: view.header.years, place: office },
  });
}

export async function action(args: ActionFunctionArgs) {
  const { scope, district, office, year } = await requireFiler(args);
  const key = { district: district.code, officeCode: office.code, year, choices: templateChoices };
  try {
    const form = await uploadedForm(args.request);
    switch (form.get('intent')) {
      case 'read': {
        const upload = await chosenFile(form);
        const check = await checkWorkbook(scope, { ...key, ...upload });
        return answer({ check, document: Buffer.from(upload.bytes).toString('base64') });
      }
      case 'accept': {
        const version = await acceptWorkbook(scope, { ...key, ...acceptedIn(form) }, new Date());
        await args.context.database.flush();
        return redirect(`/offices/${office.code}/${year}/workbook?saved=${version}`, 303);
      }
      case 'restore': {
        const version = Number(form.get('version'));
        const { applied, conflicts } = await restoreFormer(scope, key, version, new Date());
        return answer({ restored: { applied: applied.length, kept: conflicts.length } });
      }
      default:
        throw new UploadRefusal('unreadable_form');
    }
  } catch (error) {
    const t = getT(args.request);
    if (error instanceof UploadRefusal) return answer({ refused: t(`workbook.refusal.${error.code}`) }, 400);
    if (error instanceof WorkbookRefusal)
      return answer(
        { refused: t(`workbook.refusal.${error.code}`, error.params) },
        statuses[error.code] ?? 400,
      );
    if (error instanceof FilingRefusal) return answer({ refused: saveRefusalText(error, args.request) }, 409);
    throw error;
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Workbook() {
  return <WorkbookPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}

function acceptedIn(form: FormData) {
  return {
    ...carriedFile(form),
    seen: { sha256: String(form.get('sha256')), version: Number(form.get('version')) },
    take: form.getAll('take').map(String),
    erase: form.get('erase') === 'on',
  };
}

interface Answer {
  check?: Awaited<ReturnType<typeof checkWorkbook>>;
  document?: string;
  restored?: { applied: number; kept: number };
  refused?: string;
}

function answer(value: Answer, status = 200) {
  return json(value, { status });
}

const statuses: Partial<Record<WorkbookRefusal['code'], number>> = {
  changed_meanwhile: 409,
  nothing_to_restore: 409,
  has_problems: 409,
  too_large: 413,
};

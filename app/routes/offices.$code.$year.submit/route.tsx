import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formOf, notFound } from '#app/lib/http.server.ts';
import { languageOf, localName } from '#app/lib/i18n/languages.ts';
import { needWords } from '#app/lib/i18n/need-words.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { pageTitle } from '#app/lib/page-title.ts';
import { requireFiler } from '#app/lib/require-filer.server.ts';
import { unitOf } from '#app/lib/search-params.ts';
import { FilingRefusal } from '#app/usecases/filing-refusal.ts';
import { finishDraft, takeBackDraft } from '#app/usecases/finish-draft.server.ts';
import { submitReport } from '#app/usecases/submit-report.server.ts';
import { viewFiling } from '#app/usecases/view-filing.server.ts';
import { withdrawReport } from '#app/usecases/withdraw-report.server.ts';
import '#app/styles/submit.css';
import { saveAnswers } from './answers.server.ts';
import { refusalText, statusOf } from './refusal.server.ts';
import { SubmitPage } from './submit-page.tsx';

await needWords('filing', 'form', 'framework', 'office', 'evidence');

export async function loader(args: LoaderFunctionArgs) {
  const { scope, office, year } = await requireFiler(args);
  const view = await viewFiling(scope, { officeCode: office.code, year }, new Date());
  if (!view) throw notFound();
  const name = localName(languageOf(args.request), office);
  return json({
    view,
    year,
    editAddress: `/offices/${office.code}/${year}/edit`,
    unit: unitOf(new URL(args.request.url).searchParams),
    title: getT(args.request)('filing.title', { office: name, year }),
    frame: { year, years: view.years, units: true, place: office },
  });
}

/** Each step leads back to this page, which then says what stands. */
export async function action(args: ActionFunctionArgs) {
  const { scope, office, year } = await requireFiler(args);
  const form = await formOf(args.request);
  const key = { officeCode: office.code, year };
  const seen = Number(form.get('seen') ?? Number.NaN);
  const now = new Date();
  try {
    switch (form.get('intent')) {
      case 'answers':
        await saveAnswers(scope, form, { ...key, seen }, now);
        break;
      case 'finish':
        await finishDraft(
          scope,
          { ...key, seen: await saveAnswers(scope, form, { ...key, seen }, now) },
          now,
        );
        break;
      case 'take_back':
        await takeBackDraft(scope, { ...key, seen }, now);
        break;
      case 'submit':
        await submitReport(
          scope,
          {
            ...{ ...key, framework: String(form.get('framework') ?? '') },
            seen: await saveAnswers(scope, form, { ...key, seen }, now),
          },
          now,
        );
        await args.context.database.flush();
        break;
      case 'withdraw':
        await withdrawReport(scope, { ...key, seen, reason: String(form.get('reason') ?? '') }, now);
        await args.context.database.flush();
        break;
      default:
        throw new Response('unknown intent', { status: 400 });
    }
    return redirect(backTo(args.request), 303);
  } catch (error) {
    if (!(error instanceof FilingRefusal)) throw error;
    return told(refusalText(error, args.request), form, statusOf(error));
  }
}

/** This page, in the unit the reader chose. */
function backTo(request: Request): string {
  const url = new URL(request.url);
  url.searchParams.delete('_data');
  return url.pathname + url.search;
}

function told(text: string, form: FormData, status: number) {
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  return json({ told: text, typed }, { status });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Submit() {
  const answer = useActionData<typeof action>();
  return <SubmitPage {...useLoaderData<typeof loader>()} {...answer} />;
}

import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireDistrict, requireRole } from '#app/lib/guards.server.ts';
import { formOf, notFound } from '#app/lib/http.server.ts';
import { languageOf, localName } from '#app/lib/i18n/languages.ts';
import { needWords } from '#app/lib/i18n/need-words.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { pageTitle } from '#app/lib/page-title.ts';
import { oneOf } from '#app/lib/search-params.ts';
import { DirectoryRefusal } from '#app/usecases/directory-refusal.ts';
import { viewOffices } from '#app/usecases/view-offices.server.ts';
import '#app/styles/settings.css';
import { act } from './act.server.ts';
import { type Answer, directoryFields, directoryIntents, type RefusedForm } from './answer.ts';
import { OfficesPage } from './offices-page.tsx';

await needWords('settings', 'accounts');

export async function loader(args: LoaderFunctionArgs) {
  const { scope, year } = await requireReviewer(args);
  const view = await viewOffices(scope, year);
  if (!view) throw notFound();
  const { searchParams } = new URL(args.request.url);
  const district = localName(languageOf(args.request), view.district);
  const chosen = view.offices.find(({ code }) => code === searchParams.get('office'));
  return json({
    view,
    chosen,
    account: chosen?.accounts.find(({ id }) => id === searchParams.get('account')),
    done: oneOf(directoryIntents, searchParams.get('done')),
    title: getT(args.request)('accounts.title', { district }),
    frame: { year, years: view.years },
  });
}

export async function action(args: ActionFunctionArgs) {
  const { scope } = await requireReviewer(args);
  const form = await formOf(args.request);
  const intent = oneOf(directoryIntents, form.get('intent'));
  if (!intent) throw new Response('unknown intent', { status: 400 });
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 1_000);
  const typed = Object.fromEntries(directoryFields.map((field) => [field, text(field)]));
  const about = { officeCode: text('office'), id: text('account'), seen: text('seen') };
  try {
    const made = await act(intent, { scope, typed, ...about, t: getT(args.request) });
    await args.context.database.flush();
    // shown in this one answer: an address or a cookie would keep it
    if (made.issued) return json<Answer>({ issued: made.issued });
    const office = made.officeCode ? `&office=${made.officeCode}` : '';
    return redirect(`${new URL(args.request.url).pathname}?done=${intent}${office}`, 303);
  } catch (error) {
    if (!(error instanceof DirectoryRefusal)) throw error;
    const { refused, whole } = error;
    const answer: RefusedForm = { intent, refused, whole, typed };
    return json<Answer>(answer, { status: whole ? 409 : 400 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function OfficeSettings() {
  return <OfficesPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}

/** Leaders of the same district see the figures, and look after no account. */
async function requireReviewer(args: LoaderFunctionArgs) {
  const place = await requireDistrict(args);
  requireRole(place.account, 'district_reviewer');
  return place;
}

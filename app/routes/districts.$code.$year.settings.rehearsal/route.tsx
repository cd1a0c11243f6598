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
import { FrameworkRefusal } from '#app/usecases/framework-refusal.ts';
import { publishFramework } from '#app/usecases/publish-framework.server.ts';
import { viewRehearsal } from '#app/usecases/rehearse-framework.server.ts';
import '#app/styles/settings.css';
import '#app/styles/framework.css';
import { RehearsalPage } from './rehearsal-page.tsx';

await needWords('framework', 'settings');

export async function loader(args: LoaderFunctionArgs) {
  const { scope, year } = await requireReviewer(args);
  const view = await viewRehearsal(scope, year);
  if (!view) throw notFound();
  const district = localName(languageOf(args.request), view.district);
  return json({
    view,
    title: getT(args.request)('framework.rehearsal.title', { district, year }),
    frame: { year, years: view.years },
  });
}

export async function action(args: ActionFunctionArgs) {
  const { scope, year } = await requireReviewer(args);
  const form = await formOf(args.request);
  if (form.get('intent') !== 'publish') throw new Response('unknown intent', { status: 400 });
  try {
    await publishFramework(scope, { year, version: Number(form.get('version')) }, new Date());
  } catch (error) {
    if (!(error instanceof FrameworkRefusal)) throw error;
    return json({ refused: error.code, params: error.params }, { status: 409 });
  }
  await args.context.database.flush();
  const address = new URL(args.request.url).pathname.replace(/rehearsal$/, 'framework');
  return redirect(`${address}?done=publish`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function FrameworkRehearsal() {
  return <RehearsalPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}

async function requireReviewer(args: LoaderFunctionArgs) {
  const place = await requireDistrict(args);
  requireRole(place.account, 'district_reviewer');
  return place;
}

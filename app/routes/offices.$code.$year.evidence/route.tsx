import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireOffice } from '#app/lib/guards.server.ts';
import { notFound } from '#app/lib/http.server.ts';
import { languageOf, localName } from '#app/lib/i18n/languages.ts';
import { needWords } from '#app/lib/i18n/need-words.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { pageTitle } from '#app/lib/page-title.ts';
import { viewEvidence } from '#app/usecases/view-evidence.server.ts';
import { changeEvidence, toldBy } from './change.server.ts';
import { EvidencePage } from './evidence-page.tsx';

await needWords('evidence', 'form', 'office');

export async function loader(args: LoaderFunctionArgs) {
  const { scope, office, year } = await requireOffice(args);
  const view = await viewEvidence(scope, { officeCode: office.code, year }, new Date());
  if (!view) throw notFound();
  const t = getT(args.request);
  const search = new URL(args.request.url).searchParams;
  return json({
    view,
    base: `/offices/${office.code}/${year}`,
    chosen: search.get('node') ?? undefined,
    told: toldBy(search, t),
    title: t('evidence.title', { office: localName(languageOf(args.request), office), year }),
    frame: { year, years: view.years, place: office },
  });
}

export const action = changeEvidence;

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Evidence() {
  return <EvidencePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}

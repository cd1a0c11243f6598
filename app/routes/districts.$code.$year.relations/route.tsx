import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useMemo } from 'react';
import { requireDistrict } from '#app/lib/guards.server.ts';
import { notFound } from '#app/lib/http.server.ts';
import { languageOf, localName } from '#app/lib/i18n/languages.ts';
import { needWords } from '#app/lib/i18n/need-words.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { pageTitle } from '#app/lib/page-title.ts';
import { relationsText } from '#app/lib/relations-text.ts';
import { unitOf } from '#app/lib/search-params.ts';
import { viewDistrictRelations } from '#app/usecases/district-relations.server.ts';
import '#app/styles/relations.css';
import { RelationsPage } from './relations-page.tsx';

await needWords('relations', 'ranking', 'chart');

export async function loader(args: LoaderFunctionArgs) {
  const { scope, year } = await requireDistrict(args);
  const params = new URL(args.request.url).searchParams;
  const view = await viewDistrictRelations(scope, { year, params });
  if (!view) throw notFound();
  const district = localName(languageOf(args.request), view.district);
  return json({
    view,
    unit: unitOf(params),
    title: getT(args.request)('relations.place', { district, year }),
    frame: { year, years: view.header.years, units: true },
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function RelationsRoute() {
  const { view, unit } = useLoaderData<typeof loader>();
  const { t, language } = useT();
  const text = useMemo(() => relationsText(view, unit, t, language), [view, unit, t, language]);
  return <RelationsPage text={text} />;
}

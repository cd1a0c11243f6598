import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';
import { requireDistrict } from '#app/lib/guards.server.ts';
import { notFound } from '#app/lib/http.server.ts';
import { languageOf, localName } from '#app/lib/i18n/languages.ts';
import { needWords } from '#app/lib/i18n/need-words.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { pageTitle } from '#app/lib/page-title.ts';
import { unitOf } from '#app/lib/search-params.ts';
import { viewDistrictTrends } from '#app/usecases/district-trends.server.ts';
import '#app/styles/trends.css';
import { linksOf } from './links.ts';
import { TrendsPage } from './trends-page.tsx';

await needWords('trends', 'chart');

export async function loader(args: LoaderFunctionArgs) {
  const { scope, year } = await requireDistrict(args);
  const params = new URL(args.request.url).searchParams;
  const view = await viewDistrictTrends(scope, { year, params });
  if (!view) throw notFound();
  const district = localName(languageOf(args.request), view.district);
  const [first = year] = view.years;
  const place = first === year ? 'trends.placeOne' : 'trends.place';
  return json({
    view,
    title: getT(args.request)(place, { district, first, last: year }),
    frame: { year, years: view.header.years, units: true },
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function TrendsRoute() {
  const { view, title } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const links = linksOf(view, search.get('unit'));
  return <TrendsPage view={view} place={title} links={links} unit={unitOf(search)} />;
}

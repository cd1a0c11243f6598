import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';
import { themeName } from '#app/domain/problem-themes.ts';
import { requireDistrict } from '#app/lib/guards.server.ts';
import { notFound } from '#app/lib/http.server.ts';
import { languageOf, localName } from '#app/lib/i18n/languages.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { pageTitle } from '#app/lib/page-title.ts';
import { dayOf, unitOf } from '#app/lib/search-params.ts';
import { viewDistrictOverview } from '#app/usecases/district-overview.server.ts';
import '#app/styles/overview.css';
import { needWords } from '#app/lib/i18n/need-words.ts';
import { linksOf } from './links.ts';
import { OverviewPage } from './overview-page.tsx';

await needWords('overview', 'chart');

export async function loader(args: LoaderFunctionArgs) {
  const { scope, year } = await requireDistrict(args);
  const since = dayOf(new URL(args.request.url).searchParams.get('since'));
  const view = await viewDistrictOverview(scope, { year, since });
  if (!view) throw notFound();
  const language = languageOf(args.request);
  const place = localName(language, view.district);
  return json({
    view,
    /** Named here: the taxonomy's patterns stay out of the browser. */
    names: Object.fromEntries(view.overview.problems.map(({ theme }) => [theme, themeName(theme, language)])),
    title: getT(args.request)('overview.heading', { district: place, year }),
    frame: { year, years: view.header.years, units: true },
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function OverviewRoute() {
  const { view, names } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const links = linksOf(view.district, view.header.year, search);
  return <OverviewPage view={view} names={names} links={links} unit={unitOf(search)} />;
}

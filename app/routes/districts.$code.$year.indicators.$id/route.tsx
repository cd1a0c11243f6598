import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';
import { IndicatorPage } from '#app/components/indicators/indicator-page.tsx';
import { linksOf, plainSearch } from '#app/components/indicators/links.ts';
import { requireDistrict } from '#app/lib/guards.server.ts';
import { notFound } from '#app/lib/http.server.ts';
import { languageOf, localName } from '#app/lib/i18n/languages.ts';
import { needWords } from '#app/lib/i18n/need-words.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { pageTitle } from '#app/lib/page-title.ts';
import { viewDistrictIndicator } from '#app/usecases/district-indicator.server.ts';
import '#app/styles/indicators.css';

await needWords('indicators', 'chart', 'sheet', 'evidence');

export async function loader(args: LoaderFunctionArgs) {
  const { scope, year } = await requireDistrict(args);
  const { searchParams } = new URL(args.request.url);
  const view = await viewDistrictIndicator(scope, { year, code: args.params.id ?? '', params: searchParams });
  if (!view) throw notFound();
  const language = languageOf(args.request);
  const place = getT(args.request)('indicators.place', {
    district: localName(language, view.district),
    year,
  });
  return json({
    view,
    title: `${localName(language, view.detail.node)} · ${place}`,
    frame: { year, years: view.years },
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Indicator() {
  const { view } = useLoaderData<typeof loader>();
  const [address] = useSearchParams();
  const links = linksOf({ ...view, search: { ...plainSearch, mode: view.mode } }, address);
  return <IndicatorPage text={{ view, ...useT() }} links={links} />;
}

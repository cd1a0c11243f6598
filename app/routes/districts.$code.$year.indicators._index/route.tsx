import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';
import { IndicatorsPage } from '#app/components/indicators/indicators-page.tsx';
import { linksOf } from '#app/components/indicators/links.ts';
import { requireDistrict } from '#app/lib/guards.server.ts';
import { notFound } from '#app/lib/http.server.ts';
import { languageOf, localName } from '#app/lib/i18n/languages.ts';
import { needWords } from '#app/lib/i18n/need-words.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { pageTitle } from '#app/lib/page-title.ts';
import { viewDistrictIndicators } from '#app/usecases/district-indicators.server.ts';
import '#app/styles/indicators.css';

await needWords('indicators', 'chart', 'sheet');

export async function loader(args: LoaderFunctionArgs) {
  const { scope, year } = await requireDistrict(args);
  const view = await viewDistrictIndicators(scope, { year, params: new URL(args.request.url).searchParams });
  if (!view) throw notFound();
  const district = localName(languageOf(args.request), view.district);
  return json({
    view,
    title: getT(args.request)('indicators.place', { district, year }),
    frame: { year, years: view.header.years },
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Indicators() {
  const { view } = useLoaderData<typeof loader>();
  const [address] = useSearchParams();
  return <IndicatorsPage text={{ view, ...useT() }} links={linksOf(view, address)} />;
}

import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';
import { requireDistrict } from '#app/lib/guards.server.ts';
import { notFound } from '#app/lib/http.server.ts';
import { languageOf, localName } from '#app/lib/i18n/languages.ts';
import { needWords } from '#app/lib/i18n/need-words.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { pageTitle } from '#app/lib/page-title.ts';
import { viewOfficeMovement } from '#app/usecases/office-movement.server.ts';
import '#app/styles/moves.css';
import { linksOf } from './links.ts';
import { MovesPage } from './moves-page.tsx';

await needWords('moves', 'chart');

export async function loader(args: LoaderFunctionArgs) {
  const { scope, year } = await requireDistrict(args);
  const params = new URL(args.request.url).searchParams;
  const view = await viewOfficeMovement(scope, { year, params });
  if (!view) throw notFound();
  const district = localName(languageOf(args.request), view.district);
  return json({
    view,
    title: getT(args.request)('moves.place', { district, year }),
    frame: { year, years: view.header.years },
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function MovesRoute() {
  const { view, title } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return <MovesPage view={view} place={title} links={linksOf(view, search.get('unit'))} />;
}

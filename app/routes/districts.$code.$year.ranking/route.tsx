import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData, useLocation, useNavigate } from '@remix-run/react';
import { useCallback, useMemo, useRef } from 'react';
import { rankingHref } from '#app/components/table/ranking-address.ts';
import { RankingPage } from '#app/components/table/ranking-page.tsx';
import { useEnhancedForms } from '#app/components/table/use-enhanced-forms.ts';
import { decodeRankingSearch } from '#app/domain/ranking-search.ts';
import { requireDistrict } from '#app/lib/guards.server.ts';
import { notFound } from '#app/lib/http.server.ts';
import { languageOf } from '#app/lib/i18n/languages.ts';
import { needWords } from '#app/lib/i18n/need-words.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { pageTitle } from '#app/lib/page-title.ts';
import { districtName, rankingText } from '#app/lib/ranking-text.ts';
import { unitOf } from '#app/lib/search-params.ts';
import { viewDistrictRanking } from '#app/usecases/district-ranking.server.ts';

await needWords('ranking', 'sheet');

export async function loader(args: LoaderFunctionArgs) {
  const { scope, year } = await requireDistrict(args);
  const params = new URL(args.request.url).searchParams;
  const view = await viewDistrictRanking(scope, { year, params, unit: unitOf(params) });
  if (!view) throw notFound();
  const district = districtName({ view, language: languageOf(args.request) });
  return json({
    view,
    title: getT(args.request)('ranking.place', { district, year }),
    frame: { year, years: view.header.years, units: true },
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Ranking() {
  const { view } = useLoaderData<typeof loader>();
  const { t, language } = useT();
  const text = useMemo(() => rankingText(view, t, language), [view, t, language]);
  const container = useRef<HTMLDivElement>(null);
  const addressOf = useCallback(
    (form: URLSearchParams) => rankingHref(view, decodeRankingSearch(form, view.columns)),
    [view],
  );
  useEnhancedForms(container, { go: useNavigate(), addressOf, state: useLocation().search });
  return (
    <div ref={container}>
      <RankingPage text={text} />
    </div>
  );
}

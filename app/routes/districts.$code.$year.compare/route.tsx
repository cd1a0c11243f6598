import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useMemo } from 'react';
import { themeName } from '#app/domain/problem-themes.ts';
import { comparisonText } from '#app/lib/comparison-text.ts';
import { requireDistrict } from '#app/lib/guards.server.ts';
import { notFound } from '#app/lib/http.server.ts';
import { languageOf, localName } from '#app/lib/i18n/languages.ts';
import { needWords } from '#app/lib/i18n/need-words.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { pageTitle } from '#app/lib/page-title.ts';
import { unitOf } from '#app/lib/search-params.ts';
import { compareOffices } from '#app/usecases/compare-offices.server.ts';
import '#app/styles/compare.css';
import { ComparePage } from './compare-page.tsx';

await needWords('compare', 'ranking', 'chart', 'sheet');

export async function loader(args: LoaderFunctionArgs) {
  const { scope, year } = await requireDistrict(args);
  const params = new URL(args.request.url).searchParams;
  const view = await compareOffices(scope, { year, params, unit: unitOf(params) });
  if (!view) throw notFound();
  const language = languageOf(args.request);
  const themes = (view.comparison?.narratives ?? []).flatMap(({ problems }) =>
    problems.flatMap((problem) => problem.themes),
  );
  return json({
    view,
    /** Named here: the taxonomy's patterns stay out of the browser. */
    names: Object.fromEntries(themes.map((theme) => [theme, themeName(theme, language)])),
    title: getT(args.request)('compare.place', { district: localName(language, view.district), year }),
    frame: { year, years: view.header.years, units: true },
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function CompareRoute() {
  const { view, names } = useLoaderData<typeof loader>();
  const { t, language } = useT();
  const text = useMemo(() => comparisonText(view, t, language), [view, t, language]);
  return <ComparePage text={text} names={names} />;
}

import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData, useLocation, useNavigate } from '@remix-run/react';
import { useCallback, useRef } from 'react';
import { problemsHref } from '#app/components/problems/address.ts';
import { ProblemsPage } from '#app/components/problems/problems-page.tsx';
import { useEnhancedForms } from '#app/components/table/use-enhanced-forms.ts';
import { decodeProblemSearch } from '#app/domain/problem-search.ts';
import { requireDistrict } from '#app/lib/guards.server.ts';
import { notFound } from '#app/lib/http.server.ts';
import { languageOf, localName } from '#app/lib/i18n/languages.ts';
import { needWords } from '#app/lib/i18n/need-words.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { pageTitle } from '#app/lib/page-title.ts';
import { viewDistrictProblems } from '#app/usecases/district-problems.server.ts';
import '#app/styles/problems.css';

await needWords('problems', 'chart', 'sheet');

export async function loader(args: LoaderFunctionArgs) {
  const { scope, year } = await requireDistrict(args);
  const params = new URL(args.request.url).searchParams;
  const view = await viewDistrictProblems(scope, { year, params });
  if (!view) throw notFound();
  const district = localName(languageOf(args.request), view.district);
  return json({
    view,
    title: getT(args.request)('problems.heading', { district, year }),
    frame: { year, years: view.header.years },
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Problems() {
  const { view } = useLoaderData<typeof loader>();
  const container = useRef<HTMLDivElement>(null);
  const addressOf = useCallback(
    (form: URLSearchParams) => problemsHref(view, decodeProblemSearch(form)),
    [view],
  );
  useEnhancedForms(container, { go: useNavigate(), addressOf, state: useLocation().search });
  return (
    <div ref={container}>
      <ProblemsPage view={view} />
    </div>
  );
}

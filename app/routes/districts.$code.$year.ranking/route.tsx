import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData, useLocation, useNavigate } from '@remix-run/react';
import { useCallback, useMemo, useRef } from 'react';
import { rankingHref } from '#app/components/table/ranking-address.ts';
import { RankingPage } from '#app/components/table/ranking-page.tsx';
import { useEnhancedForms } from '#app/components/table/use-enhanced-forms.ts';
import { decodeRankingSearch } from '#app/domain/ranking-search.ts';
import { requireDistrict } from '#app/lib/guards.server.ts';
import { formOf, notFound } from '#app/lib/http.server.ts';
import { languageOf } from '#app/lib/i18n/languages.ts';
import { needWords } from '#app/lib/i18n/need-words.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { pageTitle } from '#app/lib/page-title.ts';
import { districtName, rankingText } from '#app/lib/ranking-text.ts';
import { unitBase, unitOf } from '#app/lib/search-params.ts';
import { viewDistrictRanking } from '#app/usecases/district-ranking.server.ts';
import { removeView, renameView, saveView } from '#app/usecases/saved-views.server.ts';

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

export async function action(args: ActionFunctionArgs) {
  const { scope, year } = await requireDistrict(args);
  const url = new URL(args.request.url);
  const form = await formOf(args.request);
  const name = String(form.get('name') ?? '').trim();
  const id = idOf(form.get('view'));
  const answer = async () => {
    const params = url.searchParams;
    switch (form.get('intent')) {
      case 'save-view':
        return saveView(scope, {
          year,
          params,
          base: unitBase(params),
          name,
          shared: form.get('shared') === 'yes',
        });
      case 'rename-view':
        return renameView(scope, { id, name });
      case 'remove-view':
        return removeView(scope, id);
      default:
        throw new Response('unknown intent', { status: 400 });
    }
  };
  const refused = await answer();
  if (refused) return json({ refused, name, view: form.get('view')?.toString() }, { status: 400 });
  await args.context.database.flush();
  return redirect(url.pathname + url.search, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Ranking() {
  const { view } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
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
      <RankingPage text={text} answer={answer} />
    </div>
  );
}

/** What is no id finds no view. */
function idOf(value: FormDataEntryValue | null): string {
  const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
  return typeof value === 'string' && uuid.test(value) ? value : '00000000-0000-0000-0000-000000000000';
}

import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { queueOrders } from '#app/domain/review-queue.ts';
import { requireDistrict, requireRole } from '#app/lib/guards.server.ts';
import { formOf, notFound } from '#app/lib/http.server.ts';
import { languageOf, localName } from '#app/lib/i18n/languages.ts';
import { needWords } from '#app/lib/i18n/need-words.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { pageTitle } from '#app/lib/page-title.ts';
import { oneOf } from '#app/lib/search-params.ts';
import { approveChosen } from '#app/usecases/approve-chosen.server.ts';
import { viewProgress } from '#app/usecases/view-progress.server.ts';
import '#app/styles/progress.css';
import { ProgressPage } from './progress-page.tsx';

await needWords('progress', 'chart', 'sheet');

export async function loader(args: LoaderFunctionArgs) {
  const { account, scope, year } = await requireDistrict(args);
  const order = oneOf(queueOrders, new URL(args.request.url).searchParams.get('sort')) ?? 'waiting';
  const view = await viewProgress(scope, { year, order }, new Date());
  if (!view) throw notFound();
  const district = localName(languageOf(args.request), view.district);
  return json({
    view,
    mayReview: account.role === 'district_reviewer',
    title: getT(args.request)('progress.title', { district, year }),
    frame: { year, years: view.years },
  });
}

export async function action(args: ActionFunctionArgs) {
  const { account, scope, year } = await requireDistrict(args);
  requireRole(account, 'district_reviewer');
  const form = await formOf(args.request);
  const intent = form.get('intent');
  switch (intent) {
    case 'approve': {
      const result = await approveChosen(scope, { year, seen: seenOf(form) }, new Date());
      if (!result) throw notFound();
      await args.context.database.flush();
      return json(
        { result },
        { status: result.approved.length === 0 && result.refused.length > 0 ? 409 : 200 },
      );
    }
    default:
      throw new Response('unknown intent', { status: 400 });
  }
}

/** “440103009.3”: the office, and the version of its submission on the reader's screen. */
function seenOf(form: FormData): Record<string, number> {
  const picks = form.getAll('office').map((pick) => String(pick).split('.'));
  return Object.fromEntries(picks.map(([code = '', version]) => [code, Number(version)]));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Progress() {
  const { view, mayReview } = useLoaderData<typeof loader>();
  return <ProgressPage view={view} mayReview={mayReview} result={useActionData<typeof action>()?.result} />;
}

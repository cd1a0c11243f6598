import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireDistrict, requireRole } from '#app/lib/guards.server.ts';
import { formOf, notFound } from '#app/lib/http.server.ts';
import { languageOf, localName } from '#app/lib/i18n/languages.ts';
import { needWords } from '#app/lib/i18n/need-words.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { pageTitle } from '#app/lib/page-title.ts';
import { unitOf } from '#app/lib/search-params.ts';
import { approveReport } from '#app/usecases/approve-report.server.ts';
import { commentOnReport, uncommentReport } from '#app/usecases/comment-report.server.ts';
import { returnReport } from '#app/usecases/return-report.server.ts';
import { scoreReport } from '#app/usecases/score-report.server.ts';
import { viewReview } from '#app/usecases/view-review.server.ts';
import '#app/styles/review.css';
import { anchorOf, decodeReview } from './address.ts';
import { refusedOf, scoresOf, seenOf, textOf, typedOf } from './review-forms.server.ts';
import { ReviewPage, type ReviewPageProps } from './review-page.tsx';

await needWords('review', 'office', 'chart', 'scoring', 'audit', 'evidence');

export async function loader(args: LoaderFunctionArgs) {
  const { account, scope, district, year } = await requireDistrict(args);
  const params = new URL(args.request.url).searchParams;
  const search = decodeReview(params);
  const view = await viewReview(scope, { year, officeCode: args.params.office ?? '', search }, new Date());
  if (!view) throw notFound();
  const office = localName(languageOf(args.request), view.office);
  return json({
    view,
    districtCode: district.code,
    unit: unitOf(params),
    mayReview: account.role === 'district_reviewer',
    writing: search.comment,
    title: getT(args.request)('review.title', { office, year }),
    frame: { year, years: view.years, units: true },
  });
}

export async function action(args: ActionFunctionArgs) {
  const { account, scope, year } = await requireDistrict(args);
  requireRole(account, 'district_reviewer');
  const form = await formOf(args.request);
  const key = { officeCode: args.params.office ?? '', year };
  const now = new Date();
  const field = textOf(form, 'field');
  try {
    switch (form.get('intent')) {
      case 'score':
        await scoreReport(scope, { ...key, seen: seenOf(form), scores: scoresOf(form) }, now);
        return backTo(args.request, 'scores');
      case 'comment': {
        const comment = { revision: Number(form.get('revision')), field, text: textOf(form, 'text') };
        await commentOnReport(scope, { ...key, ...comment }, now);
        return backTo(args.request, anchorOf(field));
      }
      case 'uncomment':
        await uncommentReport(scope, { ...key, id: textOf(form, 'id') }, now);
        return backTo(args.request, anchorOf(field));
      case 'return':
        await returnReport(scope, { ...key, seen: seenOf(form), reason: textOf(form, 'reason') }, now);
        await args.context.database.flush();
        return backTo(args.request);
      case 'approve':
        await approveReport(scope, { ...key, seen: seenOf(form) }, now);
        await args.context.database.flush();
        return backTo(args.request);
      default:
        throw new Response('unknown intent', { status: 400 });
    }
  } catch (error) {
    const { refused, status } = refusedOf(error);
    return json({ refused, typed: typedOf(form) }, { status });
  }
}

/** The page as it stands now, without the form for a comment. */
function backTo(request: Request, anchor?: string): Response {
  const { pathname, searchParams } = new URL(request.url);
  searchParams.delete('comment');
  searchParams.delete('_data');
  const query = searchParams.size > 0 ? `?${searchParams}` : '';
  return redirect(`${pathname}${query}${anchor ? `#${anchor}` : ''}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Review() {
  const answer = useActionData<ReviewPageProps['answer']>();
  return <ReviewPage {...useLoaderData<typeof loader>()} answer={answer} />;
}

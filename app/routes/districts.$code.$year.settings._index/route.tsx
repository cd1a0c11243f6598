import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { roundFields } from '#app/domain/round-entry.ts';
import { requireDistrict, requireRole } from '#app/lib/guards.server.ts';
import { formOf, notFound } from '#app/lib/http.server.ts';
import { languageOf, localName } from '#app/lib/i18n/languages.ts';
import { needWords } from '#app/lib/i18n/need-words.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { pageTitle } from '#app/lib/page-title.ts';
import { oneOf } from '#app/lib/search-params.ts';
import { changeRound, setRoundStatus } from '#app/usecases/change-round.server.ts';
import { openRound } from '#app/usecases/open-round.server.ts';
import { extendDeadline, setTakesPart } from '#app/usecases/round-office.server.ts';
import { RoundRefusal } from '#app/usecases/round-refusal.ts';
import { viewRound } from '#app/usecases/view-round.server.ts';
import '#app/styles/settings.css';
import { type RefusedForm, type RoundIntent, roundIntents } from './answer.ts';
import { RoundPage } from './round-page.tsx';

await needWords('settings');

export async function loader(args: LoaderFunctionArgs) {
  const { scope, year } = await requireReviewer(args);
  const view = await viewRound(scope, year, new Date());
  if (!view) throw notFound();
  const { searchParams } = new URL(args.request.url);
  const district = localName(languageOf(args.request), view.district);
  return json({
    view,
    chosen: view.offices.find(({ office }) => office.code === searchParams.get('office')),
    done: oneOf(roundIntents, searchParams.get('done')),
    title: getT(args.request)(view.round ? 'settings.title.round' : 'settings.title.open', {
      district,
      year,
    }),
    frame: { year, years: view.years },
  });
}

export async function action(args: ActionFunctionArgs) {
  const { scope, year } = await requireReviewer(args);
  const form = await formOf(args.request);
  const intent = oneOf(roundIntents, form.get('intent'));
  if (!intent) throw new Response('unknown intent', { status: 400 });
  const typed = Object.fromEntries(
    [...roundFields, 'seen'].flatMap((field) => {
      const text = form.get(field);
      return typeof text === 'string' ? [[field, text]] : [];
    }),
  );
  const offices = form.getAll('offices').map(String);
  try {
    await act(intent, { scope, year, typed, offices });
  } catch (error) {
    if (!(error instanceof RoundRefusal)) throw error;
    const { refused, whole } = error;
    const answer: RefusedForm = { intent, refused, whole, typed, offices };
    return json(answer, { status: whole ? 409 : 400 });
  }
  await args.context.database.flush();
  return redirect(`${new URL(args.request.url).pathname}?done=${intent}`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function RoundSettings() {
  return <RoundPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}

interface Act {
  scope: Awaited<ReturnType<typeof requireReviewer>>['scope'];
  year: number;
  typed: Record<string, string>;
  offices: string[];
}

function act(intent: RoundIntent, { scope, year, typed, offices }: Act): Promise<void> {
  const now = new Date();
  const { reason, deadline, office: officeCode = '', seen = '' } = typed;
  switch (intent) {
    case 'open':
      return openRound(scope, { year, texts: typed, offices }, now);
    case 'change':
      return changeRound(scope, { year, texts: typed, seen }, now);
    case 'close':
    case 'reopen':
      return setRoundStatus(scope, { year, reason, status: intent === 'close' ? 'closed' : 'open' }, now);
    case 'extend':
      return extendDeadline(scope, { year, officeCode, deadline, reason }, now);
    case 'leave-out':
    case 'take-in':
      return setTakesPart(scope, { year, officeCode, reason, takesPart: intent === 'take-in' }, now);
  }
}

/** Leaders of the same district see the rounds, and do not run them. */
async function requireReviewer(args: LoaderFunctionArgs) {
  const place = await requireDistrict(args);
  requireRole(place.account, 'district_reviewer');
  return place;
}

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
import { oneOf } from '#app/lib/search-params.ts';
import { beginFramework, discardFramework, editFramework } from '#app/usecases/edit-framework.server.ts';
import { FrameworkRefusal } from '#app/usecases/framework-refusal.ts';
import { viewFramework } from '#app/usecases/view-framework.server.ts';
import '#app/styles/settings.css';
import '#app/styles/framework.css';
import { readIntent, stepOf, textsOf, type Verb } from './form-fields.ts';
import { FrameworkPage } from './framework-page.tsx';

await needWords('framework', 'settings');

export async function loader(args: LoaderFunctionArgs) {
  const { scope, year } = await requireReviewer(args);
  const view = await viewFramework(scope, year);
  if (!view) throw notFound();
  const { searchParams } = new URL(args.request.url);
  const open = searchParams.get('node');
  const district = localName(languageOf(args.request), view.district);
  return json({
    view,
    open: view.draft?.content.nodes.find(({ code }) => code === open)?.code,
    done: oneOf(['begin', 'save', 'discard', 'publish'], searchParams.get('done')),
    title: getT(args.request)('framework.title', { district, year }),
    frame: { year, years: view.years },
  });
}

export async function action(args: ActionFunctionArgs) {
  const { scope, year } = await requireReviewer(args);
  const form = await formOf(args.request);
  const { verb, code } = readIntent(form.get('intent'));
  if (!verb) throw new Response('unknown intent', { status: 400 });
  const texts = textsOf(form);
  const version = Number(texts.get('version'));
  const now = new Date();
  try {
    const { added } = await act();
    await args.context.database.flush();
    return redirect(addressAfter(new URL(args.request.url), { verb, code: added ?? code }), 303);
  } catch (error) {
    if (!(error instanceof FrameworkRefusal)) throw error;
    const { code: refused, params, fields } = error;
    const status = refused === 'rule_unreadable' || refused === 'unknown_basis' ? 400 : 409;
    return json({ refused, params, fields, verb, texts: [...texts] }, { status });
  }

  async function act(): Promise<{ added?: string }> {
    if (verb === 'begin') await beginFramework(scope, { year, basis: texts.get('basis') ?? '' }, now);
    else if (verb === 'discard') await discardFramework(scope, { year, version });
    else if (verb)
      return editFramework(scope, { year, version, typed: texts, step: stepOf(verb, code, texts) }, now);
    return {};
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function FrameworkSettings() {
  return <FrameworkPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}

/** Where the page goes on: at the node that was worked on, so that nobody loses the place in a long table. */
function addressAfter({ pathname, searchParams }: URL, { verb, code }: { verb: Verb; code: string }): string {
  const open = searchParams.get('node');
  const kept = open ? `node=${encodeURIComponent(open)}` : '';
  switch (verb) {
    case 'rehearse':
      return pathname.replace(/framework$/, 'rehearsal');
    case 'add':
      return `${pathname}?${kept}#node-${code}`;
    case 'up':
    case 'down':
      return `${pathname}?${kept}#node-${code}`;
    case 'open':
      return `${pathname}?node=${encodeURIComponent(code)}#node-${code}`;
    case 'close':
    case 'node':
      return `${pathname}?done=save#node-${code}`;
    case 'begin':
    case 'discard':
      return `${pathname}?done=${verb}`;
    default:
      return `${pathname}?done=save&${kept}`;
  }
}

/** Leaders of the same district see what the framework is, and do not set it. */
async function requireReviewer(args: LoaderFunctionArgs) {
  const place = await requireDistrict(args);
  requireRole(place.account, 'district_reviewer');
  return place;
}

import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { FormPage } from '#app/components/form/form-page.tsx';
import { needWords } from '#app/lib/i18n/need-words.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { pageTitle } from '#app/lib/page-title.ts';
import { requireFiler } from '#app/lib/require-filer.server.ts';
import { saveRefusalText } from '#app/lib/save-refusal.server.ts';
import { FilingRefusal } from '#app/usecases/filing-refusal.ts';
import { saveDraft } from '#app/usecases/save-draft.server.ts';
import { loadPage } from './load-page.server.ts';
import { plainPost, UnreadableForm } from './plain-post.server.ts';
import '#app/styles/form.css';

await needWords('form', 'office', 'framework', 'scoring', 'audit', 'evidence');

export async function loader(args: LoaderFunctionArgs) {
  return json(await loadPage(args));
}

/** A plain post: saves what differs from what the page was written with. Scripts save to `edit.json` instead. */
export async function action(args: ActionFunctionArgs) {
  const { scope, office, year } = await requireFiler(args);
  const { page } = await loadPage(args);
  const t = getT(args.request);
  try {
    const { changes, section } = await plainPost(args.request, page.lastValues);
    const { applied, conflicts, refused } = await saveDraft(
      scope,
      { officeCode: office.code, year, changes },
      new Date(),
    );
    if (conflicts.length + refused.length > 0) {
      const told = [
        conflicts.length > 0 ? t('form.save.toldConflict', { count: conflicts.length }) : '',
        refused.length > 0 ? t('form.save.toldRejected', { count: refused.length }) : '',
      ].join('');
      return json({ told, conflicts, rejected: refused }, { status: 409 });
    }
    return redirect(`${page.address}?saved=${applied.length}${section ? `#s-${section}` : ''}`, 303);
  } catch (error) {
    if (error instanceof UnreadableForm) return json(told(t('form.save.unreadable')), { status: 400 });
    if (error instanceof FilingRefusal)
      return json(told(saveRefusalText(error, args.request)), { status: 409 });
    throw error;
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.page.title);

/** Fields keep what is typed; the page is loaded anew only as a whole. */
export const shouldRevalidate = () => false;

export default function Edit() {
  const { page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <FormPage page={{ ...page, ...answer }} />;
}

function told(text: string) {
  return { told: text, conflicts: [], rejected: [] };
}

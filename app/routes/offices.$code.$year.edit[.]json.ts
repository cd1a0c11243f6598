import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { notFound } from '#app/lib/http.server.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { requireFiler } from '#app/lib/require-filer.server.ts';
import { saveRefusalText } from '#app/lib/save-refusal.server.ts';
import { FilingRefusal } from '#app/usecases/filing-refusal.ts';
import { saveDraft } from '#app/usecases/save-draft.server.ts';
import { readDraft } from '#app/usecases/view-form.server.ts';

/** What the form's page saves to and hears others' changes from, while it is open. */

const noStore = { 'Cache-Control': 'no-store' };
const body = z.object({
  changes: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })),
});

/** What has been saved since `?since=`; 204 when that is the newest. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope, office, year } = await requireFiler(args);
  const draft = await readDraft(scope, { officeCode: office.code, year });
  if (!draft) throw notFound();
  const { version, state, fields } = draft;
  if (state === 'submitted' || state === 'approved')
    return answer({ message: getT(args.request)(`form.readOnly.${state}`) }, 409);
  const since = new URL(args.request.url).searchParams.get('since');
  if (since === String(version)) return new Response(null, { status: 204, headers: noStore });
  return answer({ version, fields, conflicts: [], refused: [] });
}

export async function action(args: ActionFunctionArgs) {
  const { scope, office, year } = await requireFiler(args);
  const t = getT(args.request);
  const sent = body.safeParse(await args.request.json().catch(() => undefined));
  if (!sent.success) return answer({ message: t('form.save.unreadable') }, 400);
  try {
    const saved = await saveDraft(scope, { officeCode: office.code, year, ...sent.data }, new Date());
    const { version, fields, conflicts, refused } = saved;
    return answer({ version, fields, conflicts, refused });
  } catch (error) {
    if (!(error instanceof FilingRefusal)) throw error;
    return answer({ message: saveRefusalText(error, args.request) }, 409);
  }
}

function answer(value: unknown, status = 200): Response {
  return Response.json(value, { status, headers: noStore });
}

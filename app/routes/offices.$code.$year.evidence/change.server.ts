import { type ActionFunctionArgs, json, redirect } from '@remix-run/node';
import type { EvidenceRefusal } from '#app/domain/evidence-file.ts';
import type { Translate } from '#app/lib/i18n/instance.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { requireFiler } from '#app/lib/require-filer.server.ts';
import { saveRefusalText } from '#app/lib/save-refusal.server.ts';
import { chosenFiles } from '#app/lib/upload.server.ts';
import { attachEvidence } from '#app/usecases/attach-evidence.server.ts';
import { FilingRefusal } from '#app/usecases/filing-refusal.ts';
import { removeEvidence } from '#app/usecases/remove-evidence.server.ts';

/** What could not be done, one sentence a file, and what was attached all the same. */
export interface EvidenceAnswer {
  refused: string[];
  attached: string[];
  /** The indicator that was chosen. */
  node?: string;
}

/** Adds files to an indicator or takes one out; then leads back to the page, which says what was done. */
export async function changeEvidence(args: ActionFunctionArgs) {
  const { scope, office, year } = await requireFiler(args);
  const t = getT(args.request);
  const key = { officeCode: office.code, year };
  const page = `/offices/${office.code}/${year}/evidence`;
  const form = await args.request.formData().catch(() => undefined);
  if (!form) return answer({ refused: [t('evidence.refused.unreadable_form')] });
  try {
    switch (form.get('intent')) {
      case 'attach': {
        const node = String(form.get('node') ?? '');
        const files = await chosenFiles(form);
        if (node === '') return answer({ refused: [t('evidence.refused.no_node')] });
        if (files.length === 0) return answer({ refused: [t('evidence.refused.no_file')], node });
        const { attached, refused } = await attachEvidence(scope, { ...key, node, files }, new Date());
        await args.context.database.flush();
        if (refused.length > 0) return answer({ refused: refused.map(sentence), attached, node });
        return redirect(`${page}?${new URLSearchParams({ node, attached: `${attached.length}` })}`, 303);
      }
      case 'remove': {
        const removed = await removeEvidence(scope, { ...key, id: String(form.get('id')) }, new Date());
        await args.context.database.flush();
        return redirect(`${page}?removed=${removed === undefined ? 0 : 1}`, 303);
      }
      default:
        return answer({ refused: [t('evidence.refused.unreadable_form')] });
    }
  } catch (error) {
    if (!(error instanceof FilingRefusal)) throw error;
    const text =
      error.code === 'unknown_field' ? t('evidence.refused.no_node') : saveRefusalText(error, args.request);
    return answer({ refused: [text] }, error.code === 'unknown_field' ? 400 : 409);
  }

  function sentence({ fileName, why }: { fileName: string; why: EvidenceRefusal }): string {
    return t(`evidence.refusal.${why}`, { file: fileName });
  }
}

/** What the address says was done: it stands in it so that a reload does nothing again. */
export function toldBy(search: URLSearchParams, t: Translate): string | undefined {
  const [attached, removed] = [search.get('attached'), search.get('removed')];
  if (attached && /^\d{1,3}$/.test(attached)) return t('evidence.attach.done', { count: Number(attached) });
  if (removed === '1') return t('evidence.remove.done');
  return removed === '0' ? t('evidence.remove.gone') : undefined;
}

function answer({ attached = [], ...told }: Partial<EvidenceAnswer> & { refused: string[] }, status = 400) {
  return json({ attached, ...told }, { status });
}

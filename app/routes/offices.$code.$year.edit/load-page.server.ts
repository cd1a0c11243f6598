import type { LoaderFunctionArgs } from '@remix-run/node';
import type { FormPageView } from '#app/components/form/form-page-view.ts';
import { formFieldsOf } from '#app/domain/form/fields.ts';
import { frameworkChanges } from '#app/domain/framework-changes.ts';
import { notFound } from '#app/lib/http.server.ts';
import { languageOf, localName } from '#app/lib/i18n/languages.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { requireFiler } from '#app/lib/require-filer.server.ts';
import { viewForm } from '#app/usecases/view-form.server.ts';

/** The form as its page shows it, and what the frame needs. */
export async function loadPage(args: LoaderFunctionArgs) {
  const { account, role, scope, office, year } = await requireFiler(args);
  const now = new Date();
  const view = await viewForm(scope, { officeCode: office.code, year }, now);
  if (!view) throw notFound();
  const t = getT(args.request);
  const url = new URL(args.request.url);
  const { framework, lastFramework, header } = view;
  const address = `/offices/${office.code}/${year}`;
  const saved = url.searchParams.get('saved');
  const page: FormPageView = {
    title: t('form.title', { office: localName(languageOf(args.request), office), year }),
    office,
    year,
    account: account.id,
    role,
    address: `${address}/edit`,
    saveAddress: `${address}/edit.json`,
    submitAddress: `${address}/submit`,
    evidenceAddress: `${address}/evidence`,
    state: view.state,
    readOnly: !view.mayEdit,
    barrier: view.barrier,
    finishedBy: view.finished?.by ?? undefined,
    finishedAt: view.finished?.at,
    opensOn: header.opensOn,
    deadline: header.deadline,
    exceptionReason: header.exceptionReason,
    isLate: view.late,
    returnReason: view.state === 'returned' ? view.returnReason : undefined,
    comments: view.comments.map(({ id, text, field }) => ({
      id,
      text,
      formField: formFieldsOf([field], undefined, framework)[0],
    })),
    frameworkChanges: lastFramework ? frameworkChanges(lastFramework, framework) : [],
    evidence: view.evidence,
    framework,
    context: { ...view.context, framework, phase: 'filling' },
    version: view.version,
    values: view.values,
    lastValues: view.lastYear?.values,
    peers: view.peers,
    told: saved && /^\d{1,4}$/.test(saved) ? toldSaved(Number(saved)) : undefined,
    conflicts: [],
    rejected: [],
  };
  return { page, frame: { year, years: header.years, place: office } };

  function toldSaved(count: number): string {
    return count === 0 ? t('form.save.toldNothing') : t('form.save.told', { count });
  }
}

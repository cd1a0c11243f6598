import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AuditPage } from '#app/components/audit/audit-page.tsx';
import { requireOffice } from '#app/lib/guards.server.ts';
import { notFound } from '#app/lib/http.server.ts';
import { languageOf, localName } from '#app/lib/i18n/languages.ts';
import { needWords } from '#app/lib/i18n/need-words.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { pageTitle } from '#app/lib/page-title.ts';
import { viewAudit } from '#app/usecases/view-audit.server.ts';
import '#app/styles/audit.css';

await needWords('audit', 'form', 'framework', 'sheet');

export async function loader(args: LoaderFunctionArgs) {
  const { scope, year, office } = await requireOffice(args);
  const params = new URL(args.request.url).searchParams;
  const view = await viewAudit(scope, { year, params, officeCode: office.code }, new Date());
  if (!view) throw notFound();
  const name = localName(languageOf(args.request), office);
  return json({
    view,
    title: getT(args.request)('audit.historyTitle', { office: name, year }),
    frame: { year, years: view.years, place: { name: office.name, nameEn: office.nameEn } },
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function History() {
  const { view } = useLoaderData<typeof loader>();
  return <AuditPage view={view} />;
}

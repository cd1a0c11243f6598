import { json, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AuditPage } from '#app/components/audit/audit-page.tsx';
import { SettingsNav } from '#app/components/settings/settings-nav.tsx';
import { requireDistrict } from '#app/lib/guards.server.ts';
import { notFound } from '#app/lib/http.server.ts';
import { languageOf, localName } from '#app/lib/i18n/languages.ts';
import { needWords } from '#app/lib/i18n/need-words.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { pageTitle } from '#app/lib/page-title.ts';
import { viewAudit } from '#app/usecases/view-audit.server.ts';
import '#app/styles/audit.css';
import '#app/styles/settings.css';

await needWords('audit', 'form', 'framework', 'settings', 'sheet');

export async function loader(args: LoaderFunctionArgs) {
  const { account, scope, year } = await requireDistrict(args);
  const params = new URL(args.request.url).searchParams;
  const view = await viewAudit(scope, { year, params }, new Date());
  if (!view) throw notFound();
  const district = localName(languageOf(args.request), view.district);
  return json({
    view,
    mayChange: account.role === 'district_reviewer',
    title: getT(args.request)('audit.title', { district }),
    frame: { year, years: view.years },
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Audit() {
  const { view, mayChange } = useLoaderData<typeof loader>();
  // the leader reads the trail and none of the other settings
  const navigation = mayChange ? <SettingsNav code={view.district.code} year={view.year} /> : undefined;
  return <AuditPage view={view} navigation={navigation} />;
}

import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireScope } from '#app/lib/guards.server.ts';
import { homePath } from '#app/lib/home.server.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { pageTitle } from '#app/lib/page-title.ts';

/** The start page of a role; most go straight to their figures. */
export async function loader(args: LoaderFunctionArgs) {
  const { account, scope } = await requireScope(args);
  const home = await homePath(account, scope);
  if (home) throw redirect(home);
  return { role: account.role, title: getT(args.request)('common.home') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Start() {
  const { role } = useLoaderData<typeof loader>();
  const { t } = useT();
  const { title, body } =
    role === 'platform_operator'
      ? { title: t('common.operator.title'), body: [t('common.operator.can'), t('common.operator.pending')] }
      : { title: t('common.noRound.title'), body: [t('common.noRound.body')] };
  return (
    <section className="state">
      <h1>{title}</h1>
      {body.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </section>
  );
}

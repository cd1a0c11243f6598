import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { demoAccounts } from '#app/lib/demo-accounts.server.ts';
import { requireAnonymous } from '#app/lib/guards.server.ts';
import { formOf } from '#app/lib/http.server.ts';
import { needWords } from '#app/lib/i18n/need-words.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { pageTitle } from '#app/lib/page-title.ts';
import { safeRedirect } from '#app/lib/safe-redirect.ts';
import { hasSessionCookie, signIn } from '#app/lib/session.server.ts';
import { DemoAccounts } from './demo-accounts.tsx';
import { type Refused, SignInForm } from './sign-in-form.tsx';

await needWords('login');

export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const search = new URL(request.url).searchParams;
  const next = safeRedirect(search.get('next'));
  await requireAnonymous(args, next);
  const notice = search.has('password-changed')
    ? 'changed'
    : search.has('signed-out')
      ? 'signedOut'
      : hasSessionCookie(request, context)
        ? 'ended'
        : undefined;
  const { demo, demoPassword } = context.config;
  return {
    title: getT(request)('login.title'),
    next,
    notice: notice as 'changed' | 'signedOut' | 'ended' | undefined,
    demo:
      demo && demoPassword
        ? { password: demoPassword, accounts: await demoAccounts(context.database) }
        : undefined,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await formOf(request);
  const loginName = field(form, 'loginName').trim();
  const password = field(form, 'password');
  if (!loginName || !password) {
    const missing = { loginName: !loginName, password: !password };
    return json<Refused>({ loginName, missing }, { status: 400 });
  }
  const result = await signIn(request, context, { loginName, password });
  if ('cookie' in result) {
    return redirect(safeRedirect(form.get('next')), { headers: { 'Set-Cookie': result.cookie } });
  }
  if (result.refused === 'locked') {
    return json<Refused>({ loginName, lockedMinutes: result.minutes }, { status: 429 });
  }
  return json<Refused>({ loginName, wrong: true }, { status: 400 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Login() {
  const { next, notice, demo } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useT();
  return (
    <div className="login">
      <section>
        <h1>{t('login.title')}</h1>
        {notice && !refused ? <p className="notice">{t(`login.${notice}`)}</p> : null}
        <SignInForm next={next} refused={refused} />
      </section>
      {demo ? <DemoAccounts accounts={demo.accounts} password={demo.password} next={next} /> : null}
    </div>
  );
}

/** A text field of the form, cut where nothing real is that long. */
function field(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.slice(0, 200) : '';
}

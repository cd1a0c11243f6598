import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { passwordRefusal } from '#app/domain/new-password.ts';
import { requireOwner } from '#app/lib/guards.server.ts';
import { formOf, notFound } from '#app/lib/http.server.ts';
import { needWords } from '#app/lib/i18n/need-words.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { pageTitle } from '#app/lib/page-title.ts';
import { hashPassword } from '#app/lib/password.server.ts';
import { safeRedirect } from '#app/lib/safe-redirect.ts';
import { isOwnPassword, signOut } from '#app/lib/session.server.ts';
import { changeOwnPassword } from '#app/usecases/change-own-password.server.ts';
import { PasswordPage, type RefusedPassword } from './password-page.tsx';

await needWords('login');

export async function loader(args: LoaderFunctionArgs) {
  const { account } = await requireTenant(args);
  return json({
    title: getT(args.request)('login.own.title'),
    issued: account.passwordIssued,
    loginName: account.loginName,
    next: safeRedirect(new URL(args.request.url).searchParams.get('next')),
  });
}

export async function action(args: ActionFunctionArgs) {
  const { account, scope } = await requireTenant(args);
  const form = await formOf(args.request);
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 1_000);
  const [current, next, again] = [text('current'), text('next'), text('again')];
  const { loginName } = account;
  const checked = await isOwnPassword(args.context, loginName, current);
  if (checked !== 'right')
    return json<RefusedPassword>({ current: checked }, { status: checked === 'wrong' ? 400 : 429 });
  const refusal = passwordRefusal(next, { again, current, loginName });
  if (refusal) return json<RefusedPassword>({ next: refusal }, { status: 400 });
  await changeOwnPassword(scope, { loginName, passwordHash: await hashPassword(next) });
  await args.context.database.flush();
  const cookie = await signOut(args.request, args.context);
  const then = new URLSearchParams({ 'password-changed': '', next: safeRedirect(form.get('to')) });
  return redirect(`/login?${then}`, { headers: { 'Set-Cookie': cookie } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Password() {
  return <PasswordPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}

/** The operator of the platform has no district whose trail could tell of it. */
async function requireTenant(args: LoaderFunctionArgs) {
  const owner = await requireOwner(args);
  if (owner.account.districtId === null) throw notFound();
  return owner;
}

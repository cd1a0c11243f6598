import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { signOut } from '#app/lib/session.server.ts';

export async function action({ request, context }: ActionFunctionArgs) {
  const cookie = await signOut(request, context);
  return redirect('/login?signed-out', { headers: { 'Set-Cookie': cookie } });
}

/** Typed into the address bar, it ends nothing. */
export function loader() {
  return redirect('/');
}

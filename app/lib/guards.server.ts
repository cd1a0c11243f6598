import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type Role, reachOf } from '#app/domain/access.ts';
import { findOfficeByCode } from '#db/queries/offices.server.ts';
import { readScope, type Scope, scopeOf } from '#db/scope.server.ts';
import { forbidden, notFound, toOwnPassword, toSignIn } from './http.server.ts';
import { yearOf } from './search-params.ts';
import { type Account, findSignedIn } from './session.server.ts';

/**
 * Every loader and action of a page starts with one of these; nothing else makes a `Scope`. A page that is absent, of
 * another district or office, or not for the role's reach answers 404, always the same.
 */
type Args = Pick<LoaderFunctionArgs, 'request' | 'context' | 'params'>;

export interface Place {
  id: string;
  code: string;
  name: string;
  nameEn: string;
}

/** Anybody who is signed in, by a password of their own; others are sent to sign in or to choose one, and come back. */
export async function requireAccount(args: Args): Promise<Account> {
  const { account } = await requireOwner(args);
  if (account.passwordIssued) throw toOwnPassword(args.request);
  return account;
}

/** Anybody who is signed in: for the page on which one changes the own password. */
export async function requireOwner({ request, context }: Args): Promise<{ account: Account; scope: Scope }> {
  const signedIn = await findSignedIn(request, context);
  if (!signedIn) throw toSignIn(request);
  const { account } = signedIn;
  return { account, scope: scopeOf(context.database, account) };
}

/** The signed-in account with its scope, for pages without a tenant in the address. */
export async function requireScope(args: Args): Promise<{ account: Account; scope: Scope }> {
  const account = await requireAccount(args);
  return { account, scope: scopeOf(args.context.database, account) };
}

/**
 * `/districts/:code/:year…`: district roles of that district. The year is well-formed; whether it has a round, the page's
 * query tells.
 */
export async function requireDistrict(
  args: Args,
): Promise<{ account: Account; scope: Scope; district: Place; year: number }> {
  const { account, scope } = await requireScope(args);
  const district = districtOf(account);
  const year = yearOf(args.params.year);
  if (reachOf(account.role) !== 'district' || !district || !year) throw notFound();
  if (district.code !== args.params.code) throw notFound();
  return { account, scope, district, year };
}

/** `/offices/:code/:year…`: office roles of that office, and district roles of its district. */
export async function requireOffice(
  args: Args,
): Promise<{ account: Account; scope: Scope; district: Place; office: Place; year: number }> {
  const { account, scope } = await requireScope(args);
  const district = districtOf(account);
  const year = yearOf(args.params.year);
  if (!district || !year) throw notFound();
  const office = await reachableOffice(account, scope, args.params.code);
  if (!office) throw notFound();
  return { account, scope, district, office, year };
}

/** Right tenant, but only these roles may do it: 403. */
export function requireRole(account: Account, ...allowed: Role[]): void {
  if (!allowed.includes(account.role)) throw forbidden();
}

/** For the sign-in page: whoever is signed in already goes on. */
export async function requireAnonymous({ request, context }: Args, next: string): Promise<void> {
  if (await findSignedIn(request, context)) throw redirect(next);
}

function districtOf({ districtId, district }: Account): Place | undefined {
  return districtId && district ? { id: districtId, ...district } : undefined;
}

async function reachableOffice(
  account: Account,
  scope: Scope,
  code: string | undefined,
): Promise<Place | undefined> {
  if (!code || !/^\d{9}$/.test(code)) return undefined;
  if (account.officeId && account.office) {
    return account.office.code === code ? { id: account.officeId, ...account.office } : undefined;
  }
  if (reachOf(account.role) !== 'district') return undefined;
  const found = await readScope(scope, (db) => findOfficeByCode(db, code));
  return found && { id: found.id, code: found.code, name: found.name, nameEn: found.nameEn };
}

import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireOffice, requireRole } from './guards.server.ts';
import { forbidden } from './http.server.ts';

/** The people who fill in an office's form: its preparer and its approver; the district reads it once it is sent. */
export async function requireFiler(args: Pick<LoaderFunctionArgs, 'request' | 'context' | 'params'>) {
  const place = await requireOffice(args);
  const { role } = place.account;
  requireRole(place.account, 'office_preparer', 'office_approver');
  if (role !== 'office_preparer' && role !== 'office_approver') throw forbidden();
  return { ...place, role };
}

import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireOffice, requireRole } from './guards.server.ts';

/** The people who import a report: the office's own preparer, and the reviewer of its district. */
export async function requireImporter(args: Pick<LoaderFunctionArgs, 'request' | 'context' | 'params'>) {
  const place = await requireOffice(args);
  requireRole(place.account, 'office_preparer', 'district_reviewer');
  return place;
}

import type { LoaderFunctionArgs } from '@remix-run/node';
import { attachment } from '#app/files/csv.server.ts';
import { requireOffice } from '#app/lib/guards.server.ts';
import { notFound } from '#app/lib/http.server.ts';
import { takeOriginal } from '#app/usecases/kept-report.server.ts';

/**
 * The file as it was uploaded: for the office itself and the reviewer of its district. To be saved and never shown; `no-store` and
 * `nosniff` come from the front.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { account, scope, office, year } = await requireOffice(args);
  if (account.role === 'district_leader') throw notFound();
  const key = { officeCode: office.code, year, document: args.params.document ?? '' };
  const original = await takeOriginal(scope, key, new Date());
  if (!original) throw notFound();
  return new Response(original.content, {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': attachment(original.fileName),
    },
  });
}

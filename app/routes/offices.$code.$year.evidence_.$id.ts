import type { LoaderFunctionArgs } from '@remix-run/node';
import { attachment } from '#app/files/csv.server.ts';
import { requireOffice } from '#app/lib/guards.server.ts';
import { notFound } from '#app/lib/http.server.ts';
import { openEvidence } from '#app/usecases/open-evidence.server.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An evidence file to save. Never shown within the product's pages, whatever it holds. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope, office, year } = await requireOffice(args);
  const id = args.params.id ?? '';
  const { pathname } = new URL(args.request.url);
  const key = { officeCode: office.code, year, id, address: pathname };
  const file = uuid.test(id) ? await openEvidence(scope, key) : undefined;
  if (!file) throw notFound();
  return new Response(file.content, {
    headers: {
      'Content-Type': file.mediaType,
      'Content-Length': `${file.content.length}`,
      'Content-Disposition': attachment(file.fileName),
      'Cache-Control': 'no-store',
    },
  });
}

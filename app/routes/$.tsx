import type { LoaderFunctionArgs } from '@remix-run/node';
import { notFound } from '#app/lib/http.server.ts';

/** Every address without a page, so that the frame stands around the answer. */
export function loader(_args: LoaderFunctionArgs): never {
  throw notFound();
}

export function action(): never {
  throw notFound();
}

export default function NoPage() {
  return null;
}

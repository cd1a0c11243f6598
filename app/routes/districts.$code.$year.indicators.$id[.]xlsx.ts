import type { LoaderFunctionArgs } from '@remix-run/node';
import { indicatorFile } from '#app/lib/indicator-files.server.ts';

export function loader(args: LoaderFunctionArgs) {
  return indicatorFile(args, 'xlsx');
}

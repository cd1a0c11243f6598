import type { LoaderFunctionArgs } from '@remix-run/node';
import { indicatorsFile } from '#app/lib/indicator-files.server.ts';

export function loader(args: LoaderFunctionArgs) {
  return indicatorsFile(args, 'csv');
}

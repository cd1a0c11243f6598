import type { LoaderFunctionArgs } from '@remix-run/node';
import { comparisonFile } from '#app/lib/comparison-file.server.ts';

export function loader(args: LoaderFunctionArgs) {
  return comparisonFile(args, 'csv');
}

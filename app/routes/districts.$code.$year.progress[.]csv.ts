import type { LoaderFunctionArgs } from '@remix-run/node';
import { progressFile } from './districts.$code.$year.progress/progress-file.server.ts';

export function loader(args: LoaderFunctionArgs) {
  return progressFile(args, 'csv');
}

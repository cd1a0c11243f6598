import type { LoaderFunctionArgs } from '@remix-run/node';
import { problemsFile } from './districts.$code.$year.problems/problems-file.server.ts';

export function loader(args: LoaderFunctionArgs) {
  return problemsFile(args, 'xlsx');
}

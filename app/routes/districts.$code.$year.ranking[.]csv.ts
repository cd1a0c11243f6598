import type { LoaderFunctionArgs } from '@remix-run/node';
import { rankingFile } from '#app/lib/ranking-file.server.ts';

export function loader(args: LoaderFunctionArgs) {
  return rankingFile(args, 'csv');
}

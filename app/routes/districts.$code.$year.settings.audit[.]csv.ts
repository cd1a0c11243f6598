import type { LoaderFunctionArgs } from '@remix-run/node';
import { auditFile } from './districts.$code.$year.settings.audit/audit-file.server.ts';

export function loader(args: LoaderFunctionArgs) {
  return auditFile(args, 'csv');
}

import { insertAudit } from '#db/queries/audit.server.ts';
import { type Scope, withScope } from '#db/scope.server.ts';

/** Writes down that the account took figures out of the product: which file, by which address, of how many offices. */
export async function recordExport(
  scope: Scope,
  { what, address, offices }: { what: string; address: string; offices: number },
): Promise<void> {
  await withScope(scope, (db) =>
    insertAudit(db, { action: `export.${what}`, subject: address, detail: { offices } }),
  );
}

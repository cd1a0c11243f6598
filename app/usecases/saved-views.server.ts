import { columnsOf } from '#app/domain/columns.ts';
import { decodeRankingSearch, encodeRankingSearch } from '#app/domain/ranking-search.ts';
import { maxOwnViews, type ViewRefusal, viewNameRefusal } from '#app/domain/saved-view.ts';
import { insertAudit } from '#db/queries/audit.server.ts';
import { findFramework } from '#db/queries/frameworks.server.ts';
import {
  countOwnSavedViews,
  deleteSavedView,
  insertSavedView,
  type SavedView,
  updateSavedViewName,
} from '#db/queries/saved-views.server.ts';
import { ConstraintError, type Scope, type ScopedDb, withScope } from '#db/scope.server.ts';

interface NewView {
  /** Whose columns the address is read with. */
  year: number;
  /** The address of the ranking; `base` holds what is kept of it beside the table's own state. */
  params: URLSearchParams;
  base: URLSearchParams;
  name: string;
  shared: boolean;
}

/** Saves the state of the ranking under a name, for oneself or the district. Gives the reason where it does not. */
export function saveView(
  scope: Scope,
  { year, params, base, name, shared }: NewView,
): Promise<ViewRefusal | undefined> {
  return unlessNameTaken(name, () =>
    withScope(scope, async (db) => {
      const framework = await findFramework(db, year);
      if (!framework) return 'view_gone';
      if ((await countOwnSavedViews(db)) >= maxOwnViews) return 'too_many';
      const columns = columnsOf(framework);
      const query = encodeRankingSearch(decodeRankingSearch(params, columns), base, columns).toString();
      await insertSavedView(db, { name, query, shared });
      return record(db, 'save', { name, shared });
    }),
  );
}

/** Renames an own view or, as the reviewer, a shared one. Gives the reason where it does not. */
export function renameView(
  scope: Scope,
  { id, name }: { id: string; name: string },
): Promise<ViewRefusal | undefined> {
  return unlessNameTaken(name, () =>
    withScope(scope, async (db) => record(db, 'rename', await updateSavedViewName(db, { id, name }))),
  );
}

/** Removes an own view or, as the reviewer, a shared one. Gives the reason where it does not. */
export function removeView(scope: Scope, id: string): Promise<ViewRefusal | undefined> {
  return withScope(scope, async (db) => record(db, 'remove', await deleteSavedView(db, id)));
}

/** What changes a shared view is in the district's trail; one's own views are one's own business. */
async function record(
  db: ScopedDb,
  verb: 'save' | 'rename' | 'remove',
  view: Pick<SavedView, 'name' | 'shared'> | undefined,
): Promise<ViewRefusal | undefined> {
  if (!view) return 'view_gone';
  if (view.shared) await insertAudit(db, { action: `view.${verb}`, subject: view.name });
  return undefined;
}

async function unlessNameTaken(
  name: string,
  write: () => Promise<ViewRefusal | undefined>,
): Promise<ViewRefusal | undefined> {
  const refusal = viewNameRefusal(name);
  if (refusal) return refusal;
  try {
    return await write();
  } catch (error) {
    if (error instanceof ConstraintError && error.kind === 'duplicate') return 'name_taken';
    throw error;
  }
}

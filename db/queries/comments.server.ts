import { randomUUID } from 'node:crypto';
import { districtOf, type ScopedDb, scopeBehind } from '../scope.server.ts';

/** A reviewer's words at one field of one revision. */
export interface Comment {
  id: string;
  revision: number;
  /** As findings name fields: money or rate items, `scores.<node>`, `text`. */
  field: string;
  text: string;
  createdAt: string;
}

/** All comments on an office's year, oldest first; a page shows those of one revision. */
export function findAllComments(
  db: ScopedDb,
  { officeId, year }: { officeId: string; year: number },
): Promise<Comment[]> {
  return db
    .selectFrom('comments')
    .select(['id', 'revision', 'field', 'text', 'created_at as createdAt'])
    .where('district_id', '=', districtOf(db))
    .where('office_id', '=', officeId)
    .where('year', '=', year)
    .orderBy('created_at')
    .orderBy('id')
    .limit(1_000)
    .execute();
}

/** Adds a comment by the scope's account and returns its id. */
export async function insertComment(
  db: ScopedDb,
  comment: { officeId: string; year: number; revision: number; field: string; text: string; at: string },
): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('comments')
    .values({
      district_id: districtOf(db),
      office_id: comment.officeId,
      id,
      year: comment.year,
      revision: comment.revision,
      field: comment.field,
      text: comment.text,
      created_by: scopeBehind(db).accountId,
      created_at: comment.at,
    })
    .execute();
  return id;
}

/** Takes a comment back; false when there is none. */
export async function deleteComment(
  db: ScopedDb,
  { officeId, id }: { officeId: string; id: string },
): Promise<boolean> {
  const row = await db
    .deleteFrom('comments')
    .where('district_id', '=', districtOf(db))
    .where('office_id', '=', officeId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

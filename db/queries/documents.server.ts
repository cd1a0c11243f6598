import { randomUUID } from 'node:crypto';
import { districtOf, type ScopedDb } from '../scope.server.ts';

export interface StoredDocument {
  id: string;
  officeId: string;
  year: number;
  fileName: string;
  mediaType: string;
  sha256: string; // of the file, hex
  bytes: number; // size of the file
  text: string; // as read from it; quotes count in this text
  createdAt: string;
}

/** Stores the text of an uploaded report and returns its id. */
export async function insertDocument(
  db: ScopedDb,
  document: Omit<StoredDocument, 'id' | 'createdAt'>,
): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('documents')
    .values({
      district_id: districtOf(db),
      office_id: document.officeId,
      id,
      year: document.year,
      file_name: document.fileName,
      media_type: document.mediaType,
      sha256: document.sha256,
      bytes: document.bytes,
      text: document.text,
    })
    .execute();
  return id;
}

/** Texts of these documents, by id. */
export async function findAllDocumentTexts(
  db: ScopedDb,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('documents')
    .select(['id', 'text'])
    .where('district_id', '=', districtOf(db))
    .where('id', 'in', [...ids])
    .limit(2_000)
    .execute();
  return new Map(rows.map(({ id, text }) => [id, text]));
}

export function findDocument(
  db: ScopedDb,
  { officeId, id }: { officeId: string; id: string },
): Promise<StoredDocument | undefined> {
  return db
    .selectFrom('documents')
    .select([
      'id',
      'office_id as officeId',
      'year',
      'file_name as fileName',
      'media_type as mediaType',
      'sha256',
      'bytes',
      'text',
      'created_at as createdAt',
    ])
    .where('district_id', '=', districtOf(db))
    .where('office_id', '=', officeId)
    .where('id', '=', id)
    .executeTakeFirst();
}

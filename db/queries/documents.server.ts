import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { districtOf, type ScopedDb, scopeBehind } from '../scope.server.ts';

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

/** A document whose file was kept, and by whom. */
export interface KeptDocument extends Omit<StoredDocument, 'text'> {
  keptBy: 'office' | 'district';
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

export interface NewDocument extends Omit<StoredDocument, 'id' | 'createdAt' | 'bytes'> {
  content: Uint8Array;
  at: string;
}

/**
 * Keeps an uploaded report, its text and its bytes, and returns its id and whether it is new: the same file of an office and
 * year is kept once, under its first name, but by office and district apart.
 */
export async function insertDocument(
  db: ScopedDb,
  { officeId, year, fileName, mediaType, sha256, text, content, at }: NewDocument,
): Promise<{ id: string; isNew: boolean }> {
  const keptBy = scopeBehind(db).reach === 'office' ? 'office' : 'district';
  const id = documentId([officeId, year, sha256, keptBy]);
  const key = { district_id: districtOf(db), office_id: officeId, id };
  const row = await db
    .insertInto('documents')
    .values({
      ...key,
      year,
      file_name: fileName,
      media_type: mediaType,
      sha256,
      bytes: content.length,
      text,
      created_at: at,
    })
    .onConflict((conflict) => conflict.columns(['district_id', 'office_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) return { id, isNew: false };
  await db
    .insertInto('document_files')
    .values({ ...key, kept_by: keptBy, content: toBytes(content) })
    .execute();
  return { id, isNew: true };
}

const columns = [
  'documents.id',
  'documents.office_id as officeId',
  'year',
  'file_name as fileName',
  'media_type as mediaType',
  'sha256',
  'bytes',
  'created_at as createdAt',
] as const;

interface DocumentKey {
  officeId: string;
  id: string;
}

/** A document with its text, its file kept or not. */
export function findDocument(db: ScopedDb, key: DocumentKey): Promise<StoredDocument | undefined> {
  return db
    .selectFrom('documents')
    .select([...columns, 'text'])
    .where('district_id', '=', districtOf(db))
    .where('office_id', '=', key.officeId)
    .where('id', '=', key.id)
    .executeTakeFirst();
}

/** One whose file was kept; without its text. */
export function findKeptDocument(
  db: ScopedDb,
  { officeId, id }: DocumentKey,
): Promise<KeptDocument | undefined> {
  return kept(db, officeId).where('documents.id', '=', id).executeTakeFirst();
}

/** What was kept for an office and year, newest first. */
export function findAllKeptDocuments(
  db: ScopedDb,
  { officeId, year, limit = 50 }: { officeId: string; year: number; limit?: number },
): Promise<KeptDocument[]> {
  return kept(db, officeId)
    .where('year', '=', year)
    .orderBy('created_at', 'desc')
    .orderBy('documents.id')
    .limit(limit)
    .execute();
}

/** The bytes of a document as they were uploaded. */
export async function findContent(
  db: ScopedDb,
  { officeId, id }: DocumentKey,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const row = await db
    .selectFrom('document_files')
    .select(sql<string>`encode(content, 'base64')`.as('content'))
    .where('district_id', '=', districtOf(db))
    .where('office_id', '=', officeId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && new Uint8Array(Buffer.from(row.content, 'base64'));
}

/** Takes a document out, its file first; false, with nothing written, where the file is not there or not the scope's to take. */
export async function deleteDocument(db: ScopedDb, { officeId, id }: DocumentKey): Promise<boolean> {
  for (const table of ['document_files', 'documents'] as const) {
    const row = await db
      .deleteFrom(table)
      .where('district_id', '=', districtOf(db))
      .where('office_id', '=', officeId)
      .where('id', '=', id)
      .returning('id')
      .executeTakeFirst();
    if (!row) return false;
  }
  return true;
}

function kept(db: ScopedDb, officeId: string) {
  return db
    .selectFrom('documents')
    .innerJoin('document_files', (join) =>
      join
        .onRef('document_files.district_id', '=', 'documents.district_id')
        .onRef('document_files.office_id', '=', 'documents.office_id')
        .onRef('document_files.id', '=', 'documents.id'),
    )
    .select([...columns, 'kept_by as keptBy'])
    .where('documents.district_id', '=', districtOf(db))
    .where('documents.office_id', '=', officeId);
}

/**
 * Bytes cross to the database and back as base64, which it decodes itself: the embedded one would take them one by one, 40 s for
 * 18 MB.
 */
function toBytes(content: Uint8Array) {
  return sql<Uint8Array>`decode(${Buffer.from(content).toString('base64')}, 'base64')`;
}

/** The same file gets the same id, so that two clicks at once meet at the key. */
function documentId(parts: readonly (string | number)[]): string {
  const hex = createHash('sha256').update(parts.join(' ')).digest('hex');
  const [a, b, c, d, e] = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(13, 16),
    hex.slice(17, 20),
    hex.slice(20, 32),
  ];
  return `${a}-${b}-8${c}-8${d}-${e}`; // version 8: of one's own making
}

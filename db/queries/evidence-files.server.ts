import { randomUUID } from 'node:crypto';
import { type SqlBool, sql } from 'kysely';
import { districtOf, type ScopedDb, scopeBehind } from '../scope.server.ts';

/** 佐证材料: a file at an indicator of one office's report, without its content. */
export interface EvidenceFile {
  id: string;
  /** Indicator code. */
  node: string;
  fileName: string;
  mediaType: string;
  sha256: string;
  bytes: number;
  /** The first revision that holds it; null: not sent yet. */
  firstRevision: number | null;
  addedAt: string;
  /** Display name; null where the account is gone or out of the scope's reach. */
  by: string | null;
}

interface ReportKey {
  officeId: string;
  year: number;
}

/** Of the working copy, or of a revision that was sent. */
export type EvidenceOf = 'draft' | { revision: number };

const columns = [
  'evidence_files.id',
  'node',
  'file_name as fileName',
  'media_type as mediaType',
  'sha256',
  'bytes',
  'first_revision as firstRevision',
  'added_at as addedAt',
] as const;

/** The files of one report, by indicator in the order of coming, those of one upload by name. */
export function findAllEvidenceFiles(
  db: ScopedDb,
  { officeId, year, of }: ReportKey & { of: EvidenceOf },
): Promise<EvidenceFile[]> {
  return db
    .selectFrom('evidence_files')
    .leftJoin('accounts', 'accounts.id', 'evidence_files.added_by')
    .select([...columns, 'display_name as by'])
    .where('evidence_files.district_id', '=', districtOf(db))
    .where('evidence_files.office_id', '=', officeId)
    .where('year', '=', year)
    .where(heldBy(of))
    .orderBy('node')
    .orderBy('added_at')
    .orderBy(sql`file_name collate "C"`)
    .limit(1_000)
    .execute();
}

/** A file at an indicator of a report that is compared. */
export interface NodeEvidence extends Pick<EvidenceFile, 'id' | 'fileName' | 'bytes'> {
  officeId: string;
}

/** The files at these indicators in what the offices sent last, of every office that the scope reaches. */
export async function findAllNodeEvidence(
  db: ScopedDb,
  { year, nodes }: { year: number; nodes: string[] },
): Promise<NodeEvidence[]> {
  const { rows } = await sql<NodeEvidence>`
    select f.office_id as "officeId", f.id, f.file_name as "fileName", f.bytes
    from evidence_files f
    join submissions s on (s.district_id, s.office_id, s.year) = (f.district_id, f.office_id, f.year)
    where f.district_id = ${districtOf(db)} and f.year = ${year} and f.node = any(${nodes})
      and s.status in ('submitted', 'approved') and s.current_revision >= f.first_revision
      and (f.last_revision is null or s.current_revision <= f.last_revision)
    order by f.added_at, f.file_name collate "C"
    limit 5000`.execute(db);
  return rows;
}

/** A file with its content. Undefined where there is none, or the scope does not reach it. */
export async function findEvidenceContent(
  db: ScopedDb,
  { officeId, year, id }: ReportKey & { id: string },
): Promise<{ fileName: string; mediaType: string; content: Buffer<ArrayBuffer> } | undefined> {
  const row = await db
    .selectFrom('evidence_files')
    .select(['file_name as fileName', 'media_type as mediaType'])
    .select(sql<string>`encode(content, 'base64')`.as('text'))
    .where('district_id', '=', districtOf(db))
    .where('office_id', '=', officeId)
    .where('year', '=', year)
    .where('id', '=', id)
    .executeTakeFirst();
  return (
    row && { fileName: row.fileName, mediaType: row.mediaType, content: Buffer.from(row.text, 'base64') }
  );
}

/**
 * Adds a file to the working copy in the scope account's name and returns its id. Bytes travel as text in both directions,
 * because the embedded engine's own way takes 8 s instead of 2 for 10 MB, and everybody waits for it.
 */
export async function insertEvidenceFile(
  db: ScopedDb,
  file: ReportKey &
    Pick<EvidenceFile, 'node' | 'fileName' | 'mediaType' | 'sha256'> & { content: Uint8Array; at: string },
): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('evidence_files')
    .values({
      district_id: districtOf(db),
      office_id: file.officeId,
      id,
      year: file.year,
      node: file.node,
      file_name: file.fileName,
      media_type: file.mediaType,
      sha256: file.sha256,
      bytes: file.content.length,
      content: sql`decode(${Buffer.from(file.content).toString('base64')}::text, 'base64')`,
      added_by: scopeBehind(db).accountId,
      added_at: file.at,
    })
    .execute();
  return id;
}

/**
 * Takes a file out of the working copy: one that was never sent is gone, one that a revision holds stays with the revisions
 * up to `revision`. False when the working copy has no such file.
 */
export async function deleteEvidenceFile(
  db: ScopedDb,
  { officeId, year, id, revision }: ReportKey & { id: string; revision: number },
): Promise<boolean> {
  const { rows } = await sql`
    with own as (
      select district_id, office_id, id, first_revision from evidence_files
      where district_id = ${districtOf(db)} and office_id = ${officeId} and year = ${year} and id = ${id}
        and last_revision is null
    ), gone as (
      delete from evidence_files f using own
      where (f.district_id, f.office_id, f.id) = (own.district_id, own.office_id, own.id)
        and own.first_revision is null
      returning f.id
    ), kept as (
      update evidence_files f set last_revision = ${revision} from own
      where (f.district_id, f.office_id, f.id) = (own.district_id, own.office_id, own.id)
        and own.first_revision is not null
      returning f.id
    )
    select id from gone union all select id from kept`.execute(db);
  return rows.length > 0;
}

/** Freezes what the working copy holds with the revision that it became. */
export async function updateEvidenceSent(
  db: ScopedDb,
  { officeId, year, revision }: ReportKey & { revision: number },
): Promise<void> {
  await db
    .updateTable('evidence_files')
    .set({ first_revision: revision })
    .where('district_id', '=', districtOf(db))
    .where('office_id', '=', officeId)
    .where('year', '=', year)
    .where('first_revision', 'is', null)
    .execute();
}

function heldBy(of: EvidenceOf) {
  if (of === 'draft') return sql<SqlBool>`last_revision is null`;
  return sql<SqlBool>`first_revision <= ${of.revision} and (last_revision is null or last_revision >= ${of.revision})`;
}

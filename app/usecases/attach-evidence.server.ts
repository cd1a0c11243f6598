import { createHash } from 'node:crypto';
import {
  type EvidenceKind,
  type EvidenceRefusal,
  evidenceBarriers,
  evidenceKinds,
} from '#app/domain/evidence-file.ts';
import { judgeEvidence } from '#app/files/judge-evidence.server.ts';
import type { UploadedFile } from '#app/files/uploaded-file.ts';
import { insertAudit } from '#db/queries/audit.server.ts';
import { upsertDraft } from '#db/queries/drafts.server.ts';
import { findAllEvidenceFiles, insertEvidenceFile } from '#db/queries/evidence-files.server.ts';
import { type Scope, type ScopedDb, withScope } from '#db/scope.server.ts';
import type { FilingKey } from './filing-place.server.ts';
import { FilingRefusal } from './filing-refusal.ts';
import { attempts, baseRevisionOf, openCopy } from './save-draft.server.ts';
import { loadValues, type WorkingCopy } from './working-copy.server.ts';

export interface EvidenceInput extends FilingKey {
  /** Indicator code. */
  node: string;
  files: readonly UploadedFile[];
}

/** What came of each file; a refused one says why and keeps nobody else's out. */
export interface AttachedEvidence {
  attached: string[];
  refused: RefusedFile[];
}

interface RefusedFile {
  fileName: string;
  why: EvidenceRefusal;
}

interface SoundFile {
  fileName: string;
  kind: EvidenceKind;
  sha256: string;
  content: Uint8Array;
}
type JudgedFile = SoundFile | RefusedFile;

/**
 * Adds files to an indicator of the office's working copy, all sound ones in one transaction with their audit entries. The
 * copy's version moves on, so that nobody sends what he has not seen; a second upload waits for the first, so that no two
 * exceed the limits together. Throws FilingRefusal, with nothing written, where the office cannot fill in now.
 */
export async function attachEvidence(
  scope: Scope,
  input: EvidenceInput,
  now: Date,
): Promise<AttachedEvidence> {
  const judged = input.files.map(judge);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const done = await withScope(scope, (db) => attachWithin(db, input, judged, now));
    if (done) return done;
  }
  throw new FilingRefusal('changed_meanwhile', { office: input.officeCode, year: input.year });
}

/** Undefined where somebody else has begun the form meanwhile; nothing is written then. */
async function attachWithin(
  db: ScopedDb,
  { officeCode, year, node }: EvidenceInput,
  judged: readonly JudgedFile[],
  now: Date,
): Promise<AttachedEvidence | undefined> {
  const copy = await openCopy(db, { officeCode, year }, now);
  if (!copy.nodes.includes(node)) throw new FilingRefusal('unknown_field', { field: node });
  const { fitting, refused } = await fitIn(db, copy, { year, node }, judged);
  if (fitting.length === 0) return { attached: [], refused };
  const baseRevision = await baseRevisionOf(db, copy, year);
  if (baseRevision === undefined) return undefined;
  const { id: officeId } = copy.office;
  const at = now.toISOString();
  const entries = [];
  for (const { fileName, kind, sha256, content } of fitting) {
    const { mediaType } = evidenceKinds[kind];
    const id = await insertEvidenceFile(db, {
      ...{ officeId, year, node, fileName, mediaType, sha256, content, at },
    });
    entries.push({ changes: [{ field: evidenceField(node), from: '', to: fileName }], sha256, id });
  }
  await touchCopy(db, copy, { year, baseRevision, at });
  for (const detail of entries)
    await insertAudit(db, { officeId, action: 'draft.attach', subject: `${officeCode}/${year}`, detail, at });
  return { attached: fitting.map(({ fileName }) => fileName), refused };
}

/** Beside the words about evidence, so that a field's history tells of both. */
export function evidenceField(node: string): string {
  return `scores.${node}.evidence`;
}

/** Moves the copy's version on, without changing a field: whoever has read it has not seen these files. */
export async function touchCopy(
  db: ScopedDb,
  copy: WorkingCopy,
  { year, baseRevision, at }: { year: number; baseRevision: number; at: string },
): Promise<void> {
  const { office, version } = copy;
  const fields = await loadValues(db, copy, year);
  const moved = await upsertDraft(db, { officeId: office.id, year, version, baseRevision, fields, at });
  if (moved === undefined) throw new FilingRefusal('changed_meanwhile', { office: office.name, year });
}

function judge({ fileName, bytes: content }: UploadedFile): JudgedFile {
  const verdict = judgeEvidence({ fileName, bytes: content });
  if ('refusal' in verdict) return { fileName, why: verdict.refusal };
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { fileName, kind: verdict.kind, sha256, content };
}

/** In the order given, against what the copy holds. */
async function fitIn(
  db: ScopedDb,
  { office }: WorkingCopy,
  { year, node }: { year: number; node: string },
  judged: readonly JudgedFile[],
): Promise<{ fitting: SoundFile[]; refused: RefusedFile[] }> {
  const files = await findAllEvidenceFiles(db, { officeId: office.id, year, of: 'draft' });
  const held = {
    files: files.length,
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    hashes: files.filter((file) => file.node === node).map(({ sha256 }) => sha256),
  };
  const sound = judged.filter((file): file is SoundFile => !('why' in file));
  const barriers = evidenceBarriers(
    held,
    sound.map(({ content, sha256 }) => ({ bytes: content.length, sha256 })),
  );
  const unfit = sound.flatMap(({ fileName }, index) => {
    const why = barriers[index];
    return why ? [{ fileName, why }] : [];
  });
  return {
    fitting: sound.filter((_, index) => barriers[index] === undefined),
    refused: [...judged.filter((file): file is RefusedFile => 'why' in file), ...unfit],
  };
}

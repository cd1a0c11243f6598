import {
  type EvidenceKind,
  type EvidenceRefusal,
  evidenceLimits,
  isCompoundFile,
  kindOfBytes,
  kindOfName,
  kindOfParts,
} from '#app/domain/evidence-file.ts';
import { FileProblem } from './report-file-error.server.ts';
import type { UploadedFile } from './uploaded-file.ts';
import { readZipDirectory } from './zip-directory.server.ts';

/**
 * What a file is by its content, or why it is not taken: its ending, size, first and last bytes and, of an archive, the
 * directory. Nothing is unpacked or opened, so that a file that would blow up never does here.
 */
export function judgeEvidence({
  fileName,
  bytes,
}: UploadedFile): { kind: EvidenceKind } | { refusal: EvidenceRefusal } {
  const claimed = kindOfName(fileName);
  if (!claimed) return { refusal: 'unknown_type' };
  if (bytes.length === 0) return { refusal: 'empty_file' };
  if (bytes.length > evidenceLimits.fileBytes) return { refusal: 'too_large' };
  const kind = contentOf(bytes);
  if (kind === undefined || kind === claimed) return kind ? { kind } : { refusal: 'wrong_content' };
  return { refusal: isRefusal(kind) ? kind : 'wrong_content' };
}

const reasons = ['encrypted', 'macros', 'unsafe_archive', 'unreadable_file'] as const;
type Content = EvidenceKind | (typeof reasons)[number] | undefined;

function contentOf(bytes: Uint8Array): Content {
  if (isCompoundFile(bytes)) return hasPassword(bytes) ? 'encrypted' : undefined;
  const kind = kindOfBytes(bytes);
  return kind === 'zip' ? archiveOf(bytes) : kind;
}

function archiveOf(bytes: Uint8Array): Content {
  try {
    return kindOfParts(readZipDirectory(bytes).map(({ name }) => name));
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    return reasons.find((reason) => reason === error.code) ?? 'unreadable_file';
  }
}

function hasPassword(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

function isRefusal(content: string): content is (typeof reasons)[number] {
  return reasons.some((reason) => reason === content);
}

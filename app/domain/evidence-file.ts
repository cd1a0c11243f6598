import { childrenOf, type Framework } from './framework.ts';

/** The formats of evidence: each has its media type and the endings that its name may have. */
export const evidenceKinds = {
  pdf: { mediaType: 'application/pdf', endings: ['pdf'] },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    endings: ['xlsx'],
  },
  jpg: { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  png: { mediaType: 'image/png', endings: ['png'] },
} as const;
export type EvidenceKind = keyof typeof evidenceKinds;

const mebibyte = 1024 * 1024;
/** Of one file, and of all that one report's working copy holds. */
export const evidenceLimits = { fileBytes: 10 * mebibyte, totalBytes: 50 * mebibyte, files: 200 };

/** Why a file is not attached. */
export const evidenceRefusals = [
  'unknown_type',
  'empty_file',
  'too_large',
  'wrong_content',
  'encrypted',
  'macros',
  'unsafe_archive',
  'unreadable_file',
  'attached_already',
  'no_room',
  'too_many',
] as const;
export type EvidenceRefusal = (typeof evidenceRefusals)[number];

/** The format that a name claims by its ending. */
export function kindOfName(name: string): EvidenceKind | undefined {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return allKinds.find((kind) => (evidenceKinds[kind].endings as readonly string[]).includes(ending));
}

/** The format of a media type that was stored. */
export function kindOfMediaType(mediaType: string): EvidenceKind | undefined {
  return allKinds.find((kind) => evidenceKinds[kind].mediaType === mediaType);
}
const allKinds = Object.keys(evidenceKinds) as EvidenceKind[];

/**
 * The format of a file that is whole, by its first and last bytes; `zip` is an archive, whose directory tells more. Undefined
 * for anything else, also for a PDF or a picture that was cut off.
 */
export function kindOfBytes(bytes: Uint8Array): Exclude<EvidenceKind, 'docx' | 'xlsx'> | 'zip' | undefined {
  const begins = (start: string) => latin(bytes.subarray(0, start.length)) === start;
  const endsWith = (mark: string, within: number) => latin(bytes.subarray(-within)).includes(mark);
  if (begins('%PDF-')) return endsWith('%%EOF', 1024) ? 'pdf' : undefined;
  if (begins('\x89PNG\r\n\x1a\n')) return endsWith('IEND', 64) ? 'png' : undefined;
  // cameras write their own notes behind the picture's end
  if (begins('\xff\xd8\xff')) return endsWith('\xff\xd9', 64 * 1024) ? 'jpg' : undefined;
  return begins('PK\x03\x04') ? 'zip' : undefined;
}

/** A file of an office program from before 2007, or one with a password: neither is an archive. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return latin(bytes.subarray(0, 4)) === '\xd0\xcf\x11\xe0';
}

/** What an archive is by the names of its parts: a document, a workbook, one of these with macros, or neither. */
export function kindOfParts(names: readonly string[]): 'docx' | 'xlsx' | 'macros' | undefined {
  if (!names.includes('[Content_Types].xml')) return undefined;
  if (names.some((name) => /(^|\/)vbaProject\.bin$/i.test(name))) return 'macros';
  // some programs number the main part
  if (names.some((name) => /^word\/document\d*\.xml$/.test(name))) return 'docx';
  return names.some((name) => /^xl\/workbook\d*\.xml$/.test(name)) ? 'xlsx' : undefined;
}

/** What the working copy holds already; `hashes`: at the indicator in question. */
export interface EvidenceHeld {
  files: number;
  bytes: number;
  hashes: readonly string[];
}

/** Why each of these sound files cannot be added to what is there and to those before it; undefined for one that fits. */
export function evidenceBarriers(
  held: EvidenceHeld,
  files: readonly { bytes: number; sha256: string }[],
): (EvidenceRefusal | undefined)[] {
  let now = held;
  return files.map((file) => {
    const barrier = barrierOf(now, file);
    if (!barrier)
      now = {
        files: now.files + 1,
        bytes: now.bytes + file.bytes,
        hashes: [...now.hashes, file.sha256],
      };
    return barrier;
  });
}

function barrierOf(
  { files, bytes, hashes }: EvidenceHeld,
  file: { bytes: number; sha256: string },
): EvidenceRefusal | undefined {
  if (hashes.includes(file.sha256)) return 'attached_already';
  if (files >= evidenceLimits.files) return 'too_many';
  return bytes + file.bytes > evidenceLimits.totalBytes ? 'no_room' : undefined;
}

/** Whether files are attached at this node: as words about evidence, at categories and indicators, or where nothing lies below. */
export function takesEvidence(framework: Framework, code: string): boolean {
  const node = framework.nodes.find((each) => each.code === code);
  return node !== undefined && (node.level > 1 || childrenOf(framework, code).length === 0);
}

function latin(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

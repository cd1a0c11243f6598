import { inflateRawSync } from 'node:zlib';
import { FileProblem } from './report-file-error.server.ts';

/** A part of an archive as the central directory declares it; nothing of it has been unpacked. */
export interface ZipEntry {
  name: string;
  stored: boolean;
  packed: number;
  size: number;
  /** Of its local header. */
  offset: number;
}

export const zipLimits = { unpacked: 100 * 1024 * 1024, entries: 1000, ratio: 100 };

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
const longestComment = 0xffff;

/**
 * The entries of a zip archive, from its central directory alone, where they keep within `zipLimits`. Stricter than unpackers
 * are, so that no other reader sees other entries: one disk, no ZIP64, nothing before, between or after the records.
 * Throws FileProblem.
 */
export function readZipDirectory(archive: Uint8Array): ZipEntry[] {
  const bytes = bufferOf(archive);
  const end = findEnd(bytes);
  const [disks, count, length, start] = [
    bytes.readUInt32LE(end + 4),
    bytes.readUInt16LE(end + 10),
    bytes.readUInt32LE(end + 12),
    bytes.readUInt32LE(end + 16),
  ];
  if (disks !== 0 || count !== bytes.readUInt16LE(end + 8)) throw unsafe('several disks');
  if (count > zipLimits.entries) throw unsafe(`${count} entries`);
  if (start + length !== end) throw broken('the directory is not where it is said to be');
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = readEntry(bytes, at, end);
    entries.push(entry);
    at = next;
  }
  if (at !== end) throw unsafe('more entries than declared');
  checkSizes(entries, bytes.length);
  checkNames(entries.map(({ name }) => name));
  return entries;
}

/** One part, unpacked, which must be exactly as long as declared. Throws FileProblem. */
export function unpackEntry(archive: Uint8Array, { offset, packed, size, stored }: ZipEntry): Buffer {
  const bytes = bufferOf(archive);
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== localSignature)
    throw broken('no entry at its place');
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + packed > bytes.length) throw broken('an entry beyond the end');
  const data = bytes.subarray(start, start + packed);
  const content = stored ? data : inflate(data, size);
  if (content.length !== size) throw unsafe('an entry of another size than declared');
  return content;
}

/** Office programs write no document type; one that is there means to reach for other files or to multiply itself. Throws FileProblem. */
export function checkXmlParts(archive: Uint8Array): void {
  for (const entry of readZipDirectory(archive)) {
    if (!/\.(xml|rels)$/i.test(entry.name)) continue;
    if (unpackEntry(archive, entry).includes('<!DOCTYPE'))
      throw new FileProblem('unsafe_archive', entry.name);
  }
}

function inflate(data: Buffer, size: number): Buffer {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(size, 1) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw unsafe('an entry larger than declared');
    throw broken('an entry that cannot be unpacked');
  }
}

function findEnd(bytes: Buffer): number {
  const last = bytes.length - endLength;
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1) {
    if (bytes.readUInt32LE(at) !== endSignature) continue;
    if (at + endLength + bytes.readUInt16LE(at + 20) !== bytes.length) throw broken('it does not end here');
    return at;
  }
  throw broken('no end of the directory');
}

function readEntry(bytes: Buffer, at: number, end: number): { entry: ZipEntry; next: number } {
  if (at + 46 > end || bytes.readUInt32LE(at) !== entrySignature) throw broken('no entry in the directory');
  const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
  const [packed, size] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)];
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
  const next = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  if (next > end) throw broken('an entry beyond the directory');
  if (flags & 0x41) throw new FileProblem('encrypted');
  if (method !== 0 && method !== 8) throw unsafe(`packing method ${method}`);
  const name = bytes.toString('utf8', at + 46, nameEnd);
  const offset = bytes.readUInt32LE(at + 42);
  return { entry: { name, stored: method === 0, packed, size, offset }, next };
}

function checkSizes(entries: readonly ZipEntry[], archiveLength: number): void {
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0);
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (packed > archiveLength) throw unsafe('entries that overlap');
  if (size > zipLimits.unpacked) throw unsafe(`${size} bytes unpacked`);
  if (size > zipLimits.ratio * packed) throw unsafe(`${packed} bytes unpack to ${size}`);
  // an incompressible picture would hide a text that unpacks without end
  const dense = entries.find((entry) => isText(entry) && entry.size > zipLimits.ratio * entry.packed);
  if (dense) throw unsafe(`${dense.name}: ${dense.packed} bytes unpack to ${dense.size}`);
}

function isText({ name }: ZipEntry): boolean {
  return /\.(xml|rels)$/i.test(name);
}

function checkNames(names: readonly string[]): void {
  const odd = names.find((name) => /^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)|[\\\p{Cc}\uFFFD]/iu.test(name));
  if (odd !== undefined) throw unsafe(`an entry named ${JSON.stringify(odd)}`);
  if (new Set(names).size < names.length) throw unsafe('two entries of one name');
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function unsafe(detail: string): FileProblem {
  return new FileProblem('unsafe_archive', detail);
}

function broken(detail: string): FileProblem {
  return new FileProblem('unreadable_file', detail);
}

/** A file that somebody sent, under its plain name. */
export interface UploadedFile {
  fileName: string;
  bytes: Uint8Array;
}

const longestName = 120;

/**
 * A file's bare name: without folders, without control, direction and other characters that are not seen, at most 120 letters
 * with its ending kept. Total: a name of nothing else is empty.
 */
export function plainFileName(stated: string): string {
  const bare = stated
    .normalize('NFC')
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+| +$/g, '');
  const letters = [...bare];
  if (letters.length <= longestName) return bare;
  return `${letters.slice(0, 100).join('')}…${letters.slice(-15).join('')}`;
}

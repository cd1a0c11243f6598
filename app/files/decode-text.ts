/** Text files from Chinese offices are GB18030 as often as UTF-8: a byte order mark decides, then strict UTF-8, then GB18030. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const encodings = [byteOrderMark(bytes) ?? 'utf-8', 'gb18030'];
  for (const encoding of encodings) {
    const text = decodeStrictly(bytes, encoding);
    // a zero character is in no text: the bytes are of something else
    if (text !== undefined && !text.includes('\0')) return text;
  }
  return undefined;
}

function byteOrderMark([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

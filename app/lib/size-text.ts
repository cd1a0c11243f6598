/** The size of a file as people read it: bytes below a thousand, else KB or MB of 1024 with one decimal. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const kb = bytes / 1024;
  return kb < 1000 ? `${kb.toFixed(1)} KB` : `${(kb / 1024).toFixed(1)} MB`;
}

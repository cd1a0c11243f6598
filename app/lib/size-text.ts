const mebibyte = 1024 * 1024;

/** The size of a file as people read it: “1.4 MB”, “23 KB”; never 0, never more precise than anybody asks. */
export function sizeText(bytes: number): string {
  if (bytes < mebibyte) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / mebibyte).toFixed(1)} MB`;
}

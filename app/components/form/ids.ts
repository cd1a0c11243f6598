/** Where a link to a field leads. */
export function fieldId(field: string): string {
  return `f-${field}`;
}

/** What is said about a field. */
export function notesId(field: string): string {
  return `n-${field}`;
}

export function sectionId(section: string): string {
  return `s-${section}`;
}

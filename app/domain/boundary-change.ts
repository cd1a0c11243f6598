export const boundaryKinds = ['merged', 'split', 'boundary', 'renamed'] as const;
export type BoundaryKind = (typeof boundaryKinds)[number];

/** From `year` on, an office's figures follow another boundary. */
export interface BoundaryChange {
  officeId: string;
  year: number;
  kind: BoundaryKind;
  note: string;
  noteEn: string;
}

/** Another name leaves the figures comparable; another area does not. */
export function breaksSeries({ kind }: Pick<BoundaryChange, 'kind'>): boolean {
  return kind !== 'renamed';
}

/** An office's changes that lie between the figures of two years, the later one included. */
export function changesBetween(
  changes: readonly BoundaryChange[],
  { officeId, from, to }: { officeId: string; from: number; to: number },
): BoundaryChange[] {
  return changes.filter((change) => change.officeId === officeId && change.year > from && change.year <= to);
}

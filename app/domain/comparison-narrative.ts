/** What an office says in words about one year. */
export interface OfficeNarrative {
  officeId: string;
  goal?: string;
  keyTasks?: string;
  /** Why revenue and expenditure changed on last year. */
  changeReason?: string;
  problems: NarratedProblem[];
  /** Measures that the office links to no problem. */
  otherMeasures: string[];
  /** Reasons for lost points by node of the framework. */
  reasons: Record<string, { reason?: string; measure?: string }>;
}

export interface NarratedProblem {
  text: string;
  /** Slugs, most telling first. */
  themes: string[];
  measures: string[];
}

/** A theme that at least two of the offices name. */
export interface SharedTheme {
  theme: string;
  officeIds: string[];
}

/** Themes in common, those of most offices first, then by slug; offices in the order given. */
export function sharedThemes(narratives: Pick<OfficeNarrative, 'officeId' | 'problems'>[]): SharedTheme[] {
  const offices = new Map<string, string[]>();
  for (const { officeId, problems } of narratives) {
    for (const theme of new Set(problems.flatMap(({ themes }) => themes))) {
      offices.set(theme, [...(offices.get(theme) ?? []), officeId]);
    }
  }
  return [...offices]
    .map(([theme, officeIds]) => ({ theme, officeIds }))
    .filter(({ officeIds }) => officeIds.length > 1)
    .sort((a, b) => b.officeIds.length - a.officeIds.length || (a.theme < b.theme ? -1 : 1));
}

/** A round's rules: what is typed of them, and how they differ for one office. */

/** Where a round differs for one office; without one it takes part until the round's deadline. */
export interface RoundException {
  takesPart: boolean;
  /** YYYY-MM-DD; null: the round's. */
  deadline: string | null;
}

/** The last day on which this office files in time, YYYY-MM-DD. */
export function deadlineOf(
  { deadline }: { deadline: string },
  exception?: Pick<RoundException, 'deadline'>,
): string {
  return exception?.deadline ?? deadline;
}

export function takesPart(exception: Pick<RoundException, 'takesPart'> | undefined): boolean {
  return exception?.takesPart ?? true;
}

/** Whether offices may file on this day in China. */
export function isFilingOpen(
  { status, opensOn }: { status: 'open' | 'closed'; opensOn: string },
  today: string,
): boolean {
  return status === 'open' && opensOn <= today;
}

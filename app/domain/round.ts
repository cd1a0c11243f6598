/** A round's rules for one office: own deadline, and whether it takes part at all. */

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

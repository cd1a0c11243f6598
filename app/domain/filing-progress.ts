import { chinaDay, isCompared, isLate, type OfficeName } from './office-year.ts';
import { deadlineOf, type RoundException, takesPart } from './round.ts';
import { type Severity, type SubmissionOrigin, type SubmissionStatus, severities } from './submission.ts';

/** Where an office stands in a round, furthest first. `left_out`: it does not take part. */
export const boardStates = ['approved', 'submitted', 'returned', 'draft', 'not_begun', 'left_out'] as const;
export type BoardState = (typeof boardStates)[number];

/** What the audit trail tells of one submission. */
export interface TrailEntry {
  step: 'submit' | 'withdraw' | 'return' | 'approve';
  at: string;
}

/** How many findings of one check, and to how many of them the office gave a reason. */
export interface FindingCount {
  severity: Severity;
  count: number;
  answered: number;
}

/** A submission as the board needs it; a draft without its figures. */
export interface FiledSubmission {
  officeId: string;
  status: SubmissionStatus;
  origin: SubmissionOrigin;
  revision: number;
  version: number;
  filedOn: string | null; // as the office states it
  submittedAt: string | null;
  firstSubmittedAt: string | null;
  approvedAt: string | null;
  returnReason: string | null;
  findings: FindingCount[];
  /** Oldest first. */
  trail: TrailEntry[];
}

/** One office in one round. */
export interface OfficeFiling {
  office: OfficeName;
  state: BoardState;
  /** The office's own, YYYY-MM-DD. */
  deadline: string;
  /** It differs from the round's. */
  extended: boolean;
  /** Of what stands before the district; `unknown` where no day of filing is known. */
  timing?: 'on_time' | 'late' | 'unknown';
  submission?: FiledSubmission;
}

/** A round as the board counts it. */
export interface RoundDays {
  opensOn: string; // YYYY-MM-DD
  deadline: string; // YYYY-MM-DD
}

/** Every office of the round, in the order given. */
export function officeFilings(
  offices: readonly OfficeName[],
  submissions: readonly FiledSubmission[],
  { round, exceptions }: { round: RoundDays; exceptions: readonly (RoundException & { officeId: string })[] },
): OfficeFiling[] {
  const submissionOf = new Map(submissions.map((each) => [each.officeId, each]));
  const exceptionOf = new Map(exceptions.map((each) => [each.officeId, each]));
  return offices.map((office) => {
    const submission = submissionOf.get(office.id);
    const exception = exceptionOf.get(office.id);
    const deadline = deadlineOf(round, exception);
    const extended = deadline !== round.deadline;
    if (!takesPart(exception)) return { office, state: 'left_out', deadline, extended };
    const timing = submission && isCompared(submission) ? timingOf(submission, deadline) : undefined;
    return { office, state: submission?.status ?? 'not_begun', deadline, extended, timing, submission };
  });
}

function timingOf(submission: FiledSubmission, deadline: string): OfficeFiling['timing'] {
  if (isLate(submission, deadline)) return 'late';
  const isDated = submission.submittedAt !== null || (submission.origin !== 'filed' && submission.filedOn);
  return isDated ? 'on_time' : 'unknown';
}

/** Offices by where they stand. `filed`: submitted or approved; `missing`: take part and have nothing before the district. */
export interface FilingCounts extends Record<BoardState, number> {
  takingPart: number;
  filed: number;
  missing: number;
  onTime: number;
  late: number;
  /** Filed on a day that nobody wrote down. */
  undated: number;
  /** Missing and past the own deadline. */
  overdue: number;
}

/** `today`: YYYY-MM-DD in China. */
export function filingCounts(filings: readonly OfficeFiling[], today: string): FilingCounts {
  const count = (test: (filing: OfficeFiling) => boolean) => filings.filter(test).length;
  const states = Object.fromEntries(
    boardStates.map((state) => [state, count((filing) => filing.state === state)]),
  ) as Record<BoardState, number>;
  return {
    ...states,
    takingPart: filings.length - states.left_out,
    filed: states.submitted + states.approved,
    missing: count(isMissing),
    onTime: count(({ timing }) => timing === 'on_time'),
    late: count(({ timing }) => timing === 'late'),
    undated: count(({ timing }) => timing === 'unknown'),
    overdue: count((filing) => isMissing(filing) && filing.deadline < today),
  };
}

/** Not filed, or returned and not filed again. */
export function isMissing({ state }: Pick<OfficeFiling, 'state'>): boolean {
  return state === 'returned' || state === 'draft' || state === 'not_begun';
}

export interface SeverityCount {
  severity: Severity;
  findings: number;
  offices: number;
  /** With the office's reason beside them. */
  answered: number;
}

/** Findings of what stands before the district, gravest first; all severities, found or not. */
export function findingsBySeverity(filings: readonly OfficeFiling[]): SeverityCount[] {
  const filed = filings.filter(({ state }) => state === 'submitted' || state === 'approved');
  return severities.map((severity) => {
    const ofOffice = filed.map(({ submission }) =>
      (submission?.findings ?? []).filter((finding) => finding.severity === severity),
    );
    return {
      severity,
      findings: total(ofOffice.flat().map(({ count }) => count)),
      offices: ofOffice.filter((found) => found.length > 0).length,
      answered: total(ofOffice.flat().map(({ answered }) => answered)),
    };
  });
}

/** An office to be reminded: what it owes and how many days are left until its own deadline, negative once it is past. */
export interface Reminder {
  office: OfficeName;
  state: BoardState;
  deadline: string;
  extended: boolean;
  daysLeft: number;
  returnReason?: string;
  returnedOn?: string;
}

/** Who is missing, the longest overdue first, else in the order given. */
export function remindersOf(filings: readonly OfficeFiling[], today: string): Reminder[] {
  return filings
    .filter(isMissing)
    .map(({ office, state, deadline, extended, submission }) => ({
      office,
      state,
      deadline,
      extended,
      daysLeft: daysBetween(today, deadline),
      ...(state === 'returned' && {
        returnReason: submission?.returnReason ?? undefined,
        returnedOn: chinaDay(submission?.trail.findLast(({ step }) => step === 'return')?.at ?? null),
      }),
    }))
    .sort((a, b) => a.daysLeft - b.daysLeft);
}

/** Calendar days from one day to another, both YYYY-MM-DD; negative when the second comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function total(counts: number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

import type { Role } from './access.ts';
import type { SubmissionStatus } from './submission.ts';

/** Where one office's report of one year stands; `finished`: in the approver's hands, not yet sent. */
export const filingStates = ['none', 'draft', 'finished', 'submitted', 'returned', 'approved'] as const;
export type FilingState = (typeof filingStates)[number];

export const filingCommands = [
  'save',
  'finish',
  'take_back',
  'submit',
  'withdraw',
  'return',
  'approve',
  'comment',
  'score',
] as const;
export type FilingCommand = (typeof filingCommands)[number];

/** `is_…`: the report stands elsewhere than the command needs; `same_person`: nobody approves what he submitted. */
export type StepRefusal = `is_${FilingState}` | 'wrong_role' | 'same_person';
/** Why a round keeps an office from filing. */
export type RoundBarrier = 'round_closed' | 'round_not_open' | 'not_taking_part';

export interface FilingActor {
  role: Role;
  /** This very account submitted what stands there. */
  isSubmitter?: boolean;
}

type Move = readonly [by: readonly Role[], to: FilingState];

const preparer: readonly Role[] = ['office_preparer'];
const approver: readonly Role[] = ['office_approver'];
const staff: readonly Role[] = ['office_preparer', 'office_approver'];
const reviewer: readonly Role[] = ['district_reviewer'];

/** Every step there is: from which state, which command, by whom, to which state. */
export const filingSteps: Record<FilingState, Partial<Record<FilingCommand, Move>>> = {
  none: { save: [staff, 'draft'] },
  draft: { save: [staff, 'draft'], finish: [preparer, 'finished'], submit: [approver, 'submitted'] },
  finished: { save: [approver, 'draft'], take_back: [staff, 'draft'], submit: [approver, 'submitted'] },
  submitted: {
    withdraw: [approver, 'draft'],
    comment: [reviewer, 'submitted'],
    score: [reviewer, 'submitted'],
    return: [reviewer, 'returned'],
    approve: [reviewer, 'approved'],
  },
  returned: {
    save: [staff, 'returned'],
    finish: [preparer, 'finished'],
    submit: [approver, 'submitted'],
    comment: [reviewer, 'returned'],
  },
  approved: { comment: [reviewer, 'approved'], return: [reviewer, 'returned'] },
};

/** After a round is closed the district still settles what it has in hand; nothing moves into an office's hands or out. */
const afterClosing: readonly FilingCommand[] = ['comment', 'score', 'approve'];

/** The state of a submission and the office's working copy; a district role knows nothing of the latter. */
export function filingState(status: SubmissionStatus | undefined, isFinished: boolean): FilingState {
  if (status === undefined) return 'none';
  return isFinished && (status === 'draft' || status === 'returned') ? 'finished' : status;
}

/**
 * Where a command leads, or why it may not be given. `draft` after `finished` is the state it was finished from: a returned
 * report that is taken back is returned again.
 */
export function next(
  state: FilingState,
  command: FilingCommand,
  { role, isSubmitter = false }: FilingActor,
): { to: FilingState } | { refusal: StepRefusal } {
  if (!mayEver(command, role)) return { refusal: 'wrong_role' };
  const [by, to] = filingSteps[state][command] ?? [];
  if (!by?.includes(role) || !to) return { refusal: `is_${state}` };
  if (command === 'approve' && isSubmitter) return { refusal: 'same_person' };
  return { to };
}

/** The commands that this actor can give now, for a page to offer. */
export function possibleCommands(state: FilingState, actor: FilingActor): FilingCommand[] {
  return filingCommands.filter((command) => 'to' in next(state, command, actor));
}

/** What of the round keeps a command out on this day (YYYY-MM-DD, in China); after the deadline one may still submit. */
export function roundBarrier(
  command: FilingCommand,
  { status, opensOn, takesPart }: { status: 'open' | 'closed'; opensOn: string; takesPart: boolean },
  today: string,
): RoundBarrier | undefined {
  if (afterClosing.includes(command)) return undefined;
  if (!takesPart) return 'not_taking_part';
  if (status === 'closed') return 'round_closed';
  return today < opensOn ? 'round_not_open' : undefined;
}

function mayEver(command: FilingCommand, role: Role): boolean {
  return Object.values(filingSteps).some((moves) => moves[command]?.[0].includes(role));
}

import type { Role } from '#app/domain/access.ts';
import type { FilingState, RoundBarrier } from '#app/domain/filing-steps.ts';
import type { CheckContext } from '#app/domain/findings.ts';
import type { FormValues } from '#app/domain/form/fields.ts';
import type { Framework } from '#app/domain/framework.ts';
import type { FrameworkChange } from '#app/domain/framework-changes.ts';
import type { PeerRange } from '#app/domain/peer-range.ts';
import type { Conflict, Rejected } from './working-copy.ts';

/** What other offices stated in `year`, by field. `policy`: what that round let an office see; absent without a round. */
export interface FormPeers {
  year: number;
  policy?: 'named' | 'coded' | 'aggregate';
  ranges: Readonly<Record<string, PeerRange>>;
}

/** Everything the form's page shows. */
export interface FormPageView {
  title: string;
  office: { code: string; name: string; nameEn: string };
  year: number;
  /** The reader, so that nobody finds what another left unsaved on the same machine. */
  account: string;
  role: Extract<Role, 'office_preparer' | 'office_approver'>;
  /** Of the page itself, of what it saves to, and of the pages that send it and hold its evidence. */
  address: string;
  saveAddress: string;
  submitAddress: string;
  evidenceAddress: string;

  state: FilingState;
  /** Nothing can be changed now; `barrier` where that is the round's doing. */
  readOnly: boolean;
  barrier?: RoundBarrier;
  finishedBy?: string;
  finishedAt?: string;
  /** YYYY-MM-DD. */
  opensOn: string;
  /** The office's own where it has one, YYYY-MM-DD. */
  deadline: string;
  /** Why the round is another for this office: a later deadline, or no part in it. */
  exceptionReason?: string;
  isLate: boolean;
  returnReason?: string;
  /** The reviewer's words, at the field of the form they are about. */
  comments: { id: string; text: string; formField?: string }[];
  frameworkChanges: FrameworkChange[];
  /** How many evidence files hang on each indicator that has any. */
  evidence: Readonly<Record<string, number>>;

  framework: Framework;
  /** What the checks know beside the form. */
  context: CheckContext;
  /** The working copy as stored. */
  version: number;
  values: FormValues;
  /** Last year's report as it would stand in this form; absent where there is none. */
  lastValues?: FormValues;
  peers: FormPeers;

  /** After a plain post: what came of it, and what could not be stored. */
  told?: string;
  conflicts: (Conflict & { field: string; mine: string })[];
  rejected: Rejected[];
}

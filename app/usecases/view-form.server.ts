import { type FilingState, next, type RoundBarrier } from '#app/domain/filing-steps.ts';
import type { CheckContext } from '#app/domain/findings/check.ts';
import type { FormValues } from '#app/domain/form/fields.ts';
import { takenOver } from '#app/domain/form/take-over.ts';
import type { Framework } from '#app/domain/framework.ts';
import { isLateIfSent } from '#app/domain/office-year.ts';
import { deadlineOf } from '#app/domain/round.ts';
import type { SubmissionContent } from '#app/domain/submission.ts';
import { findAllAccounts } from '#db/queries/accounts.server.ts';
import { type Comment, findAllComments } from '#db/queries/comments.server.ts';
import { findAllFrameworks } from '#db/queries/frameworks.server.ts';
import { findAllRounds } from '#db/queries/rounds.server.ts';
import { findSubmission } from '#db/queries/submission-content.server.ts';
import { readScope, type Scope, type ScopedDb } from '#db/scope.server.ts';
import { loadHistory } from './own-history.server.ts';
import { loadPeerRanges, type PeerRanges } from './peer-ranges.server.ts';
import { readableEvidence } from './readable-evidence.server.ts';
import { barrierOf, findWorkingCopy, loadValues, valuesOf, type WorkingCopy } from './working-copy.server.ts';

export interface FormView {
  office: WorkingCopy['office'];
  header: {
    year: number;
    /** Years with a round, newest first. */
    years: number[];
    status: 'open' | 'closed';
    opensOn: string; // YYYY-MM-DD
    /** The office's own where it has one, YYYY-MM-DD. */
    deadline: string;
    /** Why this office's deadline is its own, or why it takes no part. */
    exceptionReason?: string;
  };
  framework: Framework;
  lastFramework?: Framework;
  state: FilingState;
  /** Whether this reader may save now. */
  mayEdit: boolean;
  /** What of the round keeps everybody from saving. */
  barrier?: RoundBarrier;
  /** The working copy, or what was sent last. */
  values: FormValues;
  /** Of the working copy; 0 while there is none. */
  version: number;
  /** Of the submission; null while there is none. */
  submissionVersion: number | null;
  changed?: Stamp;
  finished?: Stamp;
  /** A report sent now would be. */
  late: boolean;
  returnReason?: string;
  receipt?: string;
  /** Of the revision that was looked through, oldest first. */
  comments: Comment[];
  /** How many evidence files hang on each indicator that has any. */
  evidence: Record<string, number>;
  lastYear?: LastYear;
  /** What others stated last year, as far as that round shows it. */
  peers: PeerRanges;
  /** What the checks need beside content and framework. */
  context: Pick<CheckContext, 'year' | 'lastYear' | 'history'> & { officeName: string; deadline: string };
}

/** `by`: display name; null where the account is gone. */
export interface Stamp {
  by: string | null;
  at: string;
}

export interface LastYear {
  values: FormValues;
  content: SubmissionContent;
  /** What may be taken over at once: what rarely changes, and last year's problems to be followed up. */
  takeOver: FormValues;
}

export interface DraftView {
  version: number;
  state: FilingState;
  fields: FormValues;
  changed?: Stamp;
}

interface FormKey {
  /** Administrative code, 9 digits. */
  officeCode: string;
  year: number;
}

/** The form of one office and year. Undefined when the scope is not the office's or the district holds no round that year. */
export function viewForm(scope: Scope, key: FormKey, now: Date): Promise<FormView | undefined> {
  return readScope(scope, async (db) => {
    const copy = await findWorkingCopy(db, key);
    const frameworks = await findAllFrameworks(db, [key.year - 1, key.year]);
    const framework = frameworks.get(key.year);
    if (!copy?.round || !framework) return undefined;
    const { office, round, exception, submission, draft, state, version } = copy;
    const stored = submission && (await findSubmission(db, { officeId: office.id, year: key.year }));
    const lastYear = await loadLastYear(db, office.id, key.year - 1);
    const names = new Map((await findAllAccounts(db)).map(({ id, displayName }) => [id, displayName]));
    const stamp = (by: string | null, at: string): Stamp => ({ by: names.get(by ?? '') ?? null, at });
    const deadline = deadlineOf(round, exception ?? undefined);
    const barrier = barrierOf(copy, now);
    const rounds = await findAllRounds(db);
    const last = { year: key.year - 1, framework: frameworks.get(key.year - 1) };
    return {
      office,
      header: {
        year: key.year,
        years: rounds.map(({ year }) => year),
        status: round.status,
        opensOn: round.opensOn,
        deadline,
        exceptionReason: exception?.reason,
      },
      framework,
      lastFramework: last.framework,
      state,
      mayEdit: !barrier && 'to' in next(state, 'save', { role: scope.role }),
      barrier,
      values: draft?.fields ?? (stored ? valuesOf(stored) : {}),
      version,
      submissionVersion: submission?.version ?? null,
      changed: draft && stamp(draft.changedBy, draft.changedAt),
      finished: draft?.finishedAt ? stamp(draft.finishedBy, draft.finishedAt) : undefined,
      late: isLateIfSent(stored?.firstSubmittedAt, now, deadline),
      returnReason: stored?.returnReason ?? undefined,
      receipt: stored?.receipt ?? undefined,
      comments: await loadComments(db, copy, key.year),
      evidence: countBy(await readableEvidence(db, { officeId: office.id, year: key.year, submission })),
      lastYear,
      peers: await loadPeerRanges(db, {
        officeId: office.id,
        year: last.year,
        round: rounds.find(({ year }) => year === last.year),
        frameworks: { framework, last: last.framework },
      }),
      context: {
        year: key.year,
        officeName: office.name,
        deadline,
        lastYear: lastYear?.content,
        history: await loadHistory(db, { officeId: office.id, year: key.year }),
      },
    };
  });
}

/** What has been saved so far, for a page that is open already. Undefined as for `viewForm`. */
export function readDraft(scope: Scope, key: FormKey): Promise<DraftView | undefined> {
  return readScope(scope, async (db) => {
    const copy = await findWorkingCopy(db, key);
    if (!copy?.round) return undefined;
    const { draft, state, version } = copy;
    const fields = await loadValues(db, copy, key.year);
    if (!draft) return { version, state, fields };
    const by = (await findAllAccounts(db)).find(({ id }) => id === draft.changedBy)?.displayName ?? null;
    return { version, state, fields, changed: { by, at: draft.changedAt } };
  });
}

function countBy(files: readonly { node: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { node } of files) counts[node] = (counts[node] ?? 0) + 1;
  return counts;
}

async function loadLastYear(db: ScopedDb, officeId: string, year: number): Promise<LastYear | undefined> {
  const stored = await findSubmission(db, { officeId, year });
  if (!stored || stored.status === 'draft') return undefined;
  const values = valuesOf({ ...stored, findings: [] });
  return { values, content: stored.content, takeOver: takenOver(values, stored.content) };
}

/** A reviewer's words are shown once the review is done. */
function loadComments(db: ScopedDb, { office, submission }: WorkingCopy, year: number): Promise<Comment[]> {
  if (!submission || submission.status === 'submitted') return Promise.resolve([]);
  return findAllComments(db, { officeId: office.id, year }).then((comments) =>
    comments.filter(({ revision }) => revision === submission.revision),
  );
}

import type { OfficeFiling } from '#app/domain/filing-progress.ts';
import { type FilingCommand, possibleCommands, roundBarrier } from '#app/domain/filing-steps.ts';
import { type MissingReasons, missingReasons } from '#app/domain/findings/missing-reasons.ts';
import { formFieldsOf } from '#app/domain/form/fields.ts';
import { type Framework, isSameTree } from '#app/domain/framework.ts';
import { chinaDay, isCompared, type OfficeName } from '#app/domain/office-year.ts';
import type { Compared } from '#app/domain/review-fields.ts';
import { countChanges, type ReviewLines, reviewLines } from '#app/domain/review-lines.ts';
import { neighbours, type QueueOrder, reviewQueue } from '#app/domain/review-queue.ts';
import { countScoreChanges, type ReviewScoreLine, reviewScoreLines } from '#app/domain/review-score-lines.ts';
import { type Finding, severities } from '#app/domain/submission.ts';
import { type Comment, findAllComments } from '#db/queries/comments.server.ts';
import { type EvidenceFile, findAllEvidenceFiles } from '#db/queries/evidence-files.server.ts';
import { type FilingStep, findAllFilingSteps } from '#db/queries/filing-trail.server.ts';
import { findFramework } from '#db/queries/frameworks.server.ts';
import { findAllRounds, type Round } from '#db/queries/rounds.server.ts';
import { findSubmission, type StoredSubmission } from '#db/queries/submission-content.server.ts';
import { readScope, type Scope, type ScopedDb } from '#db/scope.server.ts';
import { readableEvidence } from './readable-evidence.server.ts';
import { type FindingView, findingView } from './report-card.server.ts';
import { loadFilings } from './view-progress.server.ts';

/** An earlier revision that the bureau decided on. */
export interface FormerRevision {
  revision: number;
  decided: 'approved' | 'returned';
}

export interface ReviewView {
  office: OfficeName;
  year: number;
  /** Years with a round, newest first. */
  years: number[];
  filing: Omit<OfficeFiling, 'submission'>;
  queue: { previous?: OfficeName; next?: OfficeName; place?: number; size: number };
  /** Absent while there is nothing before the district: not begun, or a draft of the office's own. */
  submission?: SubmissionUnderReview;
}

export interface SubmissionUnderReview
  extends Pick<
    StoredSubmission,
    'status' | 'origin' | 'revision' | 'version' | 'submittedAt' | 'receipt' | 'returnReason'
  > {
  /** What happened to it, oldest first. */
  steps: Pick<FilingStep, 'action' | 'at' | 'by' | 'role' | 'detail'>[];
  /** What it can be set against beside last year, newest first. */
  former: FormerRevision[];
  /** The revision that it is marked against, or last year; absent where there is neither. */
  against?: number | 'year';
  /** Which former revision stands in the columns; absent where there is none. */
  formerShown?: FormerRevision;
  hasLastYear: boolean;
  /** Last year's scores were given under another framework. */
  frameworkChanged: boolean;
  /** Fields and entries that differ from what it is marked against. */
  changes: number;
  lines: ReviewLines;
  scores: ReviewScoreLine[];
  /** Files at the indicators, and those that were taken out since the former revision shown. */
  evidence: ReviewedEvidence[];
  missing: MissingReasons;
  /** Gravest first. */
  findings: ReviewedFinding[];
  comments: Comment[];
  /** What the reader may do now. */
  commands: FilingCommand[];
}

/** `change`: against the former revision shown. */
export type ReviewedEvidence = Pick<EvidenceFile, 'id' | 'node' | 'fileName' | 'bytes'> & {
  change?: 'new' | 'gone';
};

/** `at`: the field of the form where a comment on it belongs. */
export type ReviewedFinding = FindingView & { at?: string };

export interface ReviewSearch {
  /** `year`, or a former revision; anything else becomes the last approved one, else the last returned, else the year. */
  against?: string;
  order: QueueOrder;
}

/**
 * One office's submission for the reviewer, beside last year's and a former revision. Undefined when the district has no
 * such office or held no round that year.
 */
export function viewReview(
  scope: Scope,
  { year, officeCode, search }: { year: number; officeCode: string; search: ReviewSearch },
  now: Date,
): Promise<ReviewView | undefined> {
  return readScope(scope, async (db) => {
    const rounds = await findAllRounds(db);
    const round = rounds.find((each) => each.year === year);
    if (!round) return undefined;
    const filings = await loadFilings(db, round);
    const filing = filings.find(({ office }) => office.code === officeCode);
    if (!filing) return undefined;
    const today = chinaDay(now.toISOString()) ?? '';
    const queue = reviewQueue(filings, { today, order: search.order });
    const { submission: _, ...place } = filing;
    return {
      office: filing.office,
      year,
      years: rounds.map((each) => each.year),
      filing: place,
      queue: { ...neighbours(queue, officeCode), size: queue.length },
      submission: await loadSubmission(db, { scope, round, filing, today, against: search.against }),
    };
  });
}

interface Asked {
  scope: Scope;
  round: Round;
  filing: OfficeFiling;
  today: string;
  against?: string;
}

async function loadSubmission(db: ScopedDb, asked: Asked): Promise<SubmissionUnderReview | undefined> {
  const { round, filing } = asked;
  const key = { officeId: filing.office.id, year: round.year };
  const stored = await findSubmission(db, key);
  const framework = await findFramework(db, round.year);
  if (!stored || stored.status === 'draft' || !framework) return undefined;
  const subject = `${filing.office.code}/${round.year}`;
  const steps = (await findAllFilingSteps(db, { officeId: key.officeId, subject, limit: 100 })).reverse();
  const former = formerRevisions(steps, stored.revision);
  const before = await findSubmission(db, { ...key, year: round.year - 1 });
  const lastYear = before && isCompared(before) ? before.content : undefined;
  const chosen = chosenFormer(former, asked.against);
  const formerStored = chosen && (await findSubmission(db, { ...key, revision: chosen.revision }));
  const isYear = !chosen || (asked.against === 'year' && lastYear !== undefined);
  const compared: Compared = {
    now: stored.content,
    lastYear,
    former: formerStored?.content,
    against: isYear ? 'year' : 'former',
    missing: missingReasons(stored.findings, framework),
  };
  const lines = reviewLines(compared);
  const review = { scores: stored.reviewed, reasons: stored.reviewedReasons };
  const scores = reviewScoreLines(framework, compared, review);
  const lastFramework = lastYear && (await findFramework(db, round.year - 1));
  const { status, origin, revision, version, submittedAt, receipt, returnReason } = stored;
  return {
    ...{ status, origin, revision, version, submittedAt, receipt, returnReason },
    steps: steps.map(({ accountId: _, ...step }) => step),
    former,
    against: isYear ? lastYear && 'year' : chosen?.revision,
    formerShown: chosen,
    hasLastYear: lastYear !== undefined,
    frameworkChanged: lastFramework !== undefined && !isSameTree(framework, lastFramework),
    changes: countChanges(lines, compared.against) + countScoreChanges(scores, compared.against),
    lines,
    scores,
    evidence: await loadEvidence(db, { ...key, submission: stored }, chosen?.revision),
    missing: compared.missing ?? {},
    findings: stored.findings
      .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
      .map((finding) => reviewedFinding(finding, framework)),
    comments: await findAllComments(db, key),
    commands: commandsOf(asked, stored),
  };
}

async function loadEvidence(
  db: ScopedDb,
  { submission, ...key }: { officeId: string; year: number; submission: StoredSubmission },
  former: number | undefined,
): Promise<ReviewedEvidence[]> {
  const files = await readableEvidence(db, { ...key, submission });
  const before = former ? await findAllEvidenceFiles(db, { ...key, of: { revision: former } }) : undefined;
  const marked = ({ id, node, fileName, bytes }: EvidenceFile, change?: 'new' | 'gone') => ({
    ...{ id, node, fileName, bytes },
    ...(change && { change }),
  });
  const has = (list: readonly EvidenceFile[], id: string) => list.some((file) => file.id === id);
  return [
    ...files.map((file) => marked(file, before && !has(before, file.id) ? 'new' : undefined)),
    ...(before ?? []).filter(({ id }) => !has(files, id)).map((file) => marked(file, 'gone')),
  ];
}

function reviewedFinding(finding: Finding, framework: Framework): ReviewedFinding {
  const view = findingView(finding, framework);
  return { ...view, at: formFieldsOf(finding.fields, view.figures, framework)[0] };
}

/** Revisions before this one that were approved or sent back, newest first; approved tells more than sent back later. */
function formerRevisions(steps: readonly FilingStep[], current: number): FormerRevision[] {
  const decided = new Map<number, FormerRevision['decided']>();
  for (const { action, detail } of steps) {
    const { revision } = detail;
    if (typeof revision !== 'number' || revision >= current) continue;
    if (action === 'submission.approve') decided.set(revision, 'approved');
    if (action === 'submission.return' && !decided.has(revision)) decided.set(revision, 'returned');
  }
  return [...decided]
    .map(([revision, decision]) => ({ revision, decided: decision }))
    .sort((a, b) => b.revision - a.revision);
}

function chosenFormer(former: readonly FormerRevision[], against?: string): FormerRevision | undefined {
  return (
    former.find(({ revision }) => String(revision) === against) ??
    former.find(({ decided }) => decided === 'approved') ??
    former[0]
  );
}

function commandsOf({ scope, round, filing, today }: Asked, stored: StoredSubmission): FilingCommand[] {
  const isSubmitter = scope.accountId !== null && stored.submittedBy === scope.accountId;
  const rules = { status: round.status, opensOn: round.opensOn, takesPart: filing.state !== 'left_out' };
  return possibleCommands(stored.status, { role: scope.role, isSubmitter }).filter(
    (command) => roundBarrier(command, rules, today) === undefined,
  );
}

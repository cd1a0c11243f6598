import { type ChangedText, changedTexts } from '#app/domain/changed-texts.ts';
import { type FilingCommand, possibleCommands, roundBarrier } from '#app/domain/filing-steps.ts';
import { type Effect, effectOf, findingKey } from '#app/domain/findings.ts';
import type { Framework } from '#app/domain/framework.ts';
import { type FrameworkChange, frameworkChanges } from '#app/domain/framework-changes.ts';
import { chinaDay, isLate, isLateIfSent } from '#app/domain/office-year.ts';
import type { Obstacle } from '#app/domain/report-obstacles.ts';
import { isReadIn, type SubmissionContent } from '#app/domain/submission.ts';
import type { EvidenceFile } from '#db/queries/evidence-files.server.ts';
import { findAllFilingSteps } from '#db/queries/filing-trail.server.ts';
import { findAllFrameworkVersions, findFrameworkVersion } from '#db/queries/framework-versions.server.ts';
import { findAllRounds } from '#db/queries/rounds.server.ts';
import { readScope, type Scope, type ScopedDb } from '#db/scope.server.ts';
import { type FilingKey, type FilingPlace, openFiling } from './filing-place.server.ts';
import { FilingRefusal } from './filing-refusal.ts';
import { readableEvidence } from './readable-evidence.server.ts';
import { type ReadyReport, readyReport } from './ready-report.server.ts';
import { type FindingView, findingView } from './report-card.server.ts';
import { frameworkLabel } from './submit-report.server.ts';

export interface FilingView {
  years: number[];
  state: FilingPlace['state'];
  /** The office's own where it has one, YYYY-MM-DD. */
  deadline: string;
  /** After the deadline: of what was sent, else as of now. */
  late: boolean;
  /** What this reader may do now. */
  commands: FilingCommand[];
  /** Versions that the steps ask for: of the working copy, and of the submission. */
  seen: { draft: number; submission: number; framework?: string };
  report?: ReportToSend;
  /** What the framework changed against the one before it; absent once the report is sent, and where nothing did. */
  newFramework?: { year: number; version: number; changes: FrameworkChange[] };
  finished?: { by: string | null; at: string };
  receipt?: { number: string; revision: number; at: string; by: string | null };
  returnReason?: string;
}

export interface ReportToSend {
  framework: Framework;
  content: SubmissionContent;
  lastYear?: SubmissionContent;
  /** Against last year. */
  texts: ChangedText[];
  findings: SentFinding[];
  obstacles: Obstacle[];
  /** Files that are or were sent along, by indicator. */
  evidence: EvidenceFile[];
}

/** A finding as the sender sees it: what it does to sending, and the reason given to it. */
export interface SentFinding extends FindingView {
  effect: Effect;
  /** Names the answer among the form's fields. */
  key: string;
}

const shownCommands: readonly FilingCommand[] = ['finish', 'take_back', 'submit', 'withdraw'];

/**
 * One office's report before and after it is sent: what would be sent, beside last year's, with everything that keeps it
 * from being sent; then the receipt. Undefined where the office or the round is out of reach.
 */
export function viewFiling(scope: Scope, key: FilingKey, now: Date): Promise<FilingView | undefined> {
  return readScope(scope, async (db) => {
    const place = await openFiling(db, key).catch(outOfReach);
    if (!place) return undefined;
    const ready = await readyReport(db, place, now);
    const steps = await findAllFilingSteps(db, {
      officeId: place.office.id,
      subject: place.subject,
      limit: 50,
    });
    const { state, current, draft, deadline, draftVersion } = place;
    const stored = ready?.stored;
    const isSent = state === 'submitted' || state === 'approved';
    const of = (action: string) => steps.find((step) => step.action === action);
    return {
      years: (await findAllRounds(db)).map(({ year }) => year),
      state,
      deadline,
      late:
        isSent && stored
          ? isLate({ ...stored, filedOn: stored.content.filedOn ?? null }, deadline)
          : isLateIfSent(stored?.firstSubmittedAt, now, deadline),
      commands: commandsOf(scope, place, now).filter(
        // what the bureau read in is the bureau's to take back
        (command) => command !== 'withdraw' || !stored || !isReadIn(stored.origin),
      ),
      seen: {
        ...{ draft: draftVersion, submission: current?.version ?? 0 },
        ...(ready && { framework: frameworkLabel(ready.framework) }),
      },
      report: ready && { ...reportOf(ready, isSent), evidence: await loadEvidence(db, place) },
      newFramework: ready && !isSent ? await newFrameworkOf(db, ready.framework) : undefined,
      finished: draft?.finishedAt ? { by: of('draft.finish')?.by ?? null, at: draft.finishedAt } : undefined,
      receipt:
        isSent && stored?.receipt && stored.submittedAt
          ? {
              number: stored.receipt,
              revision: stored.revision,
              at: stored.submittedAt,
              by: of('submission.submit')?.by ?? null,
            }
          : undefined,
      returnReason: state === 'returned' ? (stored?.returnReason ?? undefined) : undefined,
    };
  });
}

function loadEvidence(db: ScopedDb, { office, round, current }: FilingPlace): Promise<EvidenceFile[]> {
  return readableEvidence(db, { officeId: office.id, year: round.year, submission: current });
}

/** Against the version before it, or the newest of the year before. */
async function newFrameworkOf(db: ScopedDb, framework: Framework): Promise<FilingView['newFramework']> {
  const { year, version } = framework;
  const versions = await findAllFrameworkVersions(db);
  const before = versions.find((each) => each.year < year || (each.year === year && each.version < version));
  const former = before && (await findFrameworkVersion(db, before.id));
  const changes = former ? frameworkChanges(former, framework) : [];
  return changes.length > 0 ? { year, version, changes } : undefined;
}

function commandsOf({ role }: Scope, { state, round, takesPart }: FilingPlace, now: Date): FilingCommand[] {
  const today = chinaDay(now.toISOString()) ?? '';
  return possibleCommands(state, { role }).filter(
    (command) => shownCommands.includes(command) && !roundBarrier(command, { ...round, takesPart }, today),
  );
}

/** What was sent keeps the findings it was sent with. */
function reportOf(
  { framework, read, lastYear, stored, ...ready }: ReadyReport,
  isSent: boolean,
): Omit<ReportToSend, 'evidence'> {
  const findings = isSent ? stored.findings : ready.findings;
  const content = isSent ? stored.content : read.content;
  return {
    framework,
    content,
    lastYear: lastYear?.content,
    texts: changedTexts(framework, content, lastYear?.content),
    findings: findings.map((finding) => ({
      ...findingView(finding, framework),
      effect: effectOf(finding, 'submitting', stored.origin),
      key: findingKey(finding),
    })),
    obstacles: isSent ? [] : ready.obstacles,
  };
}

function outOfReach(error: unknown): undefined {
  if (!(error instanceof FilingRefusal)) throw error;
  return undefined;
}

import { columnsOf, columnValue } from '#app/domain/columns.ts';
import { type MissingReasons, missingReasons } from '#app/domain/findings/missing-reasons.ts';
import { type Check, type CheckContext, checkByName } from '#app/domain/findings.ts';
import { type Framework, nodeByCode } from '#app/domain/framework.ts';
import type { OfficeYear } from '#app/domain/office-year.ts';
import {
  type MoneyLine,
  moneyLines,
  type RateLine,
  rateLines,
  type ScoreLine,
  scoreLines,
} from '#app/domain/report-card.ts';
import { deadlineOf, takesPart } from '#app/domain/round.ts';
import { type Decimal, type Finding, type SubmissionContent, severities } from '#app/domain/submission.ts';
import { findDraft } from '#db/queries/drafts.server.ts';
import { findFramework } from '#db/queries/frameworks.server.ts';
import { findOfficeByCode, type Office } from '#db/queries/offices.server.ts';
import { findAllPeerFigures, type PeerFigure } from '#db/queries/peers.server.ts';
import { findAllRoundOffices, type RoundOffice } from '#db/queries/round-offices.server.ts';
import { findAllRounds, type Round } from '#db/queries/rounds.server.ts';
import { findSubmission, type StoredSubmission } from '#db/queries/submission-content.server.ts';
import { findAllSubmissions } from '#db/queries/submissions.server.ts';
import { readScope, type Scope, type ScopedDb, scopeBehind } from '#db/scope.server.ts';
import { officeYears } from './district-year.server.ts';
import { readableEvidence } from './readable-evidence.server.ts';
import { asWorkedOn } from './working-copy.server.ts';
import { type YearHeader, yearHeader } from './year-header.ts';

export interface ReportCardView {
  header: YearHeader;
  office: Office;
  /** The year's status and marks; figures are held back where the reader may not see them yet. */
  row: OfficeYear;
  returnReason?: string;
  /** Why the office takes no part in the year's round, where it does not. */
  leftOut?: { reason: string };
  standings: Standing[];
  history: HistoryRow[];
  /** Absent when nothing was filed, or what was filed is still a draft of the office's own. */
  submission?: SubmissionView;
  /** How many evidence files the reader finds with it. */
  evidence: number;
}

/** The measures that the card sets the office among its peers by, and the database's names for them. */
const standingFigures = {
  execution_rate: 'execution_rate',
  total_score: 'total_score',
  spending_progress: 'rate:spending_progress',
} as const;

/** Where the office stands by one measure; aggregates are null with fewer than five other offices behind them. */
export interface Standing
  extends Pick<PeerFigure, 'value' | 'rank' | 'ranked' | 'percentile' | 'median' | 'best'> {
  metric: keyof typeof standingFigures;
  lastRank: number | null;
}

export interface HistoryRow {
  year: number;
  /** `left_out`: the office took no part in that round. */
  status: OfficeYear['status'] | 'left_out';
  executionRate?: Decimal;
  totalScore?: Decimal;
}

export interface SubmissionView {
  content: Omit<SubmissionContent, 'amounts' | 'rates' | 'scores'>;
  /** `weight`: full marks. */
  total: { weight: Decimal; self?: Decimal; reviewed?: Decimal };
  scores: ScoreLine[];
  money: MoneyLine[];
  rates: RateLine[];
  missing: MissingReasons;
  /** Gravest first. */
  findings: FindingView[];
}

/** A finding with the words that a page needs beside it, so that the checks themselves stay on the server. */
export interface FindingView extends Finding {
  /** The rule that does not hold. */
  sentence?: Check['sentence'];
  /** What its figures are; absent for a check that no longer exists. */
  figures?: Check['figures'];
  /** Names of the framework's nodes among its fields, by field. */
  nodes: Record<string, { name: string; nameEn: string }>;
}

/**
 * One office's report card: its own figures, where it stands, where its points went. Undefined when the scope does not
 * reach the office or the district held no round that year. Nothing in it tells another office's figures.
 */
export function viewReportCard(
  scope: Scope,
  { officeCode, year }: { officeCode: string; year: number },
): Promise<ReportCardView | undefined> {
  return readScope(scope, async (db) => {
    const office = await findOfficeByCode(db, officeCode);
    const rounds = await findAllRounds(db);
    const round = rounds.find((each) => each.year === year);
    const framework = round && (await findFramework(db, year));
    if (!office || !round || !framework) return undefined;
    const lastFramework = rounds.some((each) => each.year === year - 1)
      ? await findFramework(db, year - 1)
      : undefined;
    const exceptions = await findAllRoundOffices(
      db,
      rounds.map((each) => each.year),
    );
    const history = await loadHistory(db, office, { rounds, exceptions });
    const row = history.find((each) => each.year === year);
    if (!row) return undefined;
    const ofYear = (each: number) =>
      exceptions.find((one) => one.year === each && one.officeId === office.id);
    const own = ofYear(year);
    const found = await findSubmission(db, { officeId: office.id, year });
    const stored = found && (await asOfficeSeesIt(db, found, { framework, year, officeName: office.name }));
    return {
      header: yearHeader({
        round: { ...round, deadline: deadlineOf(round, own) },
        ...{ rounds, framework, lastFramework, rows: [row] },
      }),
      office,
      row,
      returnReason: stored?.returnReason ?? undefined,
      ...(own && !own.takesPart && { leftOut: { reason: own.reason } }),
      standings: await loadStandings(db, { officeId: office.id, year }),
      history: history.map((each) => {
        const shown = historyRow(each, framework);
        return takesPart(ofYear(each.year)) ? shown : { ...shown, status: 'left_out' as const };
      }),
      submission:
        stored && maySee(scope, stored)
          ? submissionView(stored, framework, lastAmounts(history, year))
          : undefined,
      evidence: (await readableEvidence(db, { officeId: office.id, year, submission: found })).length,
    };
  });
}

/** The district does not read over the office's shoulder: a draft is the office's own. */
function maySee(scope: Scope, { status }: StoredSubmission): boolean {
  return scope.reach === 'office' || status !== 'draft';
}

/** An office sees what it has written since; the district never does. */
async function asOfficeSeesIt(db: ScopedDb, stored: StoredSubmission, context: CheckContext) {
  if (scopeBehind(db).reach !== 'office' || (stored.status !== 'draft' && stored.status !== 'returned'))
    return stored;
  const draft = await findDraft(db, stored);
  return asWorkedOn(stored, draft?.baseRevision === stored.revision ? draft : undefined, context);
}

/** A submission's content as the report card shows it, beside the amounts of the year before. */
export function submissionView(
  { content, reviewed, findings }: Pick<StoredSubmission, 'content' | 'reviewed' | 'findings'>,
  framework: Framework,
  lastYear: SubmissionContent['amounts'],
): SubmissionView {
  const { amounts, rates: _, scores, ...rest } = content;
  const missing = missingReasons(findings, framework);
  return {
    content: rest,
    total: {
      weight: framework.totalWeight,
      self: scores.find(({ node }) => node === 'total')?.score,
      reviewed: reviewed.total,
    },
    scores: scoreLines(framework, content, reviewed, missing),
    money: moneyLines(amounts, lastYear, missing),
    rates: rateLines(content),
    missing,
    findings: findings
      .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
      .map((finding) => findingView(finding, framework)),
  };
}

/** A finding with its sentence and the names of the nodes it speaks of. */
export function findingView(finding: Finding, framework: Framework): FindingView {
  const fields = [...finding.fields, ...(finding.proposal ? [finding.proposal.field] : [])];
  const nodes = fields.flatMap((field) => {
    const code = field.replace(/^scores\./, '');
    const node = nodeByCode(framework, code) ?? nodeByCode(framework, code.replace(/\.[a-z]+$/, ''));
    return node ? [[field, { name: node.name, nameEn: node.nameEn }]] : [];
  });
  const check = checkByName(finding.check);
  return { ...finding, sentence: check?.sentence, figures: check?.figures, nodes: Object.fromEntries(nodes) };
}

/** Of every round, also of those that the office takes no part in: its own page is there all the same. */
async function loadHistory(
  db: ScopedDb,
  office: Office,
  { rounds, exceptions }: { rounds: Round[]; exceptions: (RoundOffice & { year: number })[] },
): Promise<OfficeYear[]> {
  const submissions = await findAllSubmissions(db, {
    years: rounds.map(({ year }) => year),
    officeId: office.id,
  });
  const all = exceptions.map((each) => ({ ...each, takesPart: true }));
  return rounds.flatMap((round) => officeYears([office], submissions, { round, exceptions: all }));
}

async function loadStandings(
  db: ScopedDb,
  { officeId, year }: { officeId: string; year: number },
): Promise<Standing[]> {
  const figures = Object.values(standingFigures);
  const found = await findAllPeerFigures(db, { years: [year - 1, year], officeId, figures });
  const of = (figureYear: number, figure: string) =>
    found.find((each) => each.year === figureYear && each.figure === figure);
  return (Object.keys(standingFigures) as (keyof typeof standingFigures)[]).map((metric) => {
    const figure = standingFigures[metric];
    const { value, rank, ranked, percentile, median, best } = of(year, figure) ?? nobody;
    const lastRank = of(year - 1, figure)?.rank ?? null;
    return { metric, value, rank, ranked, percentile, median, best, lastRank };
  });
}

const nobody = { value: null, rank: null, ranked: 0, percentile: null, median: null, best: null };

function historyRow(row: OfficeYear, framework: Framework): HistoryRow {
  const columns = columnsOf(framework);
  const value = (id: string) => {
    const column = columns.find((candidate) => candidate.id === id);
    return column && columnValue(row, column, 'counting');
  };
  return {
    year: row.year,
    status: row.status,
    executionRate: value('execution_rate'),
    totalScore: value('total_score'),
  };
}

function lastAmounts(history: OfficeYear[], year: number): SubmissionContent['amounts'] {
  return history.find((row) => row.year === year - 1)?.amounts ?? {};
}

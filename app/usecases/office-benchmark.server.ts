import {
  type BenchmarkLine,
  benchmarkLines,
  countAgainstMedian,
  type MedianCounts,
} from '#app/domain/benchmark.ts';
import { type LostLine, lostLines } from '#app/domain/benchmark-losses.ts';
import { type Remarks, remarksOf } from '#app/domain/benchmark-remarks.ts';
import { type BenchmarkSearch, type LinesOfGroup, selectLines } from '#app/domain/benchmark-search.ts';
import type { Framework } from '#app/domain/framework.ts';
import { chinaDay, isCompared, isProvisional, type OfficeYear } from '#app/domain/office-year.ts';
import { takesPart } from '#app/domain/round.ts';
import type { Decimal, ScoreClaim } from '#app/domain/submission.ts';
import { findAllFrameworks } from '#db/queries/frameworks.server.ts';
import { findOfficeByCode, type Office } from '#db/queries/offices.server.ts';
import {
  findAllPeerFigures,
  findAllPeerRows,
  type PeerFigure,
  type PeerRow,
} from '#db/queries/peers.server.ts';
import { findAllRoundOffices } from '#db/queries/round-offices.server.ts';
import { findAllRounds, type Round } from '#db/queries/rounds.server.ts';
import { findSubmission } from '#db/queries/submission-content.server.ts';
import { readScope, type Scope, type ScopedDb } from '#db/scope.server.ts';
import { loadTrend, type TrendYear } from './office-trend.server.ts';
import { type YearHeader, yearHeader } from './year-header.ts';

export interface BenchmarkView {
  header: YearHeader;
  office: Office;
  status: OfficeYear['status'];
  /** Why the office does not take part in the round; absent where it does. */
  leftOut?: string;
  /** The office's own figures are not yet approved. */
  provisional: boolean;
  /** What the year's round lets an office see of the others. */
  policy: Round['peerView'];
  search: BenchmarkSearch;
  /** Absent while the office's submission is not compared, and for an office that is no longer active. */
  comparison?: Comparison;
  /** Oldest first, at most ten years up to the page's. */
  trend: TrendYear[];
}

export interface Comparison extends Remarks {
  /** Absent where no office has a total score. */
  total?: BenchmarkLine;
  /** How large the office is, which is neither good nor bad. */
  size?: BenchmarkLine;
  losses: LostLine[];
  /** The figures asked for, by group. */
  groups: LinesOfGroup[];
  /** Over all figures, whatever the search narrows them to. */
  counts: MedianCounts;
  /** The other offices as far as the policy shows them, by number. */
  peers: Peer[];
}

export interface Peer {
  peer: number;
  /** Absent under codes: the number stands for a code. */
  name?: { name: string; nameEn: string };
  /** By figure. */
  values: Record<string, Decimal>;
}

const mostYears = 10;

/**
 * One office among its peers, as far as the policy of that year's round goes; the office's people and its district get
 * the same. Undefined when the scope does not reach the office or the district held no round that year.
 */
export function viewOfficeBenchmark(
  scope: Scope,
  { officeCode, year, search }: { officeCode: string; year: number; search: BenchmarkSearch },
): Promise<BenchmarkView | undefined> {
  return readScope(scope, async (db) => {
    const office = await findOfficeByCode(db, officeCode);
    const rounds = await findAllRounds(db);
    const round = rounds.find((each) => each.year === year);
    if (!office || !round) return undefined;
    const years = rounds.map((each) => each.year).filter((each) => each <= year && each > year - mostYears);
    const frameworks = await findAllFrameworks(db, years);
    const framework = frameworks.get(year);
    if (!framework) return undefined;
    const submission = await findSubmission(db, { officeId: office.id, year });
    const status = submission?.status ?? 'not_filed';
    const exceptions = await findAllRoundOffices(db, [year]);
    const exception = exceptions.find(({ officeId }) => officeId === office.id);
    const figures = await findAllPeerFigures(db, { years: [year], officeId: office.id });
    const provisional = isProvisional({ status });
    const plain = yearHeader({ round, rounds, framework, lastFramework: frameworks.get(year - 1), rows: [] });
    const behind = [
      submission?.submittedAt,
      submission?.approvedAt,
      ...figures.map((each) => each.changedAt),
    ];
    return {
      header: {
        ...plain,
        asOf: newestDay(behind),
        provisional: provisional || figures.some((figure) => figure.provisional),
      },
      office,
      status,
      ...(exception && !takesPart(exception) && { leftOut: exception.reason }),
      provisional,
      policy: round.peerView,
      search,
      comparison:
        isCompared({ status }) && office.active
          ? await compareWithPeers(db, {
              asked: { year, officeId: office.id },
              framework,
              figures,
              search,
              claims: submission?.content.scores ?? [],
            })
          : undefined,
      trend: await loadTrend(db, { officeId: office.id, years: years.reverse(), frameworks }),
    };
  });
}

interface ComparisonInput {
  asked: { year: number; officeId: string };
  framework: Framework;
  figures: PeerFigure[];
  search: BenchmarkSearch;
  claims: ScoreClaim[];
}

async function compareWithPeers(
  db: ScopedDb,
  { asked, framework, figures, search, claims }: ComparisonInput,
): Promise<Comparison> {
  const lines = benchmarkLines(framework, new Map(figures.map((each) => [each.figure, each])));
  const groups = selectLines(lines, search);
  const shown = groups.flatMap((group) => group.lines.map(({ column }) => column.id));
  const line = (id: string) => lines.find(({ column }) => column.id === id);
  return {
    ...remarksOf(lines),
    total: line('total_score'),
    size: line('executed_total'),
    losses: lostLines(framework, lines, claims),
    groups,
    counts: countAgainstMedian(lines),
    peers: peersOf(await findAllPeerRows(db, { ...asked, figures: shown })),
  };
}

function peersOf(rows: PeerRow[]): Peer[] {
  const peers = new Map<number, Peer>();
  for (const { peer, name, nameEn, figure, value } of rows) {
    const known = peers.get(peer) ?? {
      peer,
      name: name === null ? undefined : { name, nameEn: nameEn ?? '' },
      values: {},
    };
    known.values[figure] = value;
    peers.set(peer, known);
  }
  return [...peers.values()];
}

function newestDay(instants: (string | null | undefined)[]): string | undefined {
  return instants
    .flatMap((instant) => chinaDay(instant ?? null) ?? [])
    .sort()
    .at(-1);
}

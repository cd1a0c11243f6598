import { type Check, checkByName } from './findings.ts';
import { childrenOf, type Framework, type FrameworkNode, nodeByCode, nodesBelow } from './framework.ts';
import {
  excess,
  type NodeLoss,
  nodeLoss,
  pathOf,
  scoreColumn,
  scoresAt,
  shareLost,
} from './indicator-loss.ts';
import { compare } from './money.ts';
import { isProvisional, type OfficeName, type OfficeYear } from './office-year.ts';
import type { UnrankedReason } from './ranking.ts';
import { byName } from './ranking-order.ts';
import { rankBy } from './ranking-table.ts';
import { computedScore } from './rules/explain.ts';
import { kindThatCounts, lostPoints, type ScoreMode } from './scoring.ts';
import type { Decimal, Finding, MonthlyExecution } from './submission.ts';

/** What one office says of one node, and what the checks say of it. */
export interface ClaimWords {
  reason?: string;
  measure?: string;
  /** The weight as the office states it. */
  statedMax?: Decimal;
  /** The words of its report that the score was read from. */
  quote?: string;
  findings: Pick<Finding, 'check' | 'severity' | 'stated' | 'computed'>[];
  /** Reasons that the office gives at nodes below. */
  below?: { node: string; reason: string; measure?: string }[];
}

/** What an office says of a node below the one in question. */
export interface PartWords {
  node: Pick<FrameworkNode, 'code' | 'name' | 'nameEn'>;
  reason: string;
  measure?: string;
}

/** A finding with the rule in words, so that the checks themselves stay on the server. */
export interface NodeFinding extends Pick<Finding, 'check' | 'severity' | 'stated' | 'computed'> {
  sentence?: Check['sentence'];
}

/** One office at one node, in points. */
export interface DetailRow extends Omit<ClaimWords, 'findings' | 'below'> {
  office: OfficeName;
  provisional: boolean;
  late: boolean;
  /** Highest score first; equal scores share a rank. */
  rank: number;
  tied: boolean;
  score: Decimal;
  kind: 'self' | 'reviewed';
  lost: Decimal;
  /** `lost` in percent of the weight. */
  share?: Decimal;
  self?: Decimal;
  reviewed?: Decimal;
  computed?: Decimal;
  /** By how much the self score exceeds the computed one. */
  overclaim?: Decimal;
  findings: NodeFinding[];
  /** In the framework's order; empty where the office gives a reason at the node itself. */
  parts: PartWords[];
}

/** One year of the node; without `weight` that year's framework had no such node. */
export interface YearLoss extends NodeLoss {
  year: number;
  weight?: Decimal;
  /** Its weight differs from the one in the year asked for, so points cannot be compared. */
  otherWeight: boolean;
}

export interface IndicatorDetail {
  node: FrameworkNode;
  path: FrameworkNode[];
  previous?: FrameworkNode;
  next?: FrameworkNode;
  loss: NodeLoss;
  /** Most points lost first, equal ones by name. */
  losing: DetailRow[];
  /** No point lost, but claimed above what the rule gives, above the weight, or doubted by a check. */
  doubtful: DetailRow[];
  /** No point lost, nothing to check; by name. */
  clean: DetailRow[];
  unranked: { office: OfficeName; reason: UnrankedReason; status: OfficeYear['status'] }[];
  children: { node: FrameworkNode; loss: NodeLoss }[];
  /** Oldest first, the year asked for last. */
  history: YearLoss[];
}

interface DetailInput {
  /** Oldest first; the last is the year asked for. */
  years: { year: number; framework: Framework; rows: OfficeYear[] }[];
  code: string;
  mode: ScoreMode;
  /** By office id. */
  claims: ReadonlyMap<string, ClaimWords>;
  months: ReadonlyMap<string, MonthlyExecution[]>;
}

/** Everything the page of one node shows. Undefined for a code the year's framework does not know. */
export function indicatorDetail({
  years,
  code,
  mode,
  claims,
  months,
}: DetailInput): IndicatorDetail | undefined {
  const now = years.at(-1);
  const node = now && nodeByCode(now.framework, code);
  if (!now || !node) return undefined;
  const { framework, rows } = now;
  const level = framework.nodes.filter((each) => each.level === node.level);
  const place = level.indexOf(node);
  const ranking = rankBy(rows, scoreColumn(framework, code), mode);
  const byId = new Map(rows.map((row) => [row.office.id, row]));
  const stated = ranking.ranked
    .flatMap(({ id, value, rank, tied }) => {
      const row = byId.get(id);
      if (!row) return [];
      const words = { ...claims.get(id), months: months.get(id) ?? [] };
      return [{ ...detailRow(row, { framework, node, mode, score: value, words }), rank, tied }];
    })
    .sort((a, b) => compare(b.lost, a.lost) || byName(a.office, b.office));
  const losing = stated.filter(({ lost }) => compare(lost, '0') > 0);
  const others = stated.filter(({ lost }) => compare(lost, '0') <= 0);
  return {
    node,
    path: pathOf(framework, node),
    previous: level[place - 1],
    next: level[place + 1],
    loss: nodeLoss(scoresAt(rows, code, mode), node.weight),
    losing,
    doubtful: others.filter(isDoubtful),
    clean: others.filter((row) => !isDoubtful(row)),
    unranked: ranking.unranked
      .flatMap(({ id, reason }) => {
        const row = byId.get(id);
        return row ? [{ office: row.office, reason, status: row.status }] : [];
      })
      .sort((a, b) => byName(a.office, b.office)),
    children: childrenOf(framework, code).map((child) => ({
      node: child,
      loss: nodeLoss(scoresAt(rows, child.code, mode), child.weight),
    })),
    history: years.map((each) => yearLoss(each, node, mode)),
  };
}

interface RowInput {
  framework: Framework;
  node: FrameworkNode;
  mode: ScoreMode;
  score: Decimal;
  words: Partial<ClaimWords> & { months: MonthlyExecution[] };
}

function detailRow(row: OfficeYear, { framework, node, mode, score, words }: RowInput) {
  const { self, reviewed } = row.scores[node.code] ?? {};
  const computed = computedScore(node.code, framework, {
    amounts: row.amounts,
    rates: row.rates,
    monthlyExecution: words.months,
  });
  const lost = lostPoints(score, node.weight) ?? '0';
  const differs = words.statedMax !== undefined && compare(words.statedMax, node.weight) !== 0;
  return {
    office: row.office,
    provisional: isProvisional(row),
    late: row.late,
    score,
    kind: kindThatCounts(row.scores[node.code], mode) ?? 'self',
    lost,
    share: shareLost(lost, node.weight),
    self,
    reviewed,
    computed,
    overclaim: excess(self, computed),
    reason: words.reason,
    measure: words.measure,
    statedMax: differs ? words.statedMax : undefined,
    quote: words.quote,
    findings: (words.findings ?? []).map((finding) => ({
      ...finding,
      sentence: checkByName(finding.check)?.sentence,
    })),
    parts: words.reason === undefined ? partsOf(framework, node, words.below ?? []) : [],
  };
}

function partsOf(
  framework: Framework,
  { code }: FrameworkNode,
  below: NonNullable<ClaimWords['below']>,
): PartWords[] {
  return nodesBelow(framework, code).flatMap(({ code, name, nameEn }) =>
    below
      .filter((words) => words.node === code)
      .map(({ reason, measure }) => ({ node: { code, name, nameEn }, reason, measure })),
  );
}

function isDoubtful({ lost, overclaim, findings }: DetailRow): boolean {
  return compare(lost, '0') < 0 || overclaim !== undefined || findings.length > 0;
}

function yearLoss(
  { year, framework, rows }: DetailInput['years'][number],
  { code, weight }: FrameworkNode,
  mode: ScoreMode,
): YearLoss {
  const then = nodeByCode(framework, code);
  if (!then) return { year, stated: 0, losing: 0, otherWeight: false };
  return {
    year,
    weight: then.weight,
    otherWeight: compare(then.weight, weight) !== 0,
    ...nodeLoss(scoresAt(rows, code, mode), then.weight),
  };
}

import { type Framework, leavesOf, nodeByCode, totalCode } from './framework.ts';
import { type ChangedNode, isSameRule } from './framework-changes.ts';
import { type PointsByNode, type RestatedLeaf, restatedScores } from './framework-restate.ts';
import { gradeOf } from './grading.ts';
import { compare, subtract, toBig } from './money.ts';
import { isCompared, isProvisional, type OfficeYear } from './office-year.ts';
import { type ShownOffice, shown } from './overview-standing.ts';
import { type RankEntry, rank, reasonOfStatus, type UnrankedReason } from './ranking.ts';
import { byName } from './ranking-order.ts';
import { type Grade, grades, scoreThatCounts } from './scoring.ts';
import type { Decimal } from './submission.ts';

export interface RehearsalInput {
  /** Of the year whose data is used. */
  before: Framework;
  after: Framework;
  /** That year's offices. */
  rows: OfficeYear[];
  /** What the rule at a node of `after` gives an office from its figures, in points; absent where it gives none. */
  computed(row: OfficeYear, code: string): Decimal | undefined;
}

/** One office under both frameworks; scores in points, ranks among the offices that were rehearsed. */
export interface RehearsedOffice {
  office: ShownOffice;
  before: Decimal;
  after: Decimal;
  change: Decimal;
  grades: { before: Grade; after: Grade };
  ranks: { before: number; after: number };
  /** Places gained; negative for places lost. */
  movement: number;
  /** Weight of the new framework that its figures tell something of. */
  covered: Decimal;
  provisional: boolean;
}

/** A node of the new framework and how many offices it could not be rehearsed for. */
export interface NodeGap {
  node: ChangedNode;
  offices: number;
}

export interface Rehearsal {
  /** Largest gain first. */
  rows: RehearsedOffice[];
  unranked: { office: ShownOffice; reason: UnrankedReason }[];
  /** Nothing is known of these for any office: they are left out of every score. */
  unknown: ChangedNode[];
  /** Known of some offices only. */
  partly: NodeGap[];
  /** The rule is another one and could not be worked out for so many: the share of full marks was kept. */
  ruleKept: NodeGap[];
  counts: { gain: number; lose: number; same: number; gradeUp: number; gradeDown: number };
}

/** What another framework would have made of a year: who gains, who loses, who crosses a grade, who changes places. */
export function rehearse(input: RehearsalInput): Rehearsal {
  const tried = input.rows.filter(isCompared).flatMap((row) => tryOut(row, input) ?? []);
  const ranks = { before: ranksBy(tried, 'before'), after: ranksBy(tried, 'after') };
  const rows = tried
    .map(({ row, before, after, covered }): RehearsedOffice => {
      const { id } = row.office;
      const places = { before: ranks.before.get(id) ?? 0, after: ranks.after.get(id) ?? 0 };
      return {
        office: shown(row.office),
        ...{ before, after, covered },
        change: subtract(after, before) ?? '0',
        grades: {
          before: gradeOf(before, input.before.totalWeight),
          after: gradeOf(after, input.after.totalWeight),
        },
        ranks: places,
        movement: places.before - places.after,
        provisional: isProvisional(row),
      };
    })
    .sort((a, b) => compare(b.change, a.change) || a.ranks.after - b.ranks.after || byCode(a, b));
  return {
    rows,
    unranked: unrankedOf(
      input.rows,
      tried.map(({ row }) => row),
    ),
    ...gapsOf(
      input,
      tried.map(({ leaves }) => leaves),
    ),
    counts: countsOf(rows),
  };
}

/** Whether points at a node are given by another rule than before, or the node is new. */
export function hasOtherRule({ before, after }: Pick<RehearsalInput, 'before' | 'after'>, code: string) {
  const node = nodeByCode(before, code);
  return !node || !isSameRule(node.rule, nodeByCode(after, code)?.rule);
}

interface Tried {
  row: OfficeYear;
  before: Decimal;
  after: Decimal;
  covered: Decimal;
  leaves: RestatedLeaf[];
}

function tryOut(row: OfficeYear, input: RehearsalInput): Tried | undefined {
  const scores: PointsByNode = Object.fromEntries(
    Object.entries(row.scores).map(([code, score]) => [code, scoreThatCounts(score, 'counting')]),
  );
  const byRule = (code: string) => (hasOtherRule(input, code) ? input.computed(row, code) : undefined);
  const restated = restatedScores(input, scores, byRule);
  const { [totalCode]: before } = scores;
  if (restated?.total === undefined || before === undefined) return undefined;
  return { row, before, after: restated.total, covered: restated.covered, leaves: restated.leaves };
}

function ranksBy(tried: Tried[], side: 'before' | 'after'): Map<string, number> {
  const entries = tried.map((each): RankEntry => ({ id: each.row.office.id, value: each[side] }));
  return new Map(rank(entries, 'desc').ranked.map((entry) => [entry.id, entry.rank]));
}

function unrankedOf(rows: OfficeYear[], tried: OfficeYear[]): Rehearsal['unranked'] {
  return rows
    .filter((row) => !tried.includes(row))
    .sort((a, b) => byName(a.office, b.office))
    .map(({ office, status }) => ({
      office: shown(office),
      reason: status === 'not_filed' ? status : (reasonOfStatus(status) ?? 'figure_missing'),
    }));
}

function gapsOf(
  { before, after }: RehearsalInput,
  leaves: RestatedLeaf[][],
): Pick<Rehearsal, 'unknown' | 'partly' | 'ruleKept'> {
  const countOf = (test: (leaf: RestatedLeaf) => boolean) => (code: string) =>
    leaves.filter((all) => all.some((leaf) => leaf.code === code && test(leaf))).length;
  const missingAt = countOf(({ points }) => points === undefined);
  const keptAt = countOf(({ by }) => by === 'share');
  const nodes = leavesOf(after).map(({ code, name, nameEn, weight }) => ({ code, name, nameEn, weight }));
  const gaps = nodes.map((node) => ({ node, offices: missingAt(node.code) }));
  return {
    unknown: gaps.filter(({ offices }) => offices > 0 && offices === leaves.length).map(({ node }) => node),
    partly: gaps.filter(({ offices }) => offices > 0 && offices < leaves.length),
    ruleKept: nodes
      .filter(({ code }) => nodeByCode(after, code)?.rule && nodeByCode(before, code))
      .filter(({ code }) => hasOtherRule({ before, after }, code))
      .map((node) => ({ node, offices: keptAt(node.code) }))
      .filter(({ offices }) => offices > 0),
  };
}

function countsOf(rows: RehearsedOffice[]): Rehearsal['counts'] {
  const count = (test: (row: RehearsedOffice) => boolean) => rows.filter(test).length;
  const places = ({ grades: { before, after } }: RehearsedOffice) =>
    grades.indexOf(before) - grades.indexOf(after);
  return {
    gain: count(({ change }) => toBig(change).gt(0)),
    lose: count(({ change }) => toBig(change).lt(0)),
    same: count(({ change }) => toBig(change).eq(0)),
    gradeUp: count((row) => places(row) > 0),
    gradeDown: count((row) => places(row) < 0),
  };
}

function byCode(a: RehearsedOffice, b: RehearsedOffice): number {
  return a.office.code < b.office.code ? -1 : 1;
}

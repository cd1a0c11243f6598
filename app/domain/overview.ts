import { columnsOf } from './columns.ts';
import { type Framework, totalCode } from './framework.ts';
import { isCompared, type OfficeYear } from './office-year.ts';
import {
  type DistrictChanges,
  districtChanges,
  type Since,
  type SubmissionChange,
} from './overview-changes.ts';
import { type FilingProgress, filingProgress } from './overview-filing.ts';
import {
  type AmountSums,
  type Composition,
  type DistrictRate,
  type DistrictTotal,
  districtCompositions,
  districtRate,
  districtTotal,
} from './overview-money.ts';
import {
  commonThemes,
  type DimensionLoss,
  dimensionLosses,
  type NodeSum,
  type ThemeCount,
} from './overview-reasons.ts';
import { type Standing, standingOf } from './overview-standing.ts';
import { kindThatCounts } from './scoring.ts';
import type { Decimal, MoneyItem } from './submission.ts';

export interface Overview {
  progress: FilingProgress;
  totals: DistrictTotal[];
  districtRate?: DistrictRate;
  compositions: Composition[];
  rates: Standing;
  scores: Standing;
  /** Full marks of the total score. */
  fullMarks: Decimal;
  /** Offices whose total score was set by the reviewer; the other totals are self scores. */
  reviewedTotals: number;
  dimensions: DimensionLoss[];
  problems: ThemeCount[];
  /** Offices with at least one finding of the severity. */
  findings: { error: number; warning: number };
  changes: DistrictChanges;
}

/** Sums over compared offices come from the database; what is ranked comes office by office. */
interface OverviewInput {
  framework: Framework;
  rows: OfficeYear[];
  lastYear: OfficeYear[];
  amounts: AmountSums[];
  nodes: NodeSum[];
  themes: ThemeCount[];
  findings: Overview['findings'];
  since: Since;
  changes: SubmissionChange[];
}

const totalItems: MoneyItem[] = ['budget_total', 'executed_total', 'revenue_total'];

/** What the district's first page says about one year. */
export function districtOverview(input: OverviewInput): Overview {
  const { framework, rows, lastYear, amounts } = input;
  const columns = columnsOf(framework);
  const standing = (id: string) => {
    const column = columns.find((candidate) => candidate.id === id);
    if (!column) throw new RangeError(`no column "${id}"`);
    return standingOf(rows, lastYear, column);
  };
  const [rates, scores] = [standing('execution_rate'), standing('total_score')];
  const compared = rows.filter(isCompared);
  return {
    progress: filingProgress(rows),
    totals: totalItems.flatMap((item) => {
      const sums = amounts.find((each) => each.item === item);
      return (sums && districtTotal(sums)) ?? [];
    }),
    districtRate: districtRate(rows, lastYear),
    compositions: districtCompositions(amounts),
    rates,
    scores,
    fullMarks: framework.totalWeight,
    reviewedTotals: compared.filter(hasReviewedTotal).length,
    dimensions: dimensionLosses(framework, input.nodes),
    problems: commonThemes(input.themes),
    findings: input.findings,
    changes: districtChanges({ rows, since: input.since, changes: input.changes, rates, scores }),
  };
}

function hasReviewedTotal(row: OfficeYear): boolean {
  return kindThatCounts(row.scores[totalCode], 'counting') === 'reviewed';
}

import Big from 'big.js';
import type { RawDistrict, RawSubmission } from './random-district.ts';

/** Every figure of the offices that are compared in a year, by figure and raw office id: the raw rows, plainly. */
export function plainFigures(district: RawDistrict, year: number): Map<string, Map<string, Big>> {
  const figures = new Map<string, Map<string, Big>>();
  for (const submission of comparedSubmissions(district, year))
    for (const [figure, value] of Object.entries(figuresOf(submission))) {
      const values = figures.get(figure) ?? new Map<string, Big>();
      figures.set(figure, values.set(submission.officeId, value));
    }
  return figures;
}

/** Submitted or approved, of active offices. */
export function comparedSubmissions({ offices, submissions }: RawDistrict, year: number): RawSubmission[] {
  const active = new Set(offices.filter((office) => office.active).map(({ id }) => id));
  return submissions.filter(
    (each) =>
      each.year === year && ['submitted', 'approved'].includes(each.status) && active.has(each.officeId),
  );
}

function figuresOf({ content, reviewed }: RawSubmission): Record<string, Big> {
  const figures: Record<string, Big> = {};
  for (const [item, amount] of Object.entries(content.amounts)) figures[item] = new Big(amount);
  for (const [item, rate] of Object.entries(content.rates)) figures[`rate:${item}`] = new Big(rate);
  for (const { node, score } of content.scores)
    figures[node === 'total' ? 'total_score' : `score:${node}`] = new Big(reviewed[node] ?? score);
  const { budget_total: budget, executed_total: executed } = content.amounts;
  if (budget !== undefined && executed !== undefined && Number(budget) !== 0)
    figures.execution_rate = new Big(executed).times(100).div(budget).round(2, Big.roundHalfUp).plus(0);
  return figures;
}

/** Where one value stands among the values of all; aggregates only with five others. */
export function plainStanding(values: Map<string, Big>, officeId: string) {
  const all = [...values.values()].sort((a, b) => a.cmp(b));
  const own = values.get(officeId);
  const lower = own ? all.filter((value) => value.lt(own)).length : 0;
  const others = all.length - (own ? 1 : 0);
  const total = (list: Big[]) => list.reduce((sum, value) => sum.plus(value), new Big(0));
  const low = all[Math.floor((all.length - 1) / 2)] ?? new Big(0);
  const median = low.plus(all[Math.floor(all.length / 2)] ?? 0).div(2);
  const shown = (value: Big, decimals: number) =>
    others >= 5 ? value.round(decimals, Big.roundHalfUp).toNumber() : null;
  return {
    value: own?.toNumber() ?? null,
    rank: own ? 1 + all.filter((value) => value.gt(own)).length : null,
    ranked: all.length,
    percentile: own ? shown(new Big(lower * 100).div(Math.max(others, 1)), 2) : null,
    mean: shown(total(all).div(all.length), 4),
    median: shown(median, 4),
    best: shown(all.at(-1) ?? new Big(0), 20),
    spread: shown(total(all.map((value) => value.minus(median).abs())).div(all.length), 4),
  };
}

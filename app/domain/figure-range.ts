import { compare } from './money.ts';
import type { Decimal, SubmissionContent } from './submission.ts';

/** A figure that nothing real comes near. */
export interface FigureOutOfRange {
  kind: 'money' | 'rate' | 'score' | 'count';
  value: string;
}

/** Absolute values that are too large (元, percent, points, heads): a little below where the database's columns end. */
const limits = {
  money: '1000000000000000',
  rate: '99999',
  score: '99999',
  count: '2000000000',
} satisfies Record<FigureOutOfRange['kind'], Decimal>;

/** The first figure of a submission that is too large to be kept. */
export function figureOutOfRange(content: SubmissionContent): FigureOutOfRange | undefined {
  const { amounts, rates, monthlyExecution, scores, keyProjects, subUnitsStated, staffing } = content;
  const figures: Record<FigureOutOfRange['kind'], (string | undefined)[]> = {
    money: [...Object.values(amounts), ...keyProjects.map(({ amount }) => amount)],
    rate: [...Object.values(rates), ...monthlyExecution.map(({ rate }) => rate)],
    score: [
      ...scores.flatMap(({ score, statedMax }) => [score, statedMax]),
      ...keyProjects.map((project) => project.score),
    ],
    count: [subUnitsStated?.toString(), staffing?.toString()],
  };
  for (const kind of ['money', 'rate', 'score', 'count'] as const) {
    const value = figures[kind].find((one) => isAtLeast(one, limits[kind]));
    if (value !== undefined) return { kind, value };
  }
  return undefined;
}

function isAtLeast(value: string | undefined, limit: Decimal): boolean {
  return value !== undefined && compare(value.replace('-', ''), limit) >= 0;
}

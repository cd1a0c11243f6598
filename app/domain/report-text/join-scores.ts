import { compare, sum } from '../money.ts';
import type { ReadScore } from './reading.ts';

/**
 * The scores of prose and tables, each name once: the names in prose go first, a table adds those that prose leaves out. Where
 * the two differ the other stands beside it; of two totals the one that the scores add up to is taken.
 */
export function joinScores(prose: readonly ReadScore[], tables: readonly ReadScore[]): ReadScore[] {
  const all = [...prose, ...tables];
  const names = [...new Set(all.map(({ name }) => name))];
  const joined = names.map((name) => {
    const [first, ...others] = distinct(all.filter((one) => one.name === name));
    if (!first || others.length === 0) return first;
    const stated = [first, ...others];
    const best = (name === 'total' && stated.find((one) => isSum(one, prose, tables))) || first;
    const competing = stated
      .filter((one) => one !== best)
      .map(({ score, quote }) => ({ value: score, quote }));
    return { ...best, max: best.max ?? stated.find(({ max }) => max !== undefined)?.max, competing };
  });
  const scores = joined.filter((one) => one !== undefined);
  return [...scores.filter(({ name }) => name === 'total'), ...scores.filter(({ name }) => name !== 'total')];
}

function distinct(scores: readonly ReadScore[]): ReadScore[] {
  return scores.filter(
    ({ score }, index) => scores.findIndex((other) => compare(other.score, score) === 0) === index,
  );
}

/** Of one level, or of two levels where each stands for itself and for its parts. */
function isSum(total: ReadScore, prose: readonly ReadScore[], tables: readonly ReadScore[]): boolean {
  return [prose, tables].some((scores) => {
    const added = sum(scores.filter(({ name }) => name !== 'total').map(({ score }) => score));
    if (added === undefined) return false;
    return [total.score, sum([total.score, total.score])].some((one) => compare(one, added) === 0);
  });
}

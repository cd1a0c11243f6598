import type { DraftProblem } from '#app/domain/framework-draft-problems.ts';
import type { Translate } from '#app/lib/i18n/instance.ts';

/** What is wrong and how to mend it; `typed` is what stands in the field. */
export function problemText(
  { problem, sum, weight, gap }: DraftProblem,
  typed: string,
  t: Translate,
): string {
  return t(`framework.problem.${problem}`, { text: typed, sum, weight, gap });
}

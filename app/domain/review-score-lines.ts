import { childrenOf, type Framework, type FrameworkNode, totalCode } from './framework.ts';
import {
  baseOf,
  type Compared,
  type FigureLine,
  figureLine,
  sideOf,
  type TextLine,
  textLine,
} from './review-fields.ts';
import { computedScore } from './rules/explain.ts';
import type { Decimal, ScoreClaim, SubmissionContent } from './submission.ts';

/** One node of the framework on the review page, or the total. */
export interface ReviewScoreLine {
  code: string;
  /** Absent for the total. */
  node?: Pick<FrameworkNode, 'name' | 'nameEn' | 'level' | 'verified'>;
  /** Full marks, in points. */
  weight: Decimal;
  /** The reviewer may give a score here; those above follow. */
  isIndicator: boolean;
  self: FigureLine;
  /** Worked out from the office's own figures, where a rule exists. */
  computed?: Decimal;
  reviewed?: Decimal;
  reviewedReason?: string;
  /** What the office says about it. */
  texts: TextLine[];
}

/** How many scores and words about them differ from what they are marked against. */
export function countScoreChanges(lines: readonly ReviewScoreLine[], against: Compared['against']): number {
  const side = sideOf({ against });
  return lines
    .flatMap(({ self, texts }) => [self[side]?.change, ...texts.map(({ marked }) => marked?.change)])
    .filter((change) => change !== undefined && change !== 'same').length;
}

const words = ['target', 'completion', 'reason', 'measure', 'evidence'] as const;

/** Every node in the framework's order, parts under their whole, the total last. */
export function reviewScoreLines(
  framework: Framework,
  compared: Compared,
  review: { scores: Readonly<Record<string, Decimal>>; reasons: Readonly<Record<string, string>> },
): ReviewScoreLine[] {
  const nodes = inTreeOrder(framework);
  const line = (code: string, weight: Decimal, node?: FrameworkNode): ReviewScoreLine => ({
    code,
    node: node && { name: node.name, nameEn: node.nameEn, level: node.level, verified: node.verified },
    weight,
    isIndicator: node !== undefined && childrenOf(framework, code).length === 0,
    self: figureLine(
      compared,
      { field: `scores.${code}.score`, kind: 'score', item: code },
      {
        now: claimOf(compared.now, code)?.score,
        lastYear: claimOf(compared.lastYear, code)?.score,
        former: claimOf(compared.former, code)?.score,
      },
    ),
    computed: computedScore(code, framework, compared.now),
    reviewed: review.scores[code],
    reviewedReason: review.reasons[code],
    texts: wordsOf(compared, code),
  });
  return [...nodes.map((node) => line(node.code, node.weight, node)), line(totalCode, framework.totalWeight)];
}

function wordsOf(compared: Compared, code: string): TextLine[] {
  const base = baseOf(compared);
  const [now, before] = [claimOf(compared.now, code), claimOf(base, code)];
  return words
    .filter((item) => now?.[item] || before?.[item])
    .map((item) => textLine(base, { field: `scores.${code}.${item}`, item }, now?.[item], before?.[item]));
}

function claimOf(content: SubmissionContent | undefined, code: string): ScoreClaim | undefined {
  return content?.scores.find(({ node }) => node === code);
}

function inTreeOrder(framework: Framework, parent: string = totalCode): FrameworkNode[] {
  return childrenOf(framework, parent).flatMap((node) => [node, ...inTreeOrder(framework, node.code)]);
}

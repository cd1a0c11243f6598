import type Big from 'big.js';
import { executionRate } from './execution.ts';
import { childrenOf, type Framework, type FrameworkNode, totalCode } from './framework.ts';
import { compare, subtract, sum, toBig } from './money.ts';
import { isCompared, type OfficeYear } from './office-year.ts';
import { frameworkChange, type Points, pointsOf, restatedPoints } from './rank-movement-restate.ts';
import { scoreThatCounts } from './scoring.ts';
import type { Decimal } from './submission.ts';

/** By what offices are ranked: the score that counts, or the execution rate worked out. */
export const movementRules = ['total_score', 'execution_rate'] as const;
export type MovementRule = (typeof movementRules)[number];

/**
 * The steps from last year's ranking to this year's, in this order. Each changes one thing and keeps all before it:
 * framework: last year's scores of all restated with this year's weights; left, entered: offices ranked in one year only;
 * dimension …: the office's own score in one dimension; remainder: the part of its total that its dimensions do not
 * explain; whole: its total at once, where the dimensions have no counterpart; others: the other offices' change;
 * own_review, others_review: what this year's review changed. By execution rate: left, entered, executed, budget, others.
 */
export const stepKinds = [
  'framework',
  'left',
  'entered',
  'dimension',
  'remainder',
  'whole',
  'executed',
  'budget',
  'others',
  'own_review',
  'others_review',
] as const;
export type StepKind = (typeof stepKinds)[number];

/** What one step did to the office. */
export interface Component {
  kind: StepKind;
  /** Of a dimension. */
  node?: Pick<FrameworkNode, 'code' | 'name' | 'nameEn'>;
  /** Places gained: positive is up. */
  places: number;
  /** Change of the office's own value: points, or percentage points of the execution rate. */
  points: Decimal;
  /** Rank and value after the step. */
  rank: number;
  value: Decimal;
}

export interface OfficeMovement {
  before: { rank: number; value: Decimal; ranked: number };
  now: { rank: number; value: Decimal; ranked: number };
  /** Places gained: the sum of the components' places. */
  places: number;
  components: Component[];
}

/** One office's values in the states that the steps go through; absent where it was not ranked. */
export interface Contender {
  id: string;
  /** Last year, as published and restated under this year's framework. */
  before?: { published: Points; restated: Points };
  /** This year, as the office claimed (by execution rate: as published) and as published. */
  now?: { claimed: Points; published: Points };
  /** Last year's budget with this year's execution; by execution rate alone. */
  halfway?: Decimal;
}

export interface MovementInput {
  rule: MovementRule;
  rows: OfficeYear[];
  lastYear: OfficeYear[];
  framework: Framework;
  lastFramework: Framework;
}

/** Every office's values under the rule, whether ranked or not. */
export function contendersOf({ rule, rows, lastYear, framework, lastFramework }: MovementInput): Contender[] {
  const before = new Map(lastYear.filter(isCompared).map((row) => [row.office.id, row]));
  const isRestated = frameworkChange(lastFramework, framework) === 'restated';
  return rows.map((row) => {
    const past = before.get(row.office.id);
    const own = isCompared(row) ? row : undefined;
    if (rule === 'execution_rate') return contenderByRate(row.office.id, past, own);
    const scores = past && scoresOf(past, 'counting');
    const published = scores && pointsOf(lastFramework, scores);
    const restated = scores && isRestated ? restatedPoints(lastFramework, framework, scores) : published;
    const claimed = own && pointsOf(framework, scoresOf(own, 'claimed'));
    const counting = own && pointsOf(framework, scoresOf(own, 'counting'));
    return {
      id: row.office.id,
      before: published && restated && { published, restated },
      now: claimed && counting && { claimed, published: counting },
    };
  });
}

/**
 * Why one office moved: the components of its movement, which add up exactly to last year's rank minus this year's, and
 * their points to the change of its value. Undefined where it was not ranked in both years.
 */
export function officeMovement(
  input: Pick<MovementInput, 'rule' | 'framework' | 'lastFramework'>,
  contenders: readonly Contender[],
  id: string,
): OfficeMovement | undefined {
  const own = contenders.find((contender) => contender.id === id);
  if (!own?.before || !own.now) return undefined;
  const states = statesOf(input, contenders, { ...own, before: own.before, now: own.now });
  const [first, last] = [states[0], states.at(-1)];
  if (!first || !last) return undefined;
  const [before, now] = [first, last].map((state) => ({
    rank: rankIn(state),
    value: state.value,
    ranked: state.others.length + 1,
  }));
  if (!before || !now) return undefined;
  return { before, now, places: before.rank - now.rank, components: componentsOf(states) };
}

type Ranked = Required<Pick<Contender, 'id' | 'before' | 'now'>> & Contender;

/** The office's value among the others' at one point of the sequence; `step` led there. */
interface State {
  step?: Pick<Component, 'kind' | 'node'>;
  value: Decimal;
  others: Big[];
}

function statesOf(
  { rule, framework, lastFramework }: Pick<MovementInput, 'rule' | 'framework' | 'lastFramework'>,
  contenders: readonly Contender[],
  own: Ranked,
): State[] {
  const others = contenders.filter(({ id }) => id !== own.id);
  const published = bigsOf(others, ({ before }) => before?.published);
  const restated = bigsOf(others, ({ before }) => before?.restated);
  const stayed = bigsOf(others, ({ before, now }) => now && before?.restated);
  const met = bigsOf(others, ({ before, now }) => now && (before?.restated ?? now.claimed));
  const claimed = bigsOf(others, ({ now }) => now?.claimed);
  const counting = bigsOf(others, ({ now }) => now?.published);
  const change = frameworkChange(lastFramework, framework);
  const start = own.before.restated.total;
  const reviewed = own.now.published.total;
  const steps = rule === 'execution_rate' ? rateSteps(own) : pointSteps(own, framework, change === 'merged');
  const byScore = rule === 'total_score';
  return [
    { value: own.before.published.total, others: published },
    ...(byScore && change === 'restated'
      ? [{ step: { kind: 'framework' as const }, value: start, others: restated }]
      : []),
    { step: { kind: 'left' }, value: start, others: stayed },
    { step: { kind: 'entered' }, value: start, others: met },
    ...steps.map((step) => ({ ...step, others: met })),
    { step: { kind: 'others' }, value: own.now.claimed.total, others: claimed },
    ...(byScore
      ? [
          { step: { kind: 'own_review' as const }, value: reviewed, others: claimed },
          { step: { kind: 'others_review' as const }, value: reviewed, others: counting },
        ]
      : []),
  ];
}

/** The own change, dimension by dimension in the framework's order, then what the dimensions leave unexplained. */
function pointSteps(own: Ranked, framework: Framework, merged: boolean): Pick<State, 'step' | 'value'>[] {
  const { restated } = own.before;
  const { claimed } = own.now;
  if (merged) return [{ step: { kind: 'whole' }, value: claimed.total }];
  const steps: Pick<State, 'step' | 'value'>[] = [];
  let value = restated.total;
  for (const { code, name, nameEn } of childrenOf(framework, totalCode)) {
    const moved = subtract(claimed.dimensions[code], restated.dimensions[code]);
    if (moved === undefined) continue;
    value = sum([value, moved]) ?? value;
    steps.push({ step: { kind: 'dimension', node: { code, name, nameEn } }, value });
  }
  if (compare(value, claimed.total) !== 0) steps.push({ step: { kind: 'remainder' }, value: claimed.total });
  return steps;
}

/** First what was executed, at last year's budget; then the budget. */
function rateSteps({ halfway, now }: Ranked): Pick<State, 'step' | 'value'>[] {
  return [
    ...(halfway === undefined ? [] : [{ step: { kind: 'executed' as const }, value: halfway }]),
    { step: { kind: 'budget' }, value: now.claimed.total },
  ];
}

function componentsOf(states: readonly State[]): Component[] {
  return states.flatMap((state, index) => {
    const before = states[index - 1];
    if (!before || !state.step) return [];
    const rank = rankIn(state);
    return [
      {
        ...state.step,
        places: rankIn(before) - rank,
        points: subtract(state.value, before.value) ?? '0',
        rank,
        value: state.value,
      },
    ];
  });
}

/** Equal values share a rank: one more than the number of offices above. */
function rankIn({ value, others }: State): number {
  const own = toBig(value);
  return 1 + others.filter((other) => other.gt(own)).length;
}

/** Parsed once: each is compared with the office in question many times. */
function bigsOf(others: readonly Contender[], pick: (contender: Contender) => Points | undefined): Big[] {
  return others.flatMap((contender) => {
    const points = pick(contender);
    return points ? [toBig(points.total)] : [];
  });
}

/** `claimed`: what the office stated; a node that only the review scored counts as reviewed. */
function scoresOf({ scores }: OfficeYear, kind: 'claimed' | 'counting'): Record<string, Decimal> {
  return Object.fromEntries(
    Object.entries(scores).flatMap(([node, score]) => {
      const value = kind === 'counting' ? scoreThatCounts(score, 'counting') : (score.self ?? score.reviewed);
      return value === undefined ? [] : [[node, value]];
    }),
  );
}

function contenderByRate(id: string, past: OfficeYear | undefined, own: OfficeYear | undefined): Contender {
  const [before, now] = [past, own].map((row) => {
    const rate = row && executionRate(row.amounts);
    return rate === undefined ? undefined : { total: rate, dimensions: {} };
  });
  return {
    id,
    before: before && { published: before, restated: before },
    now: now && { claimed: now, published: now },
    halfway: executionRate({
      budget_total: past?.amounts.budget_total,
      executed_total: own?.amounts.executed_total,
    }),
  };
}

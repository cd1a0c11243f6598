import { compare, sum, toBig } from './money.ts';
import type { Component, Contender, OfficeMovement, StepKind } from './rank-movement.ts';
import type { Decimal } from './submission.ts';

/** Steps that readers take together: every step of the own change is “own”. */
export const reasonKinds = [
  'framework',
  'left',
  'entered',
  'own',
  'others',
  'own_review',
  'others_review',
] as const;
export type ReasonKind = (typeof reasonKinds)[number];

export interface Reason {
  kind: ReasonKind;
  places: number;
  points: Decimal;
  /** Of the own change: the step that moved the value furthest in the direction of the whole own change. */
  lead?: Component;
}

/** The components taken together by reason, in the order of the steps. */
export function reasonsOf({ components }: Pick<OfficeMovement, 'components'>): Reason[] {
  return reasonKinds.flatMap((kind) => {
    const steps = components.filter((component) => reasonOf(component.kind) === kind);
    if (steps.length === 0) return [];
    const places = steps.reduce((total, step) => total + step.places, 0);
    const points = sum(steps.map((step) => step.points)) ?? '0';
    return [{ kind, places, points, lead: kind === 'own' ? leadOf(steps, points) : undefined }];
  });
}

/** The reason that moved the office most in the direction in which it moved; the earlier step where two are equal. */
export function mainReason(movement: OfficeMovement): Reason | undefined {
  const way = Math.sign(movement.places);
  return reasonsOf(movement)
    .filter(({ places }) => places * way > 0)
    .sort((a, b) => Math.abs(b.places) - Math.abs(a.places))[0];
}

/** Whom an office passed and who passed it, from last year's published ranking to this year's; ids of offices. */
export interface Passing {
  /** Above it last year, ranked this year and no longer above. */
  overtook: string[];
  /** Not above it last year though ranked, and above it now. */
  overtakenBy: string[];
  /** Above it last year and not ranked this year. */
  left: string[];
  /** Not ranked last year and above it now. */
  entered: string[];
}

/** Its movement is overtook + left − overtakenBy − entered. Undefined where the office was not ranked in both years. */
export function passingOf(contenders: readonly Contender[], id: string): Passing | undefined {
  const own = contenders.find((contender) => contender.id === id);
  if (!own?.before || !own.now) return undefined;
  const [then, now] = [toBig(own.before.published.total), toBig(own.now.published.total)];
  const others = contenders.map(({ id: other, before, now: after }) => ({
    id: other,
    wasRanked: before !== undefined,
    isRanked: after !== undefined,
    wasAbove: before !== undefined && toBig(before.published.total).gt(then),
    isAbove: after !== undefined && toBig(after.published.total).gt(now),
  }));
  const ids = (belongs: (other: (typeof others)[number]) => boolean) =>
    others.filter(belongs).map((other) => other.id);
  return {
    overtook: ids((other) => other.wasAbove && other.isRanked && !other.isAbove),
    overtakenBy: ids((other) => other.wasRanked && !other.wasAbove && other.isAbove),
    left: ids((other) => other.wasAbove && !other.isRanked),
    entered: ids((other) => !other.wasRanked && other.isAbove),
  };
}

function reasonOf(kind: StepKind): ReasonKind {
  const own: StepKind[] = ['dimension', 'remainder', 'whole', 'executed', 'budget'];
  return own.includes(kind) ? 'own' : (kind as ReasonKind);
}

function leadOf(steps: Component[], points: Decimal): Component | undefined {
  const way = compare(points, '0');
  return steps
    .filter((step) => way !== 0 && compare(step.points, '0') === way)
    .sort((a, b) => toBig(b.points).abs().cmp(toBig(a.points).abs()))[0];
}

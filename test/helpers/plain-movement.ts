import type { Framework } from '#app/domain/framework.ts';
import type { RawDistrict, RawSubmission } from './random-district.ts';

/** Whole hundredths: points and rates have two decimals. */
type Hundredths = number;

export interface PlainComponent {
  kind: string;
  node?: string;
  places: number;
  points: Hundredths;
}

interface PlainMovement {
  before: number;
  now: number;
  components: PlainComponent[];
}

/** The sequence of rankings behind an office's movement, worked out by brute force from the raw rows. */
export function plainMovement(
  raw: RawDistrict,
  { officeId, year, rule }: { officeId: string; year: number; rule: string },
): PlainMovement | undefined {
  const ids = raw.offices.filter((office) => office.active).map((office) => office.id);
  const [old, fresh] = [frameworkOf(raw, year - 1), frameworkOf(raw, year)];
  if (!old || !fresh) return undefined;
  const changed = JSON.stringify(weightsOf(old)) !== JSON.stringify(weightsOf(fresh));
  const last: Values = {};
  const restated: Values = {};
  const claimed: Values = {};
  const counting: Values = {};
  const parts: Record<string, { before: Values; now: Values }> = {};
  const halfway: Values = {};
  for (const id of ids) {
    const [then, now] = [standing(raw, id, year - 1), standing(raw, id, year)];
    const points = { before: {} as Values, now: {} as Values };
    parts[id] = points;
    if (rule === 'execution_rate') {
      set(last, id, rate(then?.content.amounts.executed_total, then?.content.amounts.budget_total));
      set(restated, id, last[id]);
      set(claimed, id, rate(now?.content.amounts.executed_total, now?.content.amounts.budget_total));
      set(counting, id, claimed[id]);
      set(halfway, id, rate(now?.content.amounts.executed_total, then?.content.amounts.budget_total));
      continue;
    }
    set(last, id, then && score(then, 'total', true));
    set(restated, id, then && (changed ? restate(then, 'total', old, fresh) : score(then, 'total', true)));
    set(claimed, id, now && score(now, 'total', false));
    set(counting, id, now && score(now, 'total', true));
    for (const node of ['a', 'b']) {
      set(points.before, node, then && (changed ? restate(then, node, old, fresh) : score(then, node, true)));
      set(points.now, node, now && score(now, node, false));
    }
  }
  const own = { last: last[officeId], now: counting[officeId], claim: claimed[officeId] };
  const start = restated[officeId];
  if (own.last === undefined || own.now === undefined || own.claim === undefined || start === undefined)
    return undefined;
  const others = ids.filter((id) => id !== officeId);
  const pick = (of: (id: string) => number | undefined) =>
    others.flatMap((id) => {
      const value = of(id);
      return value === undefined ? [] : [value];
    });
  const states: { kind: string; node?: string; own: number; others: number[] }[] = [
    { kind: 'start', own: own.last, others: pick((id) => last[id]) },
  ];
  if (rule === 'total_score' && changed)
    states.push({ kind: 'framework', own: start, others: pick((id) => restated[id]) });
  states.push({
    kind: 'left',
    own: start,
    others: pick((id) => (counting[id] === undefined ? undefined : restated[id])),
  });
  const met = pick((id) => (counting[id] === undefined ? undefined : (restated[id] ?? claimed[id])));
  states.push({ kind: 'entered', own: start, others: met });
  let value = start;
  if (rule === 'total_score') {
    for (const node of ['a', 'b']) {
      const [before, now] = [parts[officeId]?.before[node], parts[officeId]?.now[node]];
      if (before === undefined || now === undefined) continue;
      value += now - before;
      states.push({ kind: 'dimension', node, own: value, others: met });
    }
    if (value !== own.claim) states.push({ kind: 'remainder', own: own.claim, others: met });
  } else {
    const middle = halfway[officeId];
    if (middle !== undefined) states.push({ kind: 'executed', own: middle, others: met });
    states.push({ kind: 'budget', own: own.claim, others: met });
  }
  states.push({ kind: 'others', own: own.claim, others: pick((id) => claimed[id]) });
  if (rule === 'total_score') {
    states.push({ kind: 'own_review', own: own.now, others: pick((id) => claimed[id]) });
    states.push({ kind: 'others_review', own: own.now, others: pick((id) => counting[id]) });
  }
  const ranks = states.map((state) => 1 + state.others.filter((other) => other > state.own).length);
  return {
    before: ranks[0] ?? 0,
    now: ranks.at(-1) ?? 0,
    components: states.slice(1).map(({ kind, node, own: after }, index) => ({
      kind,
      node,
      places: (ranks[index] ?? 0) - (ranks[index + 1] ?? 0),
      points: after - (states[index]?.own ?? 0),
    })),
  };
}

type Values = Record<string, Hundredths>;

function set(values: Values, key: string, value: Hundredths | undefined): void {
  if (value !== undefined) values[key] = value;
}

function frameworkOf(raw: RawDistrict, year: number): Framework | undefined {
  return raw.rounds.find((round) => round.year === year)?.framework;
}

function weightsOf(framework: Framework): Record<string, number> {
  return Object.fromEntries(framework.nodes.map((node) => [node.code, Number(node.weight)]));
}

function standing(raw: RawDistrict, officeId: string, year: number): RawSubmission | undefined {
  return raw.submissions.find(
    (each) =>
      each.officeId === officeId &&
      each.year === year &&
      (each.status === 'approved' || each.status === 'submitted'),
  );
}

function score(submission: RawSubmission, node: string, counting: boolean): Hundredths | undefined {
  const self = submission.content.scores.find((claim) => claim.node === node)?.score;
  const value = (counting ? submission.reviewed[node] : undefined) ?? self;
  return value === undefined ? undefined : Math.round(Number(value) * 100);
}

function rate(executed: string | undefined, budget: string | undefined): Hundredths | undefined {
  if (executed === undefined || budget === undefined || Number(budget) === 0) return undefined;
  return rounded(fen(executed) * 10_000n, fen(budget));
}

function fen(amount: string): bigint {
  return BigInt(amount.replace('.', ''));
}

/** Exact fractions, so that no half is rounded the wrong way. */
interface Fraction {
  top: bigint;
  bottom: bigint;
}

function restate(
  submission: RawSubmission,
  node: string,
  old: Framework,
  fresh: Framework,
): Hundredths | undefined {
  const children: Record<string, string[]> = {
    total: ['a', 'b'],
    a: ['a.p', 'a.q'],
    b: ['b.r'],
    'b.r': ['b.r.1', 'b.r.2'],
  };
  const [before, now] = [weightsOf(old), weightsOf(fresh)];
  const exact = (code: string): Fraction | undefined => {
    const own = score(submission, code, true);
    if (own === undefined) return undefined;
    const below = children[code] ?? [];
    const complete = below.length > 0 && below.every((child) => score(submission, child, true) !== undefined);
    const [from, to] = code === 'total' ? [100, 100] : [before[code] ?? 1, now[code] ?? 1];
    const scored = complete
      ? below.reduce((total, child) => total + (score(submission, child, true) ?? 0), 0)
      : 0;
    let result: Fraction = { top: BigInt(own - scored) * BigInt(to), bottom: BigInt(from) };
    if (complete)
      for (const child of below) {
        const part = exact(child);
        if (part) result = plus(result, part);
      }
    return result;
  };
  const found = exact(node);
  return found && rounded(found.top, found.bottom);
}

function plus(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom };
}

/** Half away from zero. */
function rounded(top: bigint, bottom: bigint): number {
  const negative = top < 0n !== bottom < 0n;
  const [up, down] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom];
  const size = Number((2n * up + down) / (2n * down));
  return negative && size !== 0 ? -size : size;
}

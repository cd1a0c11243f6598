import { totalCode } from './framework.ts';
import { type DraftNode, type FrameworkDraft, readWeight } from './framework-draft.ts';
import { compare, subtract, sum } from './money.ts';
import type { Decimal } from './submission.ts';

export const draftProblemKinds = [
  'name_missing',
  'name_long',
  'name_repeated',
  'weight_missing',
  'weight_unreadable',
  'parts_below',
  'parts_above',
  'no_nodes',
  'too_many',
] as const;

/** What keeps a draft from being published, at the node where it is mended; `total` stands for the framework itself. */
export interface DraftProblem {
  code: string;
  field: 'name' | 'nameEn' | 'weight' | 'parts';
  problem: (typeof draftProblemKinds)[number];
  /** Points: what the parts add up to, what the whole weighs, and by how much they differ. */
  sum?: Decimal;
  weight?: Decimal;
  gap?: Decimal;
}

const longestName = 100;
export const mostNodes = 200;

/** Everything that keeps the draft from being published, head first, then node by node; none in a sound one. */
export function draftProblems(draft: FrameworkDraft): DraftProblem[] {
  const counts = new Map<string, number>();
  for (const { name } of draft.nodes) counts.set(name.trim(), (counts.get(name.trim()) ?? 0) + 1);
  const isRepeated = (name: string) => (counts.get(name.trim()) ?? 0) > 1;
  const whole = { code: totalCode, weight: draft.totalWeight };
  return [
    ...nameProblems({ ...draft, code: totalCode }),
    ...sizeProblems(draft),
    ...partsProblems(draft, whole),
    ...draft.nodes.flatMap((node) => [
      ...nameProblems(node, isRepeated),
      ...weightProblems(node),
      ...partsProblems(draft, node),
    ]),
  ];
}

function nameProblems(
  { code, name, nameEn }: Pick<DraftNode, 'code' | 'name' | 'nameEn'>,
  isRepeated: (name: string) => boolean = () => false,
): DraftProblem[] {
  const problems: DraftProblem[] = [];
  if (name.trim() === '') problems.push({ code, field: 'name', problem: 'name_missing' });
  else if (name.trim().length > longestName) problems.push({ code, field: 'name', problem: 'name_long' });
  else if (isRepeated(name)) problems.push({ code, field: 'name', problem: 'name_repeated' });
  if (nameEn.trim().length > 2 * longestName) problems.push({ code, field: 'nameEn', problem: 'name_long' });
  return problems;
}

function weightProblems({ code, weight }: DraftNode): DraftProblem[] {
  if (weight.trim() === '') return [{ code, field: 'weight', problem: 'weight_missing' }];
  return readWeight(weight) === undefined ? [{ code, field: 'weight', problem: 'weight_unreadable' }] : [];
}

function sizeProblems({ nodes }: FrameworkDraft): DraftProblem[] {
  if (nodes.length === 0) return [{ code: totalCode, field: 'parts', problem: 'no_nodes' }];
  return nodes.length > mostNodes ? [{ code: totalCode, field: 'parts', problem: 'too_many' }] : [];
}

/** A sum is judged only where every part of it can be read. */
function partsProblems(
  { nodes }: FrameworkDraft,
  { code, weight: typed }: { code: string; weight: string },
): DraftProblem[] {
  const parts = nodes.filter(({ parent }) => (parent ?? totalCode) === code);
  const added = sum(parts.map((part) => readWeight(part.weight)));
  const weight = readWeight(typed);
  if (added === undefined || weight === undefined || compare(added, weight) === 0) return [];
  const isBelow = compare(added, weight) < 0;
  const gap = isBelow ? subtract(weight, added) : subtract(added, weight);
  return [
    { code, field: 'parts', problem: isBelow ? 'parts_below' : 'parts_above', sum: added, weight, gap },
  ];
}

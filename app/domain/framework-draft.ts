import type { Framework, FrameworkNode } from './framework.ts';
import { compare, toBig } from './money.ts';
import type { Decimal } from './submission.ts';

/** A node in the making: its weight is what was typed, so that nothing is lost where it cannot be read. */
export type DraftNode = Omit<FrameworkNode, 'level'>;

/** A framework in the making. Nodes stand in the order of the tree, each after its parent. */
export interface FrameworkDraft {
  name: string;
  nameEn: string;
  totalWeight: Decimal;
  /** The version that it was copied from. */
  basis: { year: number; version: number };
  nodes: DraftNode[];
}

/** A copy of a published framework to work on. */
export function draftFrom({ name, nameEn, totalWeight, year, version, nodes }: Framework): FrameworkDraft {
  const copies = nodes.map(({ level: _, ...node }) => ({ ...node, weight: plain(node.weight) }));
  return {
    ...{ name, nameEn, totalWeight: plain(totalWeight), basis: { year, version } },
    nodes: inTreeOrder(copies),
  };
}

/** The draft as a framework; only for one without problems. A rule counts where points are given, not at a sum of parts. */
export function toFramework(
  { name, nameEn, totalWeight, nodes }: FrameworkDraft,
  { year, version }: { year: number; version: number },
): Framework {
  const parents = new Set(nodes.map(({ parent }) => parent));
  return {
    ...{ name: name.trim(), nameEn: nameEn.trim(), year, version, totalWeight },
    nodes: nodes.map(({ rule, ...node }) => ({
      ...node,
      name: node.name.trim(),
      nameEn: node.nameEn.trim(),
      weight: readWeight(node.weight) ?? '0',
      level: levelIn(nodes, node.code),
      ...(rule && !parents.has(node.code) && { rule }),
    })),
  };
}

/** Texts of the form by field: `name`, `nameEn`, and `<code>.name`, `<code>.nameEn`, `<code>.weight`, `<code>.unverified`. */
export type TypedTexts = Pick<ReadonlyMap<string, string>, 'get' | 'has'>;

/** The draft with what was typed; nodes that the form does not have stay as they are. */
export function withTyped(draft: FrameworkDraft, typed: TypedTexts): FrameworkDraft {
  return {
    ...draft,
    name: typed.get('name') ?? draft.name,
    nameEn: typed.get('nameEn') ?? draft.nameEn,
    nodes: draft.nodes.map((node) => {
      const of = (field: string) => typed.get(`${node.code}.${field}`);
      if (of('name') === undefined) return node;
      return {
        ...node,
        name: of('name') ?? node.name,
        nameEn: of('nameEn') ?? node.nameEn,
        weight: of('weight') ?? node.weight,
        verified: !typed.has(`${node.code}.unverified`),
      };
    }),
  };
}

/** Points as typed: full-width digits and spaces are understood. Undefined for what is no positive number of two decimals. */
export function readWeight(text: string): Decimal | undefined {
  const digits = text.normalize('NFKC').replace(/\s/g, '');
  if (!/^\d{1,4}(\.\d{1,2})?$/.test(digits)) return undefined;
  return compare(digits, '0') > 0 ? plain(digits) : undefined;
}

/** 1 for a dimension, 2 for a category, 3 for an indicator. */
export function levelIn(nodes: readonly Pick<DraftNode, 'code' | 'parent'>[], code: string): 1 | 2 | 3 {
  const parent = nodes.find((node) => node.code === code)?.parent;
  if (!parent) return 1;
  return levelIn(nodes, parent) === 1 ? 2 : 3;
}

/** The same nodes, each followed by those below it, neighbours in the order they have. */
export function inTreeOrder(nodes: readonly DraftNode[]): DraftNode[] {
  const below = (parent: string | null): DraftNode[] =>
    nodes.filter((node) => node.parent === parent).flatMap((node) => [node, ...below(node.code)]);
  return below(null);
}

function plain(weight: Decimal): Decimal {
  return toBig(weight).toFixed();
}

import { compare, sum } from './money.ts';
import type { Rule } from './rules/rule.ts';
import type { Decimal } from './submission.ts';

/** One node of a framework (指标体系): dimension 一级, category 二级 or indicator 三级. Weights of children add up to their parent's. */
export interface FrameworkNode {
  code: string;
  parent: string | null; // null for a dimension
  level: 1 | 2 | 3;
  name: string;
  nameEn: string;
  weight: Decimal;
  /** False where the weight is an editable assumption that no source has confirmed. */
  verified: boolean;
  /** How points are given here; without one nothing is worked out. */
  rule?: Rule;
}

export interface Framework {
  name: string;
  nameEn: string;
  year: number;
  version: number;
  totalWeight: Decimal;
  nodes: FrameworkNode[];
}

/** Code under which scores of the whole are claimed; it is no node of the tree. */
export const totalCode = 'total';

/** Nodes right below `code` in the tree's order; below `total` or `null` they are the dimensions. */
export function childrenOf(framework: Framework, code: string | null): FrameworkNode[] {
  const parent = code === totalCode ? null : code;
  return framework.nodes.filter((node) => node.parent === parent);
}

/** Every node below one, in the framework's order. */
export function nodesBelow(framework: Framework, code: string): FrameworkNode[] {
  return childrenOf(framework, code).flatMap((child) => [child, ...nodesBelow(framework, child.code)]);
}

export function nodeByCode(framework: Framework, code: string): FrameworkNode | undefined {
  return framework.nodes.find((node) => node.code === code);
}

/** First node with this Chinese name; spaces and the kind of quotation mark do not matter. */
export function nodeByName(framework: Framework, name: string): FrameworkNode | undefined {
  const wanted = plainName(name);
  return framework.nodes.find((node) => plainName(node.name) === wanted);
}

/** Nodes without children: where points are won and lost. */
export function leavesOf(framework: Framework): FrameworkNode[] {
  const parents = new Set(framework.nodes.map((node) => node.parent));
  return framework.nodes.filter((node) => !parents.has(node.code));
}

/** Weight of a node, or of the whole for `total`; undefined for a code the framework does not know. */
export function weightOf(framework: Framework, code: string): Decimal | undefined {
  return code === totalCode ? framework.totalWeight : nodeByCode(framework, code)?.weight;
}

/** Codes (`total` included) whose children's weights do not add up to their own; none in a sound framework. */
export function unbalancedCodes(framework: Framework): string[] {
  return [totalCode, ...framework.nodes.map((node) => node.code)].filter((code) => {
    const children = childrenOf(framework, code);
    const added = sum(children.map((child) => child.weight));
    return children.length > 0 && compare(added, weightOf(framework, code)) !== 0;
  });
}

/** Every year has its own version; only another tree or other weights make the points of two years differ. */
export function isSameTree(a: Framework, b: Framework): boolean {
  const tree = ({ nodes }: Framework) =>
    nodes.map(({ code, parent, weight }) => `${code} ${parent} ${Number(weight)}`).join();
  return tree(a) === tree(b);
}

function plainName(name: string): string {
  return name.replace(/[\s“”"'‘’]/g, '');
}

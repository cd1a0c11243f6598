import { type DraftNode, type FrameworkDraft, inTreeOrder, levelIn } from './framework-draft.ts';
import type { Rule } from './rules/rule.ts';

/** A framework has three levels and no more. */
const deepest = 3;

/** Adds an empty node at the end of those below `parent`. Its code is in none of `taken`: a code stands for one indicator for good. */
export function addNode(
  draft: FrameworkDraft,
  parent: string | null,
  taken: Iterable<string>,
): { draft: FrameworkDraft; code: string } {
  if (parent !== null && levelIn(draft.nodes, parent) === deepest)
    throw new RangeError(`nothing goes below an indicator: "${parent}"`);
  const code = freshCode(parent, new Set([...taken, ...draft.nodes.map((node) => node.code)]));
  const node = { code, parent, name: '', nameEn: '', weight: '', verified: false };
  return { draft: { ...draft, nodes: inTreeOrder([...draft.nodes, node]) }, code };
}

/** Takes a node out with all below it. */
export function removeNode(draft: FrameworkDraft, code: string): FrameworkDraft {
  const gone = new Set([code, ...below(draft, code)]);
  return { ...draft, nodes: draft.nodes.filter((node) => !gone.has(node.code)) };
}

/** Moves a node with all below it one place up or down among its neighbours; at the end it stays. */
export function shiftNode(draft: FrameworkDraft, code: string, by: -1 | 1): FrameworkDraft {
  const nodes = [...draft.nodes];
  const neighbours = neighboursOf(nodes, code);
  const other = neighbours[neighbours.indexOf(code) + by];
  const [here, there] = [code, other].map((each) => nodes.findIndex((node) => node.code === each));
  if (here === undefined || there === undefined || here < 0 || there < 0) return draft;
  const [a, b] = [nodes[here], nodes[there]];
  if (a && b) [nodes[here], nodes[there]] = [b, a];
  return { ...draft, nodes: inTreeOrder(nodes) };
}

/** Puts a node with all below it at the end of those below another parent; stays where the parent is none of `placesFor`. */
export function placeNode(draft: FrameworkDraft, code: string, parent: string | null): FrameworkDraft {
  const node = draft.nodes.find((each) => each.code === code);
  if (!node || node.parent === parent || !placesFor(draft, code).includes(parent)) return draft;
  const others = draft.nodes.filter((each) => each.code !== code);
  return { ...draft, nodes: inTreeOrder([...others, { ...node, parent }]) };
}

/** Parents that a node may have so that nothing gets below the third level; null is the framework itself. */
export function placesFor(draft: FrameworkDraft, code: string): (string | null)[] {
  const own = [code, ...below(draft, code)];
  const height = Math.max(...own.map((each) => levelIn(draft.nodes, each))) - levelIn(draft.nodes, code) + 1;
  const parents = draft.nodes.filter(
    (node) => !own.includes(node.code) && levelIn(draft.nodes, node.code) + height <= deepest,
  );
  return [null, ...parents.map((node) => node.code)];
}

/** Sets or, without a rule, takes away how points are given at a node. */
export function setRule(draft: FrameworkDraft, code: string, rule: Rule | undefined): FrameworkDraft {
  const nodes = draft.nodes.map(({ rule: old, ...node }): DraftNode => {
    if (node.code !== code) return old ? { ...node, rule: old } : node;
    return rule ? { ...node, rule } : node;
  });
  return { ...draft, nodes };
}

function neighboursOf(nodes: readonly DraftNode[], code: string): string[] {
  const parent = nodes.find((node) => node.code === code)?.parent;
  return nodes.filter((node) => node.parent === parent).map((node) => node.code);
}

function below(draft: FrameworkDraft, code: string): string[] {
  return draft.nodes
    .filter(({ parent }) => parent === code)
    .flatMap((node) => [node.code, ...below(draft, node.code)]);
}

function freshCode(parent: string | null, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const code = parent === null ? `n${number}` : `${parent}.n${number}`;
    if (!taken.has(code)) return code;
  }
}

import { type Framework, type FrameworkNode, nodeByCode } from './framework.ts';
import { compare } from './money.ts';
import type { Rule } from './rules/rule.ts';
import type { Decimal } from './submission.ts';

/** A node as a change names it. */
export type ChangedNode = Pick<FrameworkNode, 'code' | 'name' | 'nameEn' | 'weight'>;

/** What another framework does with one node. `node` is as it is afterwards; for a removed one, as it was. */
export type FrameworkChange =
  | { kind: 'added' | 'removed' | 'rule'; node: ChangedNode }
  | { kind: 'renamed'; node: ChangedNode; before: Pick<FrameworkNode, 'name' | 'nameEn'> }
  | { kind: 'reweighted'; node: ChangedNode; before: Decimal }
  /** Under another node; undefined parents are the framework itself. */
  | { kind: 'moved'; node: ChangedNode; before?: ChangedNode; after?: ChangedNode };

/**
 * What changed between two frameworks, node by node as `after` orders them, then what is gone. A node is known by its code.
 * The order among neighbours and what is confirmed by whom change nothing for an office and are not told.
 */
export function frameworkChanges(before: Framework, after: Framework): FrameworkChange[] {
  const old = new Map(before.nodes.map((node) => [node.code, node]));
  const kept = new Set(after.nodes.map(({ code }) => code));
  return [
    ...after.nodes.flatMap((node): FrameworkChange[] => {
      const was = old.get(node.code);
      return was ? changesOf(was, node, { before, after }) : [{ kind: 'added', node: named(node) }];
    }),
    ...before.nodes
      .filter(({ code }) => !kept.has(code))
      .map((node): FrameworkChange => ({ kind: 'removed', node: named(node) })),
  ];
}

const kinds = ['added', 'removed', 'rule', 'renamed', 'reweighted', 'moved'];

/** Changes as the trail kept them. Undefined for any other text. */
export function readFrameworkChanges(text: string): FrameworkChange[] | undefined {
  try {
    const changes: unknown = JSON.parse(text);
    if (!Array.isArray(changes)) return undefined;
    const known = changes.every((each) => kinds.includes(each?.kind) && typeof each?.node?.name === 'string');
    return known ? (changes as FrameworkChange[]) : undefined;
  } catch {
    return undefined;
  }
}

function changesOf(
  was: FrameworkNode,
  is: FrameworkNode,
  { before, after }: { before: Framework; after: Framework },
): FrameworkChange[] {
  const node = named(is);
  const changes: FrameworkChange[] = [];
  if (was.name !== is.name || was.nameEn !== is.nameEn)
    changes.push({ kind: 'renamed', node, before: { name: was.name, nameEn: was.nameEn } });
  if (compare(was.weight, is.weight) !== 0) changes.push({ kind: 'reweighted', node, before: was.weight });
  if (!isSameRule(was.rule, is.rule)) changes.push({ kind: 'rule', node });
  if (was.parent !== is.parent)
    changes.push({
      kind: 'moved',
      node,
      before: was.parent === null ? undefined : namedOf(before, was.parent),
      after: is.parent === null ? undefined : namedOf(after, is.parent),
    });
  return changes;
}

function namedOf(framework: Framework, code: string): ChangedNode | undefined {
  const node = nodeByCode(framework, code);
  return node && named(node);
}

function named({ code, name, nameEn, weight }: FrameworkNode): ChangedNode {
  return { code, name, nameEn, weight };
}

/** Whether two rules give points alike: where they come from, and the order of keys in the database, do not matter. */
export function isSameRule(a: Rule | undefined, b: Rule | undefined): boolean {
  return canonical(a) === canonical(b);
}

function canonical(rule: Rule | undefined): string {
  const { verified: _, source: _source, sourceEn: _sourceEn, ...points } = rule ?? { verified: true };
  const sorted = (_key: string, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  return JSON.stringify(points, sorted);
}

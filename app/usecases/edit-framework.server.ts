import { draftFrom, type FrameworkDraft, type TypedTexts, withTyped } from '#app/domain/framework-draft.ts';
import { addNode, placeNode, removeNode, setRule, shiftNode } from '#app/domain/framework-draft-edit.ts';
import { guangdong2023 } from '#app/domain/frameworks/guangdong-2023.ts';
import { chinaTime } from '#app/domain/office-year.ts';
import { readRuleTexts } from '#app/domain/read-rule-texts.ts';
import type { RuleTexts } from '#app/domain/rule-texts.ts';
import {
  deleteFrameworkDraft,
  findFrameworkDraft,
  insertFrameworkDraft,
  type StoredFrameworkDraft,
  updateFrameworkDraft,
} from '#db/queries/framework-drafts.server.ts';
import { findAllNodeCodes, findFrameworkVersion } from '#db/queries/framework-versions.server.ts';
import { ConstraintError, type Scope, type ScopedDb, withScope } from '#db/scope.server.ts';
import { FrameworkRefusal } from './framework-refusal.ts';

/** Stands for the framework that the product brings along, in a district that has none yet. */
export const builtIn = 'built-in';

/** Copies a published framework to work on for a year. Throws FrameworkRefusal where the year has a copy already. */
export async function beginFramework(
  scope: Scope,
  { year, basis }: { year: number; basis: string },
  now: Date,
): Promise<void> {
  try {
    await withScope(scope, async (db) => {
      const framework = basis === builtIn ? guangdong2023 : await findFrameworkVersion(db, basis);
      if (!framework) throw new FrameworkRefusal('unknown_basis');
      await insertFrameworkDraft(db, { year, content: draftFrom(framework), at: now.toISOString() });
    });
  } catch (error) {
    if (!(error instanceof ConstraintError && error.kind === 'duplicate')) throw error;
    throw new FrameworkRefusal('draft_exists');
  }
}

/** What is done to the tree, beside storing what was typed. */
export type FrameworkStep =
  | { kind: 'save' }
  | { kind: 'add'; parent: string | null }
  | { kind: 'remove' | 'up' | 'down'; code: string }
  /** Under which node it stands and how its points are given; without `texts` the rule stays. */
  | { kind: 'node'; code: string; parent: string | null; texts?: RuleTexts };

export interface EditInput {
  year: number;
  /** The version on the reader's screen. */
  version: number;
  typed: TypedTexts;
  step: FrameworkStep;
}

/**
 * Stores what was typed and does one step; gives the code of a node that was added. Whatever was typed is kept, also what
 * cannot be published. Throws FrameworkRefusal when somebody else saved in between or a rule cannot be read.
 */
export function editFramework(scope: Scope, input: EditInput, now: Date): Promise<{ added?: string }> {
  return withScope(scope, async (db) => {
    const { year, version, typed, step } = input;
    const stored = await draftAt(db, { year, version });
    const done = await stepped(db, withTyped(stored.content, typed), step);
    const at = now.toISOString();
    if (!(await updateFrameworkDraft(db, { year, version, content: done.draft, at })))
      throw await overtaken(db, year);
    return done;
  });
}

/** Throws the working copy away. Throws FrameworkRefusal when somebody saved in between. */
export function discardFramework(
  scope: Scope,
  { year, version }: { year: number; version: number },
): Promise<void> {
  return withScope(scope, async (db) => {
    if (!(await deleteFrameworkDraft(db, { year, version }))) throw await overtaken(db, year);
  });
}

/** The working copy of the year at the version seen. Throws FrameworkRefusal where there is none, or another one. */
export async function draftAt(
  db: ScopedDb,
  { year, version }: { year: number; version: number },
): Promise<StoredFrameworkDraft> {
  const stored = await findFrameworkDraft(db, year);
  if (!stored || stored.version !== version) throw await overtaken(db, year);
  return stored;
}

async function overtaken(db: ScopedDb, year: number): Promise<FrameworkRefusal> {
  const stored = await findFrameworkDraft(db, year);
  if (!stored) return new FrameworkRefusal('no_draft');
  const by = stored.changedBy ?? '';
  return new FrameworkRefusal('changed_meanwhile', { by, at: chinaTime(stored.changedAt) });
}

async function stepped(
  db: ScopedDb,
  draft: FrameworkDraft,
  step: FrameworkStep,
): Promise<{ draft: FrameworkDraft; added?: string }> {
  const code = step.kind === 'save' ? null : step.kind === 'add' ? step.parent : step.code;
  if (code !== null && !draft.nodes.some((node) => node.code === code))
    throw new FrameworkRefusal('unknown_node');
  switch (step.kind) {
    case 'add': {
      const added = addNode(draft, step.parent, await findAllNodeCodes(db));
      return { draft: added.draft, added: added.code };
    }
    case 'remove':
      return { draft: removeNode(draft, step.code) };
    case 'up':
      return { draft: shiftNode(draft, step.code, -1) };
    case 'down':
      return { draft: shiftNode(draft, step.code, 1) };
    case 'node': {
      const placed = placeNode(draft, step.code, step.parent);
      if (!step.texts) return { draft: placed };
      const { rule, refused } = readRuleTexts(step.texts);
      if (refused.length > 0) throw new FrameworkRefusal('rule_unreadable', {}, refused);
      return { draft: setRule(placed, step.code, rule) };
    }
    default:
      return { draft };
  }
}

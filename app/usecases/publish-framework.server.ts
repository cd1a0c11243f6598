import type { Framework } from '#app/domain/framework.ts';
import { frameworkChanges } from '#app/domain/framework-changes.ts';
import { toFramework } from '#app/domain/framework-draft.ts';
import { draftProblems } from '#app/domain/framework-draft-problems.ts';
import { insertAudit } from '#db/queries/audit.server.ts';
import { deleteFrameworkDraft } from '#db/queries/framework-drafts.server.ts';
import { findAllFrameworkVersions } from '#db/queries/framework-versions.server.ts';
import { findFramework, insertFramework } from '#db/queries/frameworks.server.ts';
import { findRound, updateRound } from '#db/queries/rounds.server.ts';
import { bumpUnsent } from '#db/queries/submissions.server.ts';
import { type Scope, type ScopedDb, withScope } from '#db/scope.server.ts';
import { findFiled } from './change-round.server.ts';
import { draftAt } from './edit-framework.server.ts';
import { FrameworkRefusal } from './framework-refusal.ts';

/**
 * Makes the year's working copy its next version, and the year's round, if there is one, run by it. Only while nothing of
 * the year was submitted: what was scored by one framework is never scored by another. Throws FrameworkRefusal.
 */
export function publishFramework(
  scope: Scope,
  { year, version: seen }: { year: number; version: number },
  now: Date,
): Promise<{ version: number }> {
  return withScope(scope, async (db) => {
    const round = await findRound(db, year, { lock: true });
    if (round?.status === 'closed') throw new FrameworkRefusal('round_closed');
    const { content } = await draftAt(db, { year, version: seen });
    const problems = draftProblems(content);
    if (problems.length > 0) throw new FrameworkRefusal('has_problems', { count: problems.length });
    await requireNothingSubmitted(db, year);
    const former = await findFramework(db, year);
    const framework = toFramework(content, { year, version: await nextVersion(db, year) });
    if (former && isUnchanged(former, framework)) throw new FrameworkRefusal('unchanged');
    const frameworkId = await insertFramework(db, framework);
    if (round) await updateRound(db, { year, frameworkId });
    if (!(await deleteFrameworkDraft(db, { year, version: seen }))) throw new FrameworkRefusal('no_draft');
    const { basis } = content;
    await insertAudit(db, {
      action: 'framework.publish',
      subject: String(year),
      detail: {
        version: framework.version,
        ...(former && { from: `${former.year}/${former.version}` }),
        basis: `${basis.year}/${basis.version}`,
        ...(former && { changes: frameworkChanges(former, framework) }),
      },
      at: now.toISOString(),
    });
    return { version: framework.version };
  });
}

async function requireNothingSubmitted(db: ScopedDb, year: number): Promise<void> {
  await bumpUnsent(db, { year });
  const count = (await findFiled(db, year)).filter(({ status }) => status !== 'draft').length;
  if (count > 0) throw new FrameworkRefusal('submitted', { count });
}

async function nextVersion(db: ScopedDb, year: number): Promise<number> {
  const versions = (await findAllFrameworkVersions(db)).filter((each) => each.year === year);
  return Math.max(0, ...versions.map(({ version }) => version)) + 1;
}

/** Down to marks and order, which change nothing for an office but are published too. */
function isUnchanged(former: Framework, { version: _, year: _year, ...framework }: Framework): boolean {
  const { version: _version, year: _formerYear, ...was } = former;
  const text = (each: typeof was) =>
    JSON.stringify([each.name, each.nameEn, ...each.nodes.map((node) => nodeText(node))]);
  return text(was) === text(framework);
}

function nodeText({ code, parent, name, nameEn, weight, verified, rule }: Framework['nodes'][number]) {
  return [code, parent, name, nameEn, Number(weight), verified, rule ? Object.entries(rule).sort() : null];
}

import type { Framework } from '#app/domain/framework.ts';
import { type FrameworkChange, frameworkChanges } from '#app/domain/framework-changes.ts';
import type { FrameworkDraft } from '#app/domain/framework-draft.ts';
import { type DraftProblem, draftProblems } from '#app/domain/framework-draft-problems.ts';
import { chinaTime } from '#app/domain/office-year.ts';
import { type District, findAllDistricts } from '#db/queries/districts.server.ts';
import { findFrameworkDraft } from '#db/queries/framework-drafts.server.ts';
import { type FrameworkVersion, findAllFrameworkVersions } from '#db/queries/framework-versions.server.ts';
import { findAllFrameworks } from '#db/queries/frameworks.server.ts';
import { findAllRounds, type Round } from '#db/queries/rounds.server.ts';
import { readScope, type Scope, type ScopedDb } from '#db/scope.server.ts';
import { findFiled } from './change-round.server.ts';

/** What keeps the year's framework as it is, whatever is being worked on. */
export type FrameworkBarrier = { code: 'round_closed' } | { code: 'submitted'; count: number };

export interface FrameworkView {
  district: Pick<District, 'code' | 'name' | 'nameEn'>;
  year: number;
  /** Years with a round, newest first. */
  years: number[];
  round?: Round;
  /** That the year's round is run by. */
  framework?: Framework;
  /** What it changed on the year before. */
  changes: FrameworkChange[];
  /** Newest first; any may be copied. */
  versions: FrameworkVersion[];
  draft?: DraftView;
  barrier?: FrameworkBarrier;
}

export interface DraftView {
  version: number;
  content: FrameworkDraft;
  problems: DraftProblem[];
  /** In China, to the minute. */
  changedAt: string;
  changedBy: string | null;
}

/** A year's framework and the working copy of its next version. Undefined without a district. */
export function viewFramework(scope: Scope, year: number): Promise<FrameworkView | undefined> {
  return readScope(scope, async (db) => {
    const [district] = await findAllDistricts(db);
    if (!district) return undefined;
    const { code, name, nameEn } = district;
    const rounds = await findAllRounds(db);
    const frameworks = await findAllFrameworks(db, [year, year - 1]);
    const [framework, before] = [frameworks.get(year), frameworks.get(year - 1)];
    const round = rounds.find((each) => each.year === year);
    return {
      district: { code, name, nameEn },
      year,
      years: rounds.map((each) => each.year),
      round,
      framework,
      changes: framework && before ? frameworkChanges(before, framework) : [],
      versions: await findAllFrameworkVersions(db),
      draft: await loadDraft(db, year),
      barrier: await barrierOf(db, { year, round }),
    };
  });
}

/** The working copy with what keeps it from being published. */
export async function loadDraft(db: ScopedDb, year: number): Promise<DraftView | undefined> {
  const stored = await findFrameworkDraft(db, year);
  if (!stored) return undefined;
  const { version, content, changedAt, changedBy } = stored;
  return { version, content, problems: draftProblems(content), changedAt: chinaTime(changedAt), changedBy };
}

/** Why no framework can be published for the year now; undefined where one can. */
export async function barrierOf(
  db: ScopedDb,
  { year, round }: { year: number; round: Round | undefined },
): Promise<FrameworkBarrier | undefined> {
  if (round?.status === 'closed') return { code: 'round_closed' };
  const count = (await findFiled(db, year)).filter(({ status }) => status !== 'draft').length;
  return count > 0 ? { code: 'submitted', count } : undefined;
}

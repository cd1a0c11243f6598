import { takesEvidence } from '#app/domain/evidence-file.ts';
import { type FilingState, next, type RoundBarrier } from '#app/domain/filing-steps.ts';
import type { Framework } from '#app/domain/framework.ts';
import type { EvidenceFile } from '#db/queries/evidence-files.server.ts';
import { findFormPlace } from '#db/queries/form-place.server.ts';
import { findFramework } from '#db/queries/frameworks.server.ts';
import { findAllRounds } from '#db/queries/rounds.server.ts';
import { findSubmission } from '#db/queries/submission-content.server.ts';
import { readScope, type Scope, type ScopedDb } from '#db/scope.server.ts';
import type { FilingKey } from './filing-place.server.ts';
import { readableEvidence } from './readable-evidence.server.ts';
import { barrierOf, findWorkingCopy, loadValues } from './working-copy.server.ts';

/** An indicator with the words about its evidence and the files that bear them out. */
export interface EvidenceLine {
  code: string;
  /** Absent for an indicator that the framework no longer has. */
  node?: { name: string; nameEn: string; level: 1 | 2 | 3 };
  /** Files can be attached here, as far as the report can be changed. */
  takesFiles: boolean;
  words?: string;
  files: EvidenceFile[];
}

export interface EvidenceView {
  /** Years with a round, newest first. */
  years: number[];
  lines: EvidenceLine[];
  files: number;
  bytes: number;
  /** As its office finds it; absent for the district. */
  state?: FilingState;
  mayEdit: boolean;
  /** What of the round keeps the office from changing anything. */
  barrier?: RoundBarrier;
}

/**
 * Every indicator of one office's report with its evidence, as far as the scope may read it. Undefined when the office is out
 * of reach or the district holds no round that year.
 */
export function viewEvidence(scope: Scope, key: FilingKey, now: Date): Promise<EvidenceView | undefined> {
  return readScope(scope, async (db) => {
    const framework = await findFramework(db, key.year);
    const read = scope.reach === 'office' ? await readOwn(db, scope, key, now) : await readSent(db, key);
    if (!framework || !read) return undefined;
    const { words, files, ...standing } = read;
    return {
      years: (await findAllRounds(db)).map(({ year }) => year),
      lines: evidenceLines(framework, words, files),
      files: files.length,
      bytes: files.reduce((sum, file) => sum + file.bytes, 0),
      ...standing,
    };
  });
}

interface ReadEvidence extends Pick<EvidenceView, 'state' | 'mayEdit' | 'barrier'> {
  words: Record<string, string | undefined>;
  files: EvidenceFile[];
}

async function readOwn(
  db: ScopedDb,
  scope: Scope,
  key: FilingKey,
  now: Date,
): Promise<ReadEvidence | undefined> {
  const copy = await findWorkingCopy(db, key);
  if (!copy?.round) return undefined;
  const { office, submission, state, nodes } = copy;
  const values = await loadValues(db, copy, key.year);
  const barrier = barrierOf(copy, now);
  return {
    words: Object.fromEntries(nodes.map((code) => [code, values[`scores.${code}.evidence`]])),
    files: await readableEvidence(db, { officeId: office.id, year: key.year, submission }),
    state,
    mayEdit: !barrier && 'to' in next(state, 'save', { role: scope.role }),
    barrier,
  };
}

async function readSent(db: ScopedDb, key: FilingKey): Promise<ReadEvidence | undefined> {
  const place = await findFormPlace(db, key);
  if (!place?.round) return undefined;
  const { office, submission } = place;
  const ofReport = { officeId: office.id, year: key.year };
  const stored = submission?.status === 'draft' ? undefined : await findSubmission(db, ofReport);
  return {
    words: Object.fromEntries(stored?.content.scores.map(({ node, evidence }) => [node, evidence]) ?? []),
    files: await readableEvidence(db, { ...ofReport, submission }),
    mayEdit: false,
  };
}

/** In the framework's order; below them what hangs on indicators that it has no more. */
function evidenceLines(
  framework: Framework,
  words: ReadEvidence['words'],
  files: readonly EvidenceFile[],
): EvidenceLine[] {
  const filesAt = (code: string) => files.filter(({ node }) => node === code);
  const known = framework.nodes.map(({ code, name, nameEn, level }) => ({
    code,
    node: { name, nameEn, level },
    takesFiles: takesEvidence(framework, code),
    words: words[code],
    files: filesAt(code),
  }));
  const codes = new Set(known.map(({ code }) => code));
  const gone = [...new Set(files.map(({ node }) => node))].filter((code) => !codes.has(code));
  return [...known, ...gone.map((code) => ({ code, takesFiles: false, files: filesAt(code) }))];
}

import { isBlocked } from '#app/domain/review-queue.ts';
import type { Scope } from '#db/scope.server.ts';
import { approveReports } from './approve-report.server.ts';
import type { FilingRefusalCode } from './filing-refusal.ts';
import { viewProgress } from './view-progress.server.ts';

/** What became of each office, by its code. */
export interface BulkApproval {
  approved: string[];
  refused: { office: string; code: FilingRefusalCode | 'blocking_findings' }[];
}

/**
 * Approves what was picked from the queue, but for submissions with errors, which are to be looked at one by one. `seen`:
 * version by office code, so that nothing else than what was checked here is approved. Undefined without a round.
 */
export async function approveChosen(
  scope: Scope,
  { year, seen }: { year: number; seen: Readonly<Record<string, number>> },
  now: Date,
): Promise<BulkApproval | undefined> {
  const view = await viewProgress(scope, { year, order: 'office' }, now);
  if (!view) return undefined;
  const blocked = new Set(view.queue.filter(isBlocked).map(({ office }) => office.code));
  const free = Object.entries(seen).filter(([code]) => !blocked.has(code));
  const { approved, refused } = await approveReports(scope, { year, seen: Object.fromEntries(free) }, now);
  return {
    approved,
    refused: [
      ...Object.keys(seen)
        .filter((code) => blocked.has(code))
        .map((office) => ({ office, code: 'blocking_findings' as const })),
      ...refused,
    ],
  };
}

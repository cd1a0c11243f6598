import { type FrameworkChange, frameworkChanges } from '#app/domain/framework-changes.ts';
import { toFramework } from '#app/domain/framework-draft.ts';
import { type Rehearsal, rehearse } from '#app/domain/framework-rehearsal.ts';
import { computedScore } from '#app/domain/rules/explain.ts';
import type { Decimal } from '#app/domain/submission.ts';
import { type District, findAllDistricts } from '#db/queries/districts.server.ts';
import { findMonthsOfYear } from '#db/queries/monthly-execution.server.ts';
import { findAllRounds } from '#db/queries/rounds.server.ts';
import { readScope, type Scope } from '#db/scope.server.ts';
import { loadDistrictSpan } from './district-year.server.ts';
import { barrierOf, type DraftView, type FrameworkBarrier, loadDraft } from './view-framework.server.ts';
import type { YearHeader } from './year-header.ts';

export interface RehearsalView {
  district: Pick<District, 'code' | 'name' | 'nameEn'>;
  year: number;
  /** Years with a round, newest first. */
  years: number[];
  /** Absent where nothing is being worked on. */
  draft?: DraftView;
  barrier?: FrameworkBarrier;
  /** Absent without a draft, while it has problems, and where no earlier year has data. */
  rehearsed?: {
    /** Of the year whose data is used. */
    header: YearHeader;
    weights: { before: Decimal; after: Decimal };
    changes: FrameworkChange[];
    rehearsal: Rehearsal;
  };
}

/**
 * What the framework being worked on would have made of the newest year before it: reviewed scores where there are any,
 * else self scores. Undefined without a district.
 */
export function viewRehearsal(scope: Scope, year: number): Promise<RehearsalView | undefined> {
  return readScope(scope, async (db) => {
    const [district] = await findAllDistricts(db);
    if (!district) return undefined;
    const { code, name, nameEn } = district;
    const rounds = await findAllRounds(db);
    const draft = await loadDraft(db, year);
    const round = rounds.find((each) => each.year === year);
    const view = {
      district: { code, name, nameEn },
      year,
      years: rounds.map((each) => each.year),
      draft,
      barrier: await barrierOf(db, { year, round }),
    };
    const lastYear = rounds.find((each) => each.year < year)?.year;
    if (!draft || draft.problems.length > 0 || lastYear === undefined) return view;
    const span = await loadDistrictSpan(db, { year: lastYear, count: 1 });
    const last = span?.years.at(-1);
    if (!span || !last) return view;
    const after = toFramework(draft.content, { year, version: 1 });
    const before = last.framework;
    const months = await findMonthsOfYear(db, lastYear);
    const rehearsal = rehearse({
      ...{ before, after, rows: last.rows },
      computed: ({ office, amounts, rates }, node) =>
        computedScore(node, after, { amounts, rates, monthlyExecution: months.get(office.id) ?? [] }),
    });
    return {
      ...view,
      rehearsed: {
        header: span.header,
        weights: { before: before.totalWeight, after: after.totalWeight },
        changes: frameworkChanges(before, after),
        rehearsal,
      },
    };
  });
}

import { totalCode } from '#app/domain/framework.ts';
import type { OfficeYear } from '#app/domain/office-year.ts';
import { districtOverview, type Overview } from '#app/domain/overview.ts';
import type { Since } from '#app/domain/overview-changes.ts';
import { summedItems } from '#app/domain/overview-money.ts';
import { headNodes } from '#app/domain/overview-reasons.ts';
import type { Decimal, MoneyItem } from '#app/domain/submission.ts';
import { findLastVisit } from '#db/queries/accounts.server.ts';
import type { District } from '#db/queries/districts.server.ts';
import {
  type ComparedRevision,
  countFindings,
  countThemes,
  findAllChanges,
  sumAmounts,
  sumScores,
} from '#db/queries/overview.server.ts';
import { remembered } from '#db/remembered.server.ts';
import { readScope, type Scope, type ScopedDb } from '#db/scope.server.ts';
import { loadDistrictSpan } from './district-year.server.ts';
import type { YearHeader } from './year-header.ts';

export interface OverviewView {
  district: Pick<District, 'code' | 'name' | 'nameEn'>;
  header: YearHeader;
  /** First day of filing, YYYY-MM-DD. */
  opensOn: string;
  overview: Overview;
}

/** Only what is ranked is read by office, the amounts in the scan that adds them up; all else comes as sums. */
const byOffice = { amounts: [], rates: [], nodes: [totalCode] };
const amountsByOffice = ['budget_total', 'executed_total'] as const;

/**
 * The district's first page for a year, with what changed since a day in China, else since the reader's last visit.
 * Undefined when the district held no round that year.
 */
export function viewDistrictOverview(
  scope: Scope,
  { year, since: day }: { year: number; since?: string },
): Promise<OverviewView | undefined> {
  return readScope(scope, async (db) => {
    const span = await loadDistrictSpan(db, { year, count: 2, only: byOffice });
    const now = span?.years.at(-1);
    if (!span || !now) return undefined;
    const { framework, rows, opensOn } = now;
    const since = sinceOf({ day, lastVisit: day ? undefined : await findLastVisit(db), opensOn });
    const nodes = headNodes(framework).map(({ code }) => code);
    const lastYear = span.years.find((each) => each.year === year - 1)?.rows ?? [];
    const { amounts, scores, themes, findings } = await addUp(db, {
      year,
      nodes,
      compared: comparedRevisions(rows),
      lastYear: comparedRevisions(lastYear),
    });
    const overview = districtOverview({
      framework,
      rows: withAmounts(
        rows,
        amounts.stated.map(([officeId, item, now]) => [officeId, item, now]),
      ),
      lastYear: withAmounts(
        lastYear,
        amounts.stated.map(([officeId, item, , last]) => [officeId, item, last]),
      ),
      amounts: amounts.sums,
      nodes: scores,
      themes,
      findings,
      since,
      changes: await findAllChanges(db, { year, from: since.from, opensOn }),
    });
    const { code, name, nameEn } = span.district;
    return { district: { code, name, nameEn }, header: span.header, opensOn, overview };
  });
}

type ComparedVersion = ComparedRevision & { version: number };

/** The year's sums. They are the same until a report is sent, scored, returned or approved, so they are added up once. */
function addUp(
  db: ScopedDb,
  of: { year: number; nodes: string[]; compared: ComparedVersion[]; lastYear: ComparedVersion[] },
) {
  return remembered(db, { name: 'overview', of }, async () => {
    const { year, nodes, compared } = of;
    const bothYears = [...compared, ...of.lastYear];
    return {
      amounts: await sumAmounts(db, {
        compared: bothYears,
        year,
        items: summedItems,
        each: amountsByOffice,
      }),
      scores: await sumScores(db, { compared, nodes }),
      themes: await countThemes(db, { compared: bothYears, year }),
      findings: await countFindings(db, { compared }),
    };
  });
}

function comparedRevisions(rows: OfficeYear[]): ComparedVersion[] {
  return rows.flatMap(({ office, year, revision, version }) =>
    revision === undefined || version === undefined ? [] : [{ officeId: office.id, year, revision, version }],
  );
}

/** The rows with what their offices state of some amounts. */
function withAmounts(
  rows: OfficeYear[],
  stated: [officeId: string, item: MoneyItem, amount: Decimal | null][],
): OfficeYear[] {
  const amountsOf = new Map<string, OfficeYear['amounts']>();
  for (const [officeId, item, amount] of stated) {
    const amounts = amountsOf.get(officeId) ?? {};
    if (amount !== null) amounts[item] = amount;
    amountsOf.set(officeId, amounts);
  }
  return rows.map((row) => ({ ...row, amounts: amountsOf.get(row.office.id) ?? {} }));
}

/** A first visit has nothing to look back on but the round itself. */
function sinceOf(known: { day?: string; lastVisit?: string; opensOn: string }): Since {
  if (known.day) return { basis: 'date', from: known.day };
  if (known.lastVisit) return { basis: 'visit', from: known.lastVisit };
  return { basis: 'opening', from: known.opensOn };
}

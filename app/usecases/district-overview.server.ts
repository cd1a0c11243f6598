import { totalCode } from '#app/domain/framework.ts';
import { districtOverview, type Overview } from '#app/domain/overview.ts';
import type { Since } from '#app/domain/overview-changes.ts';
import { summedItems } from '#app/domain/overview-money.ts';
import { headNodes } from '#app/domain/overview-reasons.ts';
import { findLastVisit } from '#db/queries/accounts.server.ts';
import type { District } from '#db/queries/districts.server.ts';
import {
  countFindings,
  countThemes,
  findAllChanges,
  sumAmounts,
  sumScores,
} from '#db/queries/overview.server.ts';
import { readScope, type Scope } from '#db/scope.server.ts';
import { loadDistrictSpan } from './district-year.server.ts';
import type { YearHeader } from './year-header.ts';

export interface OverviewView {
  district: Pick<District, 'code' | 'name' | 'nameEn'>;
  header: YearHeader;
  /** First day of filing, YYYY-MM-DD. */
  opensOn: string;
  overview: Overview;
}

/** Only what is ranked or added up by office is read by office; all else comes as sums. */
const byOffice = {
  amounts: ['budget_total', 'executed_total'],
  rates: [],
  nodes: [totalCode],
} as const;

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
    const overview = districtOverview({
      framework,
      rows,
      lastYear: span.years.find((each) => each.year === year - 1)?.rows ?? [],
      amounts: await sumAmounts(db, { year, items: summedItems }),
      nodes: await sumScores(db, { year, nodes }),
      themes: await countThemes(db, { year }),
      findings: await countFindings(db, { year }),
      since,
      changes: await findAllChanges(db, { year, from: since.from, opensOn }),
    });
    const { code, name, nameEn } = span.district;
    return { district: { code, name, nameEn }, header: span.header, opensOn, overview };
  });
}

/** A first visit has nothing to look back on but the round itself. */
function sinceOf(known: { day?: string; lastVisit?: string; opensOn: string }): Since {
  if (known.day) return { basis: 'date', from: known.day };
  if (known.lastVisit) return { basis: 'visit', from: known.lastVisit };
  return { basis: 'opening', from: known.opensOn };
}

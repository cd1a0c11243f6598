import type { Framework } from './framework.ts';
import { sumPresent } from './money.ts';
import { isCompared, type OfficeYear } from './office-year.ts';
import type { districtOverview } from './overview.ts';
import { summedItems } from './overview-money.ts';
import { headNodes } from './overview-reasons.ts';

/** Themes that an office names, by office id. */
type Themes = { officeId: string; themes: string[] }[];

interface Given {
  framework: Framework;
  rows: OfficeYear[];
  lastYear: OfficeYear[];
  themes?: Themes;
  lastYearThemes?: Themes;
}

/** What the database would hand over for these offices, added up here; nothing changed since. */
export function overviewInput({ framework, rows, lastYear, themes = [], lastYearThemes = [] }: Given) {
  const [now, before] = [rows.filter(isCompared), lastYear.filter(isCompared)];
  const amounts = summedItems.map((item) => {
    const stating = (offices: OfficeYear[]) => offices.filter(({ amounts }) => amounts[item] !== undefined);
    const sumOf = (offices: OfficeYear[]) => sumPresent(offices.map((row) => row.amounts[item])) ?? null;
    const alsoIn = (others: OfficeYear[]) => (row: OfficeYear) =>
      stating(others).some(({ office }) => office.id === row.office.id);
    const both = stating(now).filter(alsoIn(before));
    return {
      item,
      offices: stating(now).length,
      amount: sumOf(now),
      lastOffices: stating(before).length,
      lastAmount: sumOf(before),
      both: {
        offices: both.length,
        amount: sumOf(both),
        lastAmount: sumOf(stating(before).filter(alsoIn(now))),
      },
    };
  });
  const nodes = headNodes(framework).flatMap(({ code }) => {
    const scores = now.flatMap(({ scores }) => scores[code]?.reviewed ?? scores[code]?.self ?? []);
    return scores.length > 0 ? [{ node: code, offices: scores.length, sum: sumPresent(scores) ?? '0' }] : [];
  });
  const naming = (offices: Themes, theme: string) =>
    offices.filter(({ themes: named }) => named.includes(theme)).length;
  const named = new Set([...themes, ...lastYearThemes].flatMap((office) => office.themes));
  return {
    framework,
    rows,
    lastYear,
    amounts,
    nodes,
    themes: [...named].map((theme) => ({
      theme,
      offices: naming(themes, theme),
      lastYear: naming(lastYearThemes, theme),
    })),
    findings: { error: 0, warning: 0 },
    since: { basis: 'opening', from: '2024-01-01' },
    changes: [],
  } satisfies Parameters<typeof districtOverview>[0];
}

import type { OfficeName, OfficeYear } from './office-year.ts';
import { isCompared, isProvisional } from './office-year.ts';
import { type ThemeState, type ThemesByYear, themeState, yearsInARow } from './problem-history.ts';
import type { OfficeOrder } from './problem-search.ts';
import { byName } from './ranking-order.ts';

/** One office in the table of offices × themes. */
export interface MatrixRow {
  office: OfficeName;
  provisional: boolean;
  /** By theme; a theme that the office states neither this year nor last has none. */
  cells: Record<string, MatrixCell>;
  /** Themes it states this year, and of these last year too. */
  themes: number;
  repeated: number;
}

export interface MatrixCell {
  state: ThemeState;
  /** Years in a row up to this one, 0 where it is not stated now. */
  years: number;
}

/** The compared offices over these themes, by how many they state or by name. */
export function problemMatrix(
  byYear: ThemesByYear,
  { rows, themes, order }: { rows: OfficeYear[]; themes: string[]; order: OfficeOrder },
): MatrixRow[] {
  return rows
    .filter(isCompared)
    .map((row) => matrixRow(byYear, row, themes))
    .sort(
      (a, b) =>
        (order === 'name' ? 0 : b.themes - a.themes || b.repeated - a.repeated) || byName(a.office, b.office),
    );
}

function matrixRow(byYear: ThemesByYear, row: OfficeYear, themes: string[]): MatrixRow {
  const found = themes.flatMap((theme): [string, MatrixCell][] => {
    const place = { year: row.year, officeId: row.office.id, theme };
    const state = themeState(byYear, place);
    return state ? [[theme, { state, years: yearsInARow(byYear, place) }]] : [];
  });
  const states = found.map(([, { state }]) => state);
  return {
    office: row.office,
    provisional: isProvisional(row),
    cells: Object.fromEntries(found),
    themes: states.filter((state) => state !== 'dropped').length,
    repeated: states.filter((state) => state === 'repeated').length,
  };
}

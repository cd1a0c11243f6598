import type { OfficeYear } from '#app/domain/office-year.ts';
import type { StatedProblem } from '#app/domain/problem-history.ts';
import { districtProblems } from '#app/domain/problem-overview.ts';
import { decodeProblemSearch } from '#app/domain/problem-search.ts';
import type { ProblemsView } from '#app/usecases/district-problems.server.ts';

/** What one office says in one year: its status where it is not approved, else its problems. */
export type Said = OfficeYear['status'] | { text?: string; themes: string[]; measures?: string[] }[];

/** Problems without a database: years with, for each office in turn, what it says. */
export function problemsView(years: Record<number, Said[]>, query = ''): ProblemsView {
  const all = Object.keys(years)
    .map(Number)
    .sort((a, b) => a - b);
  const year = all.at(-1) ?? 2023;
  const search = decodeProblemSearch(new URLSearchParams(query));
  const rows = all.map((each) => ({
    year: each,
    rows: (years[each] ?? []).map((said, index) => officeYear(each, index, said)),
  }));
  const stated = all.flatMap((each) =>
    (years[each] ?? []).flatMap((said, index) =>
      typeof said === 'string' ? [] : said.map((one, position) => problemOf(each, index, position, one)),
    ),
  );
  return {
    district: { code: '440199', name: '云山区', nameEn: 'Yunshan District' },
    header: {
      year,
      years: all.reverse(),
      deadline: `${year + 1}-03-31`,
      status: 'open',
      framework: { name: '指标体系', nameEn: 'Framework', version: 1 },
      frameworkChanged: false,
      asOf: `${year + 1}-05-06`,
      provisional: false,
    },
    search,
    ...districtProblems({ year, years: rows, stated, search }),
  };
}

function officeYear(year: number, index: number, said: Said): OfficeYear {
  const letter = String.fromCharCode(97 + index);
  const code = `44019900${index + 1}`;
  const name = `${'甲乙丙丁戊己庚辛'[index]}街道`;
  return {
    office: { id: code, code, name, nameEn: `Office ${letter}`, sortKey: letter, invented: false },
    year,
    status: typeof said === 'string' ? said : 'approved',
    late: false,
    amounts: {},
    rates: {},
    scores: {},
    findings: { error: 0, warning: 0, info: 0 },
    problems: 0,
  };
}

function problemOf(
  year: number,
  index: number,
  position: number,
  { text, themes, measures = [] }: Exclude<Said, string>[number],
): StatedProblem {
  const officeId = `44019900${index + 1}`;
  const words = text ?? `第${year}年第${index}家第${position}个问题：${themes.join('和')}`;
  return { officeId, year, position, text: words, themes, measures, unlinkedMeasures: 0 };
}

import { encodeIndicatorSearch, type IndicatorSearch } from '#app/domain/indicator-search.ts';
import type { ScoreMode } from '#app/domain/scoring.ts';
import { defaultUnit, unitOf } from '#app/lib/search-params.ts';

/** Where the pages of indicators lead; the money unit of the address comes along, and so does the kind of score. */
export interface IndicatorLinks {
  heatmap: (changes?: Partial<IndicatorSearch>) => string;
  heatmapFile: (format: 'csv' | 'xlsx') => string;
  indicator: (code: string, mode?: ScoreMode) => string;
  indicatorFile: (code: string, format: 'csv' | 'xlsx') => string;
  reportCard: (office: { code: string }) => string;
  /** The ranking by one node, lowest score first. */
  ranking: (code: string) => string;
  compare: (offices: { code: string }[]) => string;
}

interface Place {
  district: { code: string };
  header: { year: number };
  search: IndicatorSearch;
}

export const plainSearch: IndicatorSearch = {
  level: 2,
  sort: { column: 'total', descending: true },
  order: 'framework',
  lossesOnly: false,
  mode: 'counting',
};

export function linksOf({ district, header, search }: Place, address: URLSearchParams): IndicatorLinks {
  const { year } = header;
  const page = `/districts/${district.code}/${year}`;
  const unit = unitOf(address);
  const base = () => new URLSearchParams(unit === defaultUnit ? {} : { unit });
  const ofMode = (mode: ScoreMode) => encodeIndicatorSearch({ ...plainSearch, mode }, base());
  const heatmap = (suffix: string, changes: Partial<IndicatorSearch> = {}) =>
    withQuery(`${page}/indicators${suffix}`, encodeIndicatorSearch({ ...search, ...changes }, base()));
  const plain = (path: string, params: [string, string][] = []) =>
    withQuery(path, new URLSearchParams([...params, ...base()]));
  return {
    heatmap: (changes) => heatmap('', changes),
    heatmapFile: (format) => heatmap(`.${format}`),
    indicator: (code, mode = search.mode) =>
      withQuery(`${page}/indicators/${encodeURIComponent(code)}`, ofMode(mode)),
    indicatorFile: (code, format) =>
      withQuery(`${page}/indicators/${encodeURIComponent(code)}.${format}`, ofMode(search.mode)),
    reportCard: ({ code }) => plain(`/offices/${code}/${year}`),
    ranking: (code) =>
      plain(`${page}/ranking`, [
        ['sort', `score:${code}`],
        ['columns', `rank,movement,status,total_score,score:${code}`],
        ...(search.mode === 'counting' ? [] : [['score', search.mode] as [string, string]]),
      ]),
    compare: (offices) =>
      plain(`${page}/compare`, [['offices', offices.map((office) => office.code).join(',')]]),
  };
}

/** Commas and colons may stand in a query as they are, and the address is read by people. */
function withQuery(path: string, params: URLSearchParams): string {
  const query = params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  return query ? `${path}?${query}` : path;
}

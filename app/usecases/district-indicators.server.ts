import { childrenOf, type Framework, type FrameworkNode, totalCode } from '#app/domain/framework.ts';
import { type LossTable, lossTable } from '#app/domain/indicator-loss.ts';
import { decodeIndicatorSearch, hasThirdLevel, type IndicatorSearch } from '#app/domain/indicator-search.ts';
import type { District } from '#db/queries/districts.server.ts';
import { readScope, type Scope } from '#db/scope.server.ts';
import { loadDistrictYear } from './district-year.server.ts';
import type { YearHeader } from './year-header.ts';

export interface IndicatorsView {
  district: Pick<District, 'code' | 'name' | 'nameEn'>;
  header: YearHeader;
  search: IndicatorSearch;
  /** What the dimension filter offers. */
  dimensions: FrameworkNode[];
  /** The framework has indicators below its categories. */
  hasThirdLevel: boolean;
  table: LossTable;
}

/**
 * Lost points, offices × indicators, as the address asks for it; page and files show exactly this. `params` may hold
 * anything. Undefined when the district held no round that year.
 */
export async function viewDistrictIndicators(
  scope: Scope,
  { year, params }: { year: number; params: URLSearchParams },
): Promise<IndicatorsView | undefined> {
  const found = await readScope(scope, (db) => loadDistrictYear(db, year));
  if (!found) return undefined;
  const { district, header, framework, rows } = found;
  const search = decodeIndicatorSearch(params, framework);
  return {
    district: nameOf(district),
    header,
    search,
    ...choicesOf(framework),
    table: lossTable(framework, rows, search),
  };
}

function choicesOf(framework: Framework): Pick<IndicatorsView, 'dimensions' | 'hasThirdLevel'> {
  return { dimensions: childrenOf(framework, totalCode), hasThirdLevel: hasThirdLevel(framework) };
}

function nameOf({ code, name, nameEn }: District): IndicatorsView['district'] {
  return { code, name, nameEn };
}

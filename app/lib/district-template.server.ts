import type { Framework } from '#app/domain/framework.ts';
import type { TemplatePlan } from '#app/files/template-plan.ts';
import { viewTablePlace } from '#app/usecases/table-place.server.ts';
import type { Scope } from '#db/scope.server.ts';
import { districtPlan, fieldHeadings } from './district-plan.ts';
import { notFound } from './http.server.ts';
import { languageOf, languages } from './i18n/languages.ts';
import { getT } from './i18n/request.server.ts';
import { i18nOf } from './i18n/whole.server.ts';

/** Fields by the headings of district templates in both languages. */
export function tableHeadings(framework: Framework): Map<string, string> {
  return fieldHeadings(
    framework,
    languages.map((language) => ({ language, t: i18nOf(language).getFixedT(language, 'app') })),
  );
}

/** The template of a round's offices in the reader’s language; throws 404 where the year has no round. */
export async function districtTemplate(
  request: Request,
  { scope, year }: { scope: Scope; year: number },
  { filled }: { filled: boolean },
): Promise<{ plan: TemplatePlan; offices: number }> {
  const place = await viewTablePlace(scope, year);
  if (!place) throw notFound();
  const offices = place.offices.filter(({ barrier }) => barrier !== 'not_taking_part');
  const plan = districtPlan(
    { ...place, offices },
    { filled, t: getT(request), language: languageOf(request) },
  );
  return { plan, offices: offices.length };
}

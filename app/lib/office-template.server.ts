import type { TemplatePlan } from '#app/files/template-plan.ts';
import { viewForm } from '#app/usecases/view-form.server.ts';
import type { Scope } from '#db/scope.server.ts';
import { notFound } from './http.server.ts';
import { languageOf, languages } from './i18n/languages.ts';
import { getT } from './i18n/request.server.ts';
import { i18nOf } from './i18n/whole.server.ts';
import { choiceWords } from './template-cells.ts';
import { templatePlan } from './template-plan.ts';

interface TemplatePlace {
  scope: Scope;
  district: { code: string };
  office: { code: string; name: string; nameEn: string };
  year: number;
}

/** Words of the drop-downs of templates in both languages. */
export const templateChoices = choiceWords(
  languages.map((language) => ({ language, t: i18nOf(language).getFixedT(language, 'app') })),
);

/** The template of an office’s form in the reader’s language; throws 404 where the year has no round. */
export async function officeTemplate(
  request: Request,
  { scope, district, office, year }: TemplatePlace,
  { filled }: { filled: boolean },
): Promise<TemplatePlan> {
  const view = await viewForm(scope, { officeCode: office.code, year }, new Date());
  if (!view) throw notFound();
  const { framework, values, lastYear, version, header } = view;
  return templatePlan(
    {
      district: district.code,
      office,
      year,
      framework,
      values,
      last: lastYear?.values,
      version,
      deadline: header.deadline,
    },
    { filled, t: getT(request), language: languageOf(request) },
  );
}

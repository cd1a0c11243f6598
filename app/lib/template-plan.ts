import type { FormValues } from '#app/domain/form/fields.ts';
import type { Framework } from '#app/domain/framework.ts';
import { choiceSheet, metaSheet, templateSheets } from '#app/domain/workbook/template-layout.ts';
import { frameworkMark, metaRows, type TemplateMeta } from '#app/domain/workbook/template-meta.ts';
import type { TemplatePlan } from '#app/files/template-plan.ts';
import type { Translate } from './i18n/instance.ts';
import { type Language, localName } from './i18n/languages.ts';
import { stateChoices, themeChoices } from './template-cells.ts';
import { planSheet } from './template-sheets.ts';

export interface TemplateSource {
  district: string; // administrative code
  office: { code: string; name: string; nameEn: string };
  year: number;
  framework: Framework;
  values: FormValues;
  last: FormValues | undefined;
  /** Of the working copy. */
  version: number;
  deadline: string;
}

/** As the district's rule names them; a project may be graded otherwise. */
const grades = ['优', '良', '中', '差'];

/** The template of one office and year, empty or with what its form holds. */
export function templatePlan(
  source: TemplateSource,
  { filled, t, language }: { filled: boolean; t: Translate; language: Language },
): TemplatePlan {
  const { district, office, year, framework, deadline } = source;
  const values = filled ? source.values : {};
  const sheets = templateSheets(framework, values);
  const name = localName(language, office);
  const title = t('workbook.file.title', { office: name, year });
  const meta: TemplateMeta = {
    district,
    office: office.code,
    officeName: office.name,
    year,
    framework: frameworkMark(framework),
    copy: source.version,
    filled,
  };
  const words = { t, language, framework, year, values, last: source.last ?? {} };
  const numbers = sheets.find(({ id }) => id === 'problems')?.rows ?? [];
  return {
    title,
    cover: {
      name: t('workbook.cover.name'),
      lines: [
        t('workbook.cover.facts', { framework: localName(language, framework), deadline }),
        t(filled ? 'workbook.cover.filled' : 'workbook.cover.empty'),
        t('workbook.cover.cells'),
        t('workbook.cover.money'),
        t('workbook.cover.blank'),
        t('workbook.cover.rows'),
        t('workbook.cover.upload'),
      ],
    },
    sheets: sheets.map((sheet) => planSheet(sheet, words)),
    choices: {
      themes: themeChoices({ t, language }),
      states: stateChoices({ t, language }),
      grades,
      numbers: numbers.map((_, index) => String(index + 1)),
    },
    foot: title,
    meta: metaRows(meta, values),
    hidden: { meta: metaSheet, choices: choiceSheet },
  };
}

import { fieldName } from '#app/components/form/field-name.ts';
import { fieldKind } from '#app/domain/form/field-kind.ts';
import type { FormValues } from '#app/domain/form/fields.ts';
import { type Framework, weightOf } from '#app/domain/framework.ts';
import {
  districtFields,
  districtGroups,
  districtSheetId,
  leaveColumn,
  nameColumn,
} from '#app/domain/workbook/district-layout.ts';
import { bareHeading } from '#app/domain/workbook/head-text.ts';
import { choiceSheet, metaSheet, templateMark } from '#app/domain/workbook/template-layout.ts';
import { frameworkMark, metaRows } from '#app/domain/workbook/template-meta.ts';
import type { PlanColumn, PlanRow, TemplatePlan } from '#app/files/template-plan.ts';
import type { Translate } from './i18n/instance.ts';
import { type Language, localName } from './i18n/languages.ts';
import { cellOf, formatOf } from './template-cells.ts';

export interface DistrictSource {
  district: { code: string; name: string; nameEn: string };
  year: number;
  framework: Framework;
  deadline: string;
  /** Those that take part, in their order. */
  offices: { code: string; name: string; nameEn: string; values: FormValues }[];
}

interface Words {
  t: Translate;
  language: Language;
}

/** The template of every office of a round, a row each, empty or with what is held of them. */
export function districtPlan(
  source: DistrictSource,
  { filled, ...words }: Words & { filled: boolean },
): TemplatePlan {
  const { t, language } = words;
  const { district, year, framework, deadline } = source;
  const fields = districtFields(framework);
  const offices = source.offices.map((office) => ({ ...office, values: filled ? office.values : {} }));
  const title = t('bureau.file.title', { district: localName(language, district), year });
  const base = offices.flatMap(({ code, values }) =>
    fields.flatMap((field) => (values[field] ? [[`${code}/${field}`, values[field]] as const] : [])),
  );
  const meta = {
    district: district.code,
    office: district.code,
    officeName: district.name,
    year,
    framework: frameworkMark(framework),
    copy: 0,
    filled,
  };
  return {
    title,
    cover: {
      name: t('workbook.cover.name'),
      lines: [
        t('workbook.cover.facts', { framework: localName(language, framework), deadline }),
        t(filled ? 'bureau.cover.filled' : 'bureau.cover.empty'),
        t('bureau.cover.cells'),
        t('workbook.cover.money'),
        t('bureau.cover.blank'),
        t('bureau.cover.leave'),
        t('bureau.cover.own'),
      ],
    },
    sheets: [
      {
        name: t('bureau.file.sheet'),
        title,
        hint: t('bureau.file.hint'),
        mark: templateMark + districtSheetId,
        columns: [...leading(words), ...fieldColumns(framework, words)],
        frozen: 1,
        rows: offices.map((office): PlanRow => {
          const figures = fields.map((field) => cellOf(field, office.values[field]));
          return { key: office.code, cells: [localName(language, office), '', ...figures] };
        }),
        roomBelow: 0,
      },
    ],
    choices: { leave: [t('bureau.file.leave')] },
    foot: title,
    meta: metaRows(meta, Object.fromEntries(base)),
    hidden: { meta: metaSheet, choices: choiceSheet },
  };
}

/** Fields by the bare headings of templates in these languages; a heading that two fields share names neither. */
export function fieldHeadings(framework: Framework, languages: readonly Words[]): Map<string, string> {
  const named = languages.flatMap((words) =>
    districtFields(framework).map(
      (field) => [bareHeading(headingOf(field, { ...words, framework })), field] as const,
    ),
  );
  const shared = named.filter(([name, field]) =>
    named.some(([other, one]) => other === name && one !== field),
  );
  const unclear = new Set(shared.map(([name]) => name));
  return new Map(named.filter(([name]) => !unclear.has(name)));
}

function leading({ t }: Words): PlanColumn[] {
  return [
    { heading: t('bureau.file.office'), width: 18, key: nameColumn, locked: true },
    {
      heading: t('bureau.file.leaveHead'),
      width: 10,
      key: leaveColumn,
      choices: 'leave',
      strict: true,
      note: t('bureau.file.leaveNote'),
    },
  ];
}

function fieldColumns(framework: Framework, words: Words): PlanColumn[] {
  const { t } = words;
  return districtGroups(framework).flatMap(({ section, fields }) =>
    fields.map((field) => ({
      heading: headingOf(field, { ...words, framework }),
      group: t(`form.section.${section}`),
      note: noteOf(field, framework, t),
      width: fieldKind(field) === 'text' ? 28 : 14,
      key: field,
      format: formatOf(field),
    })),
  );
}

/** With its unit, as it is read back where the hidden keys are gone. */
function headingOf(field: string, words: Words & { framework: Framework }): string {
  const kind = fieldKind(field);
  const unit = kind === 'amount' ? words.t('common.unit.wan') : kind === 'rate' ? '%' : '';
  const name = fieldName(field, words);
  return unit ? words.t('bureau.file.heading', { name, unit }) : name;
}

function noteOf(field: string, framework: Framework, t: Translate): string {
  if (/_change$/.test(field)) return t('workbook.note.signed');
  const kind = fieldKind(field);
  if (kind === 'date') return t('workbook.note.date');
  if (kind === 'whole') return t('workbook.unit.people');
  const node = /^scores\.(.+)\.score$/.exec(field)?.[1];
  const weight = node && weightOf(framework, node);
  return weight ? t('bureau.file.weight', { weight: String(Number(weight)) }) : '';
}

import { fieldName } from '#app/components/form/field-name.ts';
import { fieldKind } from '#app/domain/form/field-kind.ts';
import type { FormValues } from '#app/domain/form/fields.ts';
import { mostRows } from '#app/domain/form/fields.ts';
import { type Framework, nodeByCode, totalCode } from '#app/domain/framework.ts';
import {
  fieldAt,
  type TemplateSheet,
  templateMark,
  valueColumn,
} from '#app/domain/workbook/template-layout.ts';
import type { PlanColumn, PlanRow, PlanSheet } from '#app/files/template-plan.ts';
import type { Translate } from './i18n/instance.ts';
import { type Language, localName } from './i18n/languages.ts';
import { cellOf, formatOf, stateCell, themeCells } from './template-cells.ts';

export interface SheetWords {
  t: Translate;
  language: Language;
  framework: Framework;
  year: number;
  values: FormValues;
  last: FormValues;
}

/** One sheet of the template with its words, its cells and what stood in them last year. */
export function planSheet(sheet: TemplateSheet, words: SheetWords): PlanSheet {
  const { t } = words;
  const name = sheet.list ? t(`form.list.${sheet.list}`) : t(`form.section.${sheet.section}`);
  return {
    name,
    title: name,
    hint: t(`workbook.hint.${sheet.id}`),
    mark: templateMark + sheet.id,
    roomBelow: sheet.list ? mostRows - sheet.rows.length : 0,
    ...(sheet.list
      ? listPart(sheet, words)
      : sheet.id === 'scores'
        ? scorePart(sheet, words)
        : fieldPart(sheet, words)),
  };
}

type Part = Pick<PlanSheet, 'columns' | 'rows'>;

function fieldPart({ rows }: TemplateSheet, words: SheetWords): Part {
  const { t, year, values, last } = words;
  const columns: PlanColumn[] = [
    { heading: t('workbook.head.item'), width: 26 },
    { heading: t('workbook.head.unit'), width: 9 },
    { heading: t('workbook.head.value'), width: 44, key: valueColumn },
    { heading: t('form.money.last', { year: year - 1 }), width: 26 },
    { heading: t('workbook.head.note'), width: 34 },
  ];
  const isMixed = rows.some((row) => row.startsWith('amounts.'));
  return {
    columns: isMixed
      ? columns.map((column) => (column.width === 44 ? { ...column, width: 22 } : column))
      : columns,
    rows: rows.flatMap((field, index) => {
      const kind = fieldKind(field);
      const head =
        isMixed && kind !== fieldKind(rows[index - 1] ?? '') && (kind === 'amount' || kind === 'rate');
      const line: PlanRow = {
        key: field,
        cells: [
          fieldName(field, words),
          unitOf(field, t),
          cellOf(field, values[field]),
          lastCell(field, last),
          noteOf(field, t),
        ],
      };
      return head ? [headingRow(t(`workbook.group.${kind}`)), line] : [line];
    }),
  };
}

function scorePart({ rows, columns }: TemplateSheet, words: SheetWords): Part {
  const { t, language, framework, year, values, last } = words;
  const node = (row: string) => nodeByCode(framework, row.slice('scores.'.length));
  return {
    columns: [
      { heading: t('form.score.node'), width: 30 },
      { heading: t('workbook.head.weight'), width: 8 },
      { heading: t('workbook.head.lastScore', { year: year - 1 }), width: 9 },
      ...columns.map((part) => ({
        heading: t(`form.score.${part}` as never),
        width: part === 'score' ? 9 : 24,
        key: part,
        format: formatOf(fieldAt('scores.total', part)),
      })),
    ],
    rows: rows.map((row) => {
      const at = node(row);
      const weight = row.endsWith(`.${totalCode}`) ? framework.totalWeight : at?.weight;
      return {
        key: row,
        level: at?.level ?? 0,
        cells: [
          at ? localName(language, at) : t('domain.score.total'),
          weight === undefined ? '' : { value: Number(weight), format: '0.00' },
          cellOf(`${row}.score`, last[`${row}.score`]),
          ...columns.map((part) => cellOf(fieldAt(row, part), values[fieldAt(row, part)])),
        ],
      };
    }),
  };
}

function listPart({ rows, columns, list }: TemplateSheet, words: SheetWords): Part {
  const { t, values } = words;
  return {
    columns: [
      { heading: t('form.row.number'), width: 7 },
      ...columns.map((part) => ({
        heading: partName(list ?? '', part, t),
        width: widths[part.split('.')[0] ?? ''] ?? 34,
        key: part,
        format: formatOf(fieldAt(`${list}.1`, part)),
        ...choicesOf(`${list}.${part.split('.')[0]}`),
      })),
    ],
    rows: rows.map((row, index) => ({
      key: row,
      cells: [
        String(index + 1),
        ...columns.map((part) => {
          const field = fieldAt(row, part);
          const kind = fieldKind(field);
          if (kind === 'state') return stateCell(values[field], words);
          if (kind === 'themes')
            return themeCells(values[field], words)[Number(part.split('.')[1] ?? 1) - 1] ?? '';
          return cellOf(field, values[field]);
        }),
      ],
    })),
  };
}

const widths: Readonly<Record<string, number>> = {
  amount: 16,
  score: 9,
  grade: 8,
  class: 14,
  themes: 22,
  state: 12,
  problem: 34,
  outputs: 40,
};

function choicesOf(part: string): Pick<PlanColumn, 'choices' | 'strict' | 'width'> | object {
  switch (part) {
    case 'problems.themes':
      return { choices: 'themes' };
    case 'followups.state':
      return { choices: 'states', strict: true };
    case 'projects.grade':
      return { choices: 'grades' };
    case 'measures.problem':
      return { choices: 'numbers', width: 16 };
    default:
      return {};
  }
}

function partName(list: string, part: string, t: Translate): string {
  const [name = '', number] = part.split('.');
  const heading = t(`form.part.${list}.${name}` as never) as string;
  return name === 'themes' ? `${heading} ${number ?? 1}` : heading;
}

function headingRow(text: string): PlanRow {
  return { key: '', isHeading: true, cells: [text] };
}

/** Last year's figures are read, not filled in: numbers as numbers. */
function lastCell(field: string, last: FormValues) {
  const text = last[field];
  if (text === undefined || field === 'preparer_name' || field === 'preparer_phone') return '';
  return cellOf(field, text);
}

function unitOf(field: string, t: Translate): string {
  if (field === 'staffing') return t('workbook.unit.people');
  if (field === 'sub_units_stated') return t('workbook.unit.things');
  const kind = fieldKind(field);
  if (kind === 'amount') return t('common.unit.wan');
  return kind === 'rate' ? '%' : '';
}

function noteOf(field: string, t: Translate): string {
  if (/_change$/.test(field)) return t('workbook.note.signed');
  if (field.startsWith('preparer_')) return t('workbook.note.personal');
  const kind = fieldKind(field);
  if (kind === 'lines' || kind === 'date' || kind === 'rate') return t(`workbook.note.${kind}`);
  return '';
}

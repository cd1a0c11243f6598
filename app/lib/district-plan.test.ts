import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saysTheSame } from '#app/domain/form/field-kind.ts';
import type { FormValues } from '#app/domain/form/fields.ts';
import { toValues } from '#app/domain/form/to-values.ts';
import { guangdong2023 } from '#app/domain/frameworks/guangdong-2023.ts';
import { officeChanges } from '#app/domain/workbook/district-changes.ts';
import { districtFields } from '#app/domain/workbook/district-layout.ts';
import { findDistrictSheet } from '#app/domain/workbook/district-sheet.ts';
import { headingContext } from '#app/domain/workbook/match-heading.ts';
import type { RawBook } from '#app/domain/workbook/raw-book.ts';
import { readDistrict } from '#app/domain/workbook/read-district.ts';
import { readMeta } from '#app/domain/workbook/template-meta.ts';
import { templateFile } from '#app/files/template-file.server.ts';
import { workbookCells } from '#app/files/workbook-cells.server.ts';
import { storedContent } from '#test/helpers/random-content.ts';
import { districtPlan, fieldHeadings } from './district-plan.ts';
import { type Language, languages } from './i18n/languages.ts';
import { i18nOf } from './i18n/whole.server.ts';

const words = (language: Language) => ({ language, t: i18nOf(language).getFixedT(language, 'app') });
const fields = districtFields(guangdong2023);
const offices = ['甲', '乙', '丙'].map((name, index) => ({
  code: `99010100${index + 1}`,
  name: `${name}${name}街道`,
  nameEn: `Office ${index + 1}`,
}));
const context = headingContext({
  framework: guangdong2023,
  year: 2025,
  names: fieldHeadings(guangdong2023, languages.map(words)),
});

async function made(values: readonly FormValues[], { filled = true, language = 'zh-CN' as Language } = {}) {
  const plan = districtPlan(
    {
      district: { code: '990101', name: '鹤鸣区', nameEn: 'Heming' },
      year: 2025,
      framework: guangdong2023,
      deadline: '2026-03-31',
      offices: offices.map((office, index) => ({ ...office, values: values[index] ?? {} })),
    },
    { filled, ...words(language) },
  );
  return workbookCells(await templateFile(plan));
}

function read(book: RawBook) {
  const sheet = findDistrictSheet(book, context);
  if (!sheet) throw new Error('no table');
  return {
    sheet,
    ...readDistrict(sheet, { offices, choices: new Map(), known: (field) => fields.includes(field) }),
  };
}

describe('a filled template read back', () => {
  it('holds every figure of every office, in either language, and changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(storedContent(), { minLength: 3, maxLength: 3 }),
        fc.constantFrom<Language>('zh-CN', 'en'),
        async (contents, language) => {
          const values = contents.map((content) => heldByCells(toValues(content)));
          const book = await made(values, { language });
          const { rows, problems } = read(book);
          expect(problems).toEqual([]);
          expect(rows.map(({ match, office }) => [match, office])).toEqual(
            offices.map(({ code }) => ['exact', code]),
          );
          const base = readMeta(book)?.base ?? {};
          for (const [index, row] of rows.entries()) {
            const held = values[index] ?? {};
            const texts = Object.fromEntries(row.entries.map(({ field, text }) => [field, text]));
            for (const field of fields)
              if (!saysTheSame(field, held[field] ?? '', texts[field] ?? ''))
                expect([field, texts[field]]).toEqual([field, held[field]]);
            const own = Object.fromEntries(
              fields.map((field) => [field, base[`${row.office}/${field}`] ?? '']),
            );
            for (const given of [own, undefined]) {
              const { found } = officeChanges(
                row,
                { values: held },
                { framework: guangdong2023, base: given },
              );
              expect([found.changes, found.conflicts]).toEqual([[], []]);
            }
          }
        },
      ),
      { numRuns: 25, endOnFailure: true },
    );
  }, 120_000);

  it('an empty one says nothing', async () => {
    const { rows } = read(await made([{ staffing: '86' }], { filled: false }));
    expect(rows.flatMap(({ entries }) => entries.filter(({ text }) => text !== ''))).toEqual([]);
  });

  it('also where the hidden keys are gone: by the headings that one sees', async () => {
    const values = {
      'amounts.budget_total': '10158.36',
      'rates.execution_rate': '96.10',
      'scores.total.score': '95',
    };
    const book = await made([values]);
    const shown = book.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells
        .filter(({ row, column }) => row > 1 && column > 1)
        .map((cell) => ({ ...cell, column: cell.column - 1 })),
    }));
    const { sheet, rows, problems } = read({ sheets: shown });
    expect([sheet.isTemplate, problems]).toEqual([false, []]);
    expect(sheet.columns.map(({ field }) => field).sort()).toEqual([...fields].sort());
    expect(sheet.passed.map(({ heading }) => heading)).toEqual([expect.stringContaining('不导入')]);
    const texts = Object.fromEntries(rows[0]?.entries.map(({ field, text }) => [field, text]) ?? []);
    expect(texts).toMatchObject({ ...values, 'rates.execution_rate': '96.10' });
  });
});

it('a row that was sorted away from its key belongs to the office that one sees', async () => {
  const book = await made([{ staffing: '1' }, { staffing: '2' }, { staffing: '3' }]);
  const rowOf = (code: string) =>
    book.sheets.flatMap(({ cells }) => cells).find(({ held }) => held.kind === 'text' && held.text === code)
      ?.row ?? 0;
  const [first, second] = [rowOf('990101001'), rowOf('990101002')];
  const swapped = book.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => {
      if (cell.column === 1 || (cell.row !== first && cell.row !== second)) return cell;
      return { ...cell, row: cell.row === first ? second : first };
    }),
  }));
  const { rows } = read({ sheets: swapped });
  const staffing = rows.map(({ office, entries }) => [
    office,
    entries.find(({ field }) => field === 'staffing')?.text,
  ]);
  expect(staffing.toSorted()).toEqual([
    ['990101001', '1'],
    ['990101002', '2'],
    ['990101003', '3'],
  ]);
});

/** Without what a cell cannot hold. */
function heldByCells(values: FormValues): FormValues {
  return Object.fromEntries(
    Object.entries(values).map(([field, text]) => [
      field,
      text.replace(/(?![\t\n])\p{Cc}|[\p{Cs}\uFFFE\uFFFF]/gu, ''),
    ]),
  );
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { saysTheSame } from '#app/domain/form/field-kind.ts';
import type { FormValues } from '#app/domain/form/fields.ts';
import { toValues } from '#app/domain/form/to-values.ts';
import { guangdong2023 } from '#app/domain/frameworks/guangdong-2023.ts';
import { readTemplate } from '#app/domain/workbook/read-template.ts';
import { templateChanges } from '#app/domain/workbook/template-changes.ts';
import { readMeta } from '#app/domain/workbook/template-meta.ts';
import { templateFile } from '#app/files/template-file.server.ts';
import { workbookCells } from '#app/files/workbook-cells.server.ts';
import { storedContent } from '#test/helpers/random-content.ts';
import type { Language } from './i18n/languages.ts';
import { i18nOf } from './i18n/whole.server.ts';
import { choiceWords } from './template-cells.ts';
import { templatePlan } from './template-plan.ts';

const words = (language: Language) => ({ language, t: i18nOf(language).getFixedT(language, 'app') });
const choices = choiceWords([words('zh-CN'), words('en')]);

async function roundTrip(values: FormValues, { filled = true, language = 'zh-CN' as Language } = {}) {
  const plan = templatePlan(
    {
      district: '990101',
      office: { code: '990101001', name: '鹤鸣街道', nameEn: 'Heming' },
      year: 2025,
      framework: guangdong2023,
      values,
      last: values,
      version: 3,
      deadline: '2026-03-31',
    },
    { filled, ...words(language) },
  );
  const book = await workbookCells(await templateFile(plan));
  const reading = readTemplate(book, { stored: values, framework: guangdong2023, choices, isOlder: false });
  return { book, reading, base: readMeta(book)?.base };
}

describe('a filled template read back', () => {
  it('holds every text of the form, in either language', async () => {
    await fc.assert(
      fc.asyncProperty(
        storedContent(),
        fc.constantFrom<Language>('zh-CN', 'en'),
        async (content, language) => {
          const values = heldByCells(toValues(content, { preparer: { name: '甲', phone: '020-1234567' } }));
          const { reading, base } = await roundTrip(values, { language });
          expect(reading.problems).toEqual([]);
          expect(reading.absent).toEqual([]);
          const read = Object.fromEntries(reading.entries.map(({ field, text }) => [field, text]));
          for (const [field, text] of Object.entries(values))
            if (!saysTheSame(field, text, read[field] ?? ''))
              expect([field, read[field]]).toEqual([field, text]);
          const { changes, conflicts, blanks } = templateChanges(reading.entries, values, base);
          expect([changes, conflicts, blanks]).toEqual([[], [], []]);
        },
      ),
      { numRuns: 60, endOnFailure: true },
    );
  }, 120_000);

  it('keeps texts that are no figures, and figures as they were typed', async () => {
    const values = {
      'amounts.budget_total': '约一亿',
      'amounts.executed_total': '1.2亿元',
      'rates.execution_rate': '96.10',
      'months.1': '8.5%',
      'scores.total.score': '=1+1',
      filed_on: '2024年3月28日',
      'problems.7.text': '@SUM(A1)',
      'problems.7.themes': '绩效意识不强；assets、x，none',
      'measures.2.problem': '7',
      'followups.1.state': '也许',
      preparer_phone: '0201234567',
    };
    const { reading } = await roundTrip(values);
    const read = Object.fromEntries(reading.entries.map(({ field, text }) => [field, text]));
    expect(read).toMatchObject({
      ...values,
      'amounts.executed_total': '12000.00',
      'months.1': '8.5',
      'problems.7.themes': 'awareness, assets、x, none',
    });
    expect(templateChanges(reading.entries, values, values).changes).toEqual([]);
  });

  it('an empty one says nothing', async () => {
    const { reading, base } = await roundTrip({ goal: '目标' }, { filled: false });
    expect(reading.entries.filter(({ text }) => text !== '')).toEqual([]);
    expect(base).toEqual({});
    expect(templateChanges(reading.entries, { goal: '目标' }, undefined).blanks).toMatchObject([
      { field: 'goal' },
    ]);
  });
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

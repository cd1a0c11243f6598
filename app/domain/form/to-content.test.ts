import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { storedContent } from '#test/helpers/random-content.ts';
import { guangdong2023 } from '../frameworks/guangdong-2023.ts';
import type { SubmissionContent } from '../submission.ts';
import { badTexts, everyField } from './every-field.fixture.ts';
import { type FormValues, isBlank, rowParts } from './fields.ts';
import { type ReadForm, toContent } from './to-content.ts';
import { toValues } from './to-values.ts';

const framework = guangdong2023;

const allFields = everyField(framework);

const typed = fc.oneof(
  fc.constantFrom(...badTexts),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).map((units) => `${units / 100n}.${units % 100n}`),
);
const anyValues: fc.Arbitrary<FormValues> = fc.dictionary(
  fc.oneof(fc.constantFrom(...allFields), fc.string({ maxLength: 12 })),
  typed,
  { maxKeys: 60 },
);

test('what is stored comes back exactly, to the cent', () => {
  fc.assert(
    fc.property(storedContent(), (content) => {
      const { content: back, refused } = toContent(toValues(content), framework);
      expect(refused).toEqual([]);
      expect(back).toStrictEqual(content);
    }),
    { numRuns: 300 },
  );
});

test('preparer and answers come back, apart from the content', () => {
  const findings = [
    { check: 'source_sum', severity: 'warning' as const, fields: ['executed_total'], answer: '财政口径' },
    { check: 'grade', severity: 'info' as const, fields: [] },
  ];
  const preparer = { name: '张三', phone: null };
  const read = toContent(toValues(nothing(), { preparer, findings }), framework);
  expect(read).toEqual({
    content: nothing(),
    refused: [],
    answers: { 'source_sum|executed_total': '财政口径' },
    preparer: { name: '张三' },
  });
});

test('nothing typed is lost: it is in the content as it was meant, or refused at its field', () => {
  fc.assert(
    fc.property(anyValues, (values) => {
      const read = toContent(values, framework);
      const refused = new Set(read.refused.map(({ field }) => field));
      const kept = toValues(read.content, {
        preparer: read.preparer,
        findings: [],
      });
      const known = Object.keys(values).filter(
        (field) => allFields.includes(field) && !isBlank(values[field]),
      );
      const plain = known.filter(
        (field) => !refused.has(field) && !/^(outcomes|projects|problems|measures|followups)\./.test(field),
      );
      for (const field of plain.filter((one) => !one.startsWith('answers.')))
        expect(kept).toHaveProperty([field]);
      for (const [list, parts] of Object.entries(rowParts)) {
        for (const part of parts) {
          const ofPart = (fields: string[]) =>
            fields.filter((field) => field.startsWith(`${list}.`) && field.endsWith(`.${part}`)).length;
          const taken = known.filter((field) => !refused.has(field));
          // themes that the words give anyway are left to the words
          if (part !== 'themes') expect(ofPart(Object.keys(kept))).toBe(ofPart(taken));
        }
      }
      expect(refused.size).toBe(read.refused.length);
      for (const { field, text } of read.refused) expect(values[field]).toBe(text);
      expect(toContent(kept, framework).content).toEqual(read.content);
    }),
    { numRuns: 500 },
  );
});

test('every bad entry is understood or refused at every field', () => {
  for (const field of allFields) {
    const beside = companions(field);
    const before = said(toContent(beside, framework));
    for (const text of badTexts) {
      const read = toContent({ ...beside, [field]: text }, framework);
      const isRefused = read.refused.some((one) => one.field === field && one.text === text);
      const isIn = said(read) !== before;
      expect([field, text.slice(0, 20), isRefused !== isIn]).toEqual([field, text.slice(0, 20), true]);
    }
  }
}, 30_000);

describe('a part without what it belongs to', () => {
  test.each([
    ['scores.management.target', {}],
    ['outcomes.3.class', {}],
    ['projects.1.amount', {}],
    ['problems.1.themes', {}],
    ['measures.1.problem', { 'problems.1.text': '问题' }],
    ['followups.1.note', { 'followups.1.problem': '问题' }],
  ])('%s is refused', (field, beside) => {
    const { refused } = toContent(
      { ...beside, [field]: field.startsWith('measures') ? '1' : '12' },
      framework,
    );
    expect(refused).toContainEqual(expect.objectContaining({ field }));
  });

  test('is refused with its reason, not twice', () => {
    const values = { 'projects.1.amount': 'abc', 'projects.1.outputs': '三处' };
    expect(toContent(values, framework).refused).toEqual([
      { field: 'projects.1.amount', text: 'abc', refusal: 'not_a_number' },
      { field: 'projects.1.outputs', text: '三处', refusal: 'incomplete_row' },
    ]);
  });
});

test('a measure points to its problem by the row, whatever rows are left out', () => {
  const { content, refused } = toContent(
    {
      'problems.2.text': '问题二',
      'problems.7.text': '问题七',
      'measures.1.text': '措施',
      'measures.1.problem': '7',
      'measures.2.text': '另一措施',
      'measures.2.problem': '1',
    },
    framework,
  );
  expect(content.measures).toEqual([{ text: '措施', problem: 1 }, { text: '另一措施' }]);
  expect(refused).toEqual([{ field: 'measures.2.problem', text: '1', refusal: 'unknown_choice' }]);
});

test('a problem belongs to the themes that are chosen, else to those of its words', () => {
  const problem = (themes: string) =>
    toContent({ 'problems.1.text': '绩效目标设置不够科学', 'problems.1.themes': themes }, framework);
  expect(problem('').content.problems[0]?.themes).toEqual(['target_setting']);
  expect(problem('none').content.problems[0]?.themes).toEqual([]);
  expect(problem('assets， 信息公开与档案').content.problems[0]?.themes).toEqual(['assets', 'disclosure']);
  expect(problem('不存在的').refused).toMatchObject([{ refusal: 'unknown_choice' }]);
});

test('a field that this framework does not have is passed over', () => {
  expect(toContent({ 'scores.gone.score': '3', nonsense: 'x' }, framework)).toEqual({
    content: nothing(),
    refused: [],
    answers: {},
    preparer: {},
  });
});

/** What a field needs beside it to be kept. */
function companions(field: string): FormValues {
  const [list = '', row] = field.split('.');
  const at = `${list}.${row}`;
  const wanted: Record<string, FormValues> = {
    outcomes: { [`${at}.name`]: '指标' },
    projects: { [`${at}.name`]: '项目' },
    problems: { [`${at}.text`]: '绩效目标设置不够科学' },
    measures: { [`${at}.text`]: '措施', 'problems.1.text': '问题' },
    followups: { [`${at}.problem`]: '问题', [`${at}.state`]: 'open' },
  };
  const beside = list === 'scores' ? { [field.replace(/[^.]+$/, 'score')]: '0' } : (wanted[list] ?? {});
  return Object.fromEntries(Object.entries(beside).filter(([one]) => one !== field));
}

function said({ content, answers, preparer }: ReadForm): string {
  return JSON.stringify([content, answers, preparer]);
}

function nothing(): SubmissionContent {
  return {
    amounts: {},
    rates: {},
    monthlyExecution: [],
    scores: [],
    outcomeIndicators: [],
    keyProjects: [],
    problems: [],
    measures: [],
  };
}

import fc from 'fast-check';
import { guangdong2023 } from '#app/domain/frameworks/guangdong-2023.ts';
import { problemThemes } from '#app/domain/problem-themes.ts';
import {
  type Decimal,
  followUpStates,
  moneyItems,
  rateItems,
  type SubmissionContent,
} from '#app/domain/submission.ts';

/** Content as it is stored: two decimals of 元, texts without space around them, lists in their order. */
export function storedContent(): fc.Arbitrary<SubmissionContent> {
  return fc
    .record(
      {
        functions: words,
        innerDepartments: lines,
        subUnitsStated: count,
        subUnits: lines,
        staffing: count,
        filedOn: fc
          .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
          .map((date) => date.toISOString().slice(0, 10)),
        goal: words,
        keyTasks: words,
        changeReason: words,
        amounts: fc.record(
          Object.fromEntries(
            moneyItems.map((item) => [item, item.endsWith('_change') ? signed(yuan) : yuan]),
          ) as Record<(typeof moneyItems)[number], fc.Arbitrary<Decimal>>,
          { requiredKeys: [] },
        ),
        rates: fc.record(
          Object.fromEntries(
            rateItems.map((item) => [item, item.endsWith('_change') ? signed(percent) : percent]),
          ) as Record<(typeof rateItems)[number], fc.Arbitrary<Decimal>>,
          { requiredKeys: [] },
        ),
        monthlyExecution: fc
          .subarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
          .chain((months) => fc.tuple(...months.map((month) => percent.map((rate) => ({ month, rate }))))),
        scores: fc
          .subarray([...guangdong2023.nodes.map(({ code }) => code), 'total'])
          .chain((nodes) => fc.tuple(...nodes.map(claimAt))),
        outcomeIndicators: fc.array(
          fc.record(
            { class: fc.oneof(fc.constant(''), words), name: words, target: words, completion: words },
            { requiredKeys: ['class', 'name'] },
          ),
          { maxLength: 5 },
        ),
        keyProjects: fc.array(
          fc.record(
            { name: words, amount: yuan, score: points, grade: words, outputs: words },
            { requiredKeys: ['name'] },
          ),
          { maxLength: 5 },
        ),
        problems: fc.array(fc.record({ text: words, themes: themes }), { maxLength: 5 }),
        measures: fc.constant([]),
        followUps: fc.array(
          fc.record(
            { problem: words, state: fc.constantFrom(...followUpStates), note: words },
            { requiredKeys: ['problem', 'state'] },
          ),
          { minLength: 1, maxLength: 5 },
        ),
      },
      {
        requiredKeys: [
          'amounts',
          'rates',
          'monthlyExecution',
          'scores',
          'outcomeIndicators',
          'keyProjects',
          'problems',
          'measures',
        ],
      },
    )
    .chain((content) =>
      fc
        .array(measureOf(content.problems.length), { maxLength: 5 })
        .map((measures): SubmissionContent => structuredClone({ ...content, measures })),
    );
}

const wordParts = [
  '绩效目标',
  '不够细化',
  '暂无',
  '执行进度慢',
  'a b',
  '😀',
  '"引号"',
  '\t',
  '\n',
  '无',
  '12%',
  '=1+1',
];
const words = fc
  .array(fc.oneof(fc.constantFrom(...wordParts), fc.string({ unit: 'grapheme', maxLength: 8 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map(
    (parts) =>
      parts
        .join('')
        .replace(/[\0\r\u200b-\u200d\u2060\ufeff]/g, '')
        .trim() || '字',
  );
const lines = fc.array(
  words
    .map((text) => text.replaceAll('\n', ' ').trim())
    .filter((text) => !/^(无|暂无|没有|none)$/i.test(text)),
  { maxLength: 4 },
);
const themes = fc.subarray(problemThemes.map(({ slug }) => slug as string));
const count = fc.nat(1_999_999_999);
const yuan = fc.bigInt({ min: 0n, max: 10n ** 17n - 1n }).map((cents) => decimal(cents, 2));
const percent = fc
  .tuple(fc.nat(999_979_999), fc.nat(4))
  .map(([units, places]) => decimal(BigInt(units) / 10n ** BigInt(4 - places), places));
const points = fc.tuple(fc.nat(9_999), fc.nat(2)).map(([units, places]) => decimal(BigInt(units), places));

function claimAt(node: string) {
  const rest = { target: words, completion: words, reason: words, measure: words, evidence: words };
  return fc.record({ node: fc.constant(node), score: points, ...rest }, { requiredKeys: ['node', 'score'] });
}

function measureOf(problems: number) {
  if (problems === 0) return fc.record({ text: words });
  return fc.record({ text: words, problem: fc.nat(problems - 1) }, { requiredKeys: ['text'] });
}

function signed(figure: fc.Arbitrary<Decimal>): fc.Arbitrary<Decimal> {
  return fc
    .tuple(figure, fc.boolean())
    .map(([value, isNegative]) => (isNegative && /[1-9]/.test(value) ? `-${value}` : value));
}

function decimal(units: bigint, places: number): Decimal {
  const digits = units.toString().padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

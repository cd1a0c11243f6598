import type { Framework } from '../framework.ts';
import { moneyItems, rateItems } from '../submission.ts';
import { months, plainFields, rowParts, scoredNodes, scoreParts } from './fields.ts';

/** Every field that a form under this framework has; of lists two rows, of answers one. */
export function everyField({ nodes }: Framework): string[] {
  return [
    ...plainFields,
    ...moneyItems.map((item) => `amounts.${item}`),
    ...rateItems.map((item) => `rates.${item}`),
    ...months.map((month) => `months.${month}`),
    ...scoredNodes(nodes.map(({ code }) => code)).flatMap((node) =>
      scoreParts.map((part) => `scores.${node}.${part}`),
    ),
    ...Object.entries(rowParts).flatMap(([list, parts]) =>
      [1, 40].flatMap((row) => parts.map((part) => `${list}.${row}.${part}`)),
    ),
    'answers.source_sum|executed_total',
  ];
}

/** What people type and paste that is no plain entry, or hardly one. */
export const badTexts = [
  'abc',
  '９８．６',
  '1,234,567.89',
  '1,23',
  '3万',
  '1.2亿',
  '-5',
  '1e9',
  '300 %',
  '字'.repeat(5_000),
  '字'.repeat(5_001),
  '9'.repeat(5_000),
  '💰📉',
  '=SUM(A1:A9)',
  '"',
  '无',
  'a\tb\r\nc',
  // merged cells, copied as a block
  '一般公共预算\t\t10,158.36\n\t\t9,763.97',
  '__proto__',
  '\u200b1\ufeff',
  'solved',
  '1',
  'none',
];

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { guangdong2023 } from '../frameworks/guangdong-2023.ts';
import { readReport } from './read-report.ts';
import { shownDocument } from './shown-document.ts';
import { toSubmissionContent } from './to-submission-content.ts';

const texts = [
  'reports/baihedong-2023',
  'reports/jiahe-2023',
  'invented/hunan-base-table',
  'invented/yunnan-tables',
];

describe.each(texts)('%s', (name) => {
  const text = readFileSync(new URL(`../../../test/fixtures/${name}.txt`, import.meta.url), 'utf8');
  const { quotes } = toSubmissionContent(readReport(text), guangdong2023);
  const { lines, places } = shownDocument(text, quotes);
  const runs = lines.flatMap(({ cells }) => cells.flat());

  test('shows the words of every value, each beginning once, on the line that is named', () => {
    expect(Object.keys(quotes).length).toBeGreaterThan(5);
    const starts = runs.flatMap((run) => run.starts);
    expect(new Set(starts)).toEqual(new Set(Object.keys(quotes)));
    expect(starts.length).toBe(Object.keys(quotes).length);
    for (const [key, number] of Object.entries(places)) {
      const line = lines.find((one) => one.number === number);
      const run = line?.cells.flat().find((one) => one.starts.includes(key));
      expect([key, run?.marked]).toEqual([key, true]);
      expect(bare(quotes[key]?.text)).toContain(bare(run?.text).slice(0, 4));
    }
  });

  test('is the text as it is read, cut into runs and put together again', () => {
    const shown = lines.map(({ cells }) =>
      cells.map((cell) => cell.map((run) => run.text).join('')).join(' '),
    );
    expect(shown.every((line) => line.trim() !== '')).toBe(true);
    expect(bare(shown.join('')).length).toBeGreaterThan(bare(text).length * 0.8);
  });
});

test('names and telephone numbers of people are not shown, in prose and in tables', () => {
  const digits = '12345678';
  const text = [
    '甲街道2023年度自评报告',
    `填报人：王某 联系电话：020-${digits}`,
    '项目\t金额\t联系电话',
    `甲\t5万元\t139${digits}`,
    '预算数10万元。',
  ].join('\n');
  const shown = JSON.stringify(shownDocument(text, {}).lines);
  expect(shown).toContain('预算数10万元');
  expect(shown).not.toMatch(new RegExp(`${digits}|王某`));
});

/** Spaces, line ends and the forms of a character differ between a document and its clean text. */
function bare(text = ''): string {
  return text.normalize('NFKC').replace(/[\s,，]/g, '');
}

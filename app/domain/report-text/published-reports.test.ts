import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findFindings } from '../findings.ts';
import { guangdong2023 } from '../frameworks/guangdong-2023.ts';
import { readReport } from './read-report.ts';
import { reportRecord } from './report-record.ts';
import { toSubmissionContent } from './to-submission-content.ts';

const fixtures = new URL('../../../test/fixtures/', import.meta.url);

/** What a careful reader finds in the two published reports, their mistakes included. */
interface Expected {
  source: string;
  district: string;
  office: string;
  year: number;
  amounts_yuan: Record<string, number>;
  amount_notes?: Record<string, string>;
  rates_pct: Record<string, number>;
  scores: Record<string, [number, number | null]>;
  sub_units_stated?: number;
  sub_units?: string[];
  filed_on?: string;
  indicators?: { class: string; name: string; target?: string; target_contains?: string }[];
  key_projects: { name: string; score: number; grade: string }[];
  problems: { starts_with: string; themes: string[] }[];
  measures: { starts_with: string }[];
  absent: string[];
  findings: Record<string, unknown>[];
}

describe.each(['baihedong-2023', 'jiahe-2023'])('%s', (name) => {
  const text = readFileSync(new URL(`reports/${name}.txt`, fixtures), 'utf8');
  const expected: Expected = JSON.parse(readFileSync(new URL(`expected/${name}.json`, fixtures), 'utf8'));
  const reading = readReport(text);
  const { content, unknownScores, quotes } = toSubmissionContent(reading, guangdong2023);
  const findings = findFindings(content, {
    framework: guangdong2023,
    year: expected.year,
    officeName: expected.office,
    reportText: text,
  });
  const record = reportRecord({ source: name, text, reading, content, findings, framework: guangdong2023 });

  test('who, where and when', () => {
    expect(record).toMatchObject({
      district: expected.district,
      office: expected.office,
      year: expected.year,
    });
    expect(record.filed_on).toBe(expected.filed_on);
    expect(record.sub_units_stated).toBe(expected.sub_units_stated);
    expect(record.sub_units).toEqual(expected.sub_units);
  });

  test('amounts, exactly these', () => expect(record.amounts_yuan).toEqual(expected.amounts_yuan));
  test('rates, exactly these', () => expect(record.rates_pct).toEqual(expected.rates_pct));
  test('scores, exactly these', () => {
    expect(record.scores).toEqual(expected.scores);
    expect(unknownScores).toEqual([]);
  });

  test('what is not stated is absent', () => {
    const stated = { ...record.amounts_yuan, ...record.rates_pct };
    for (const field of expected.absent) expect(stated).not.toHaveProperty(field);
  });

  test('indicators', () => {
    const wanted = expected.indicators ?? [];
    expect(record.indicators.map((one) => [one.class, one.name])).toEqual(
      wanted.map((one) => [one.class, one.name]),
    );
    for (const [index, { target, target_contains }] of wanted.entries()) {
      if (target) expect(record.indicators[index]?.target).toBe(target);
      if (target_contains) expect(record.indicators[index]?.target).toContain(target_contains);
      expect(record.indicators[index]?.completion).toBeTruthy();
    }
  });

  test('key projects', () => expect(record.key_projects).toEqual(expected.key_projects));

  test('problems with their themes', () => {
    expect(record.problems).toHaveLength(expected.problems.length);
    for (const [index, { starts_with, themes }] of expected.problems.entries()) {
      expect(record.problems[index]?.text.startsWith(starts_with)).toBe(true);
      expect(new Set(record.problems[index]?.themes)).toEqual(new Set(themes));
    }
  });

  test('measures', () => {
    expect(record.measures).toHaveLength(expected.measures.length);
    for (const [index, { starts_with }] of expected.measures.entries())
      expect(record.measures[index]?.text.startsWith(starts_with)).toBe(true);
  });

  test('findings: these, no more and no fewer', () => {
    expect(record.findings).toHaveLength(expected.findings.length);
    for (const finding of expected.findings)
      expect(record.findings).toContainEqual(expect.objectContaining(finding));
  });

  test('every quote is a stretch of the document', () => {
    const all = [...Object.values(quotes), ...Object.values(record.quotes)];
    for (const quote of all) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
    const fields = [...Object.keys(record.amounts_yuan), ...Object.keys(record.rates_pct), 'office', 'year'];
    for (const field of fields) expect(record.quotes[field]?.text).toBeTruthy();
    for (const field of Object.keys(record.scores)) expect(record.quotes[`scores.${field}`]).toBeDefined();
  });

  test('no personal data', () => {
    const printed = JSON.stringify([reading, record]);
    expect(printed).not.toMatch(/填报人|联系电话|联系人/);
  });
});

test('an amount in a doubtful unit is kept as printed, with a proposal', () => {
  const reading = readReport(readFileSync(new URL('reports/jiahe-2023.txt', fixtures), 'utf8'));
  expect(reading.amounts.expenditure_project).toMatchObject({
    value: '15324.90',
    printed: '15324.90元',
    proposal: {
      value: '153249000.00',
      unit: '万元',
      relation: 'expenditure_basic + expenditure_project = executed_total',
    },
  });
  expect(toSubmissionContent(reading, guangdong2023).content.amounts.expenditure_project).toBe('15324.90');
  expect(reading.rates).not.toHaveProperty('execution_rate');
});

test('reasons, measures and links of the office are kept', () => {
  const { content } = toSubmissionContent(
    readReport(readFileSync(new URL('reports/jiahe-2023.txt', fixtures), 'utf8')),
    guangdong2023,
  );
  expect(content.scores.find(({ node }) => node === 'management.procurement')).toMatchObject({
    score: '9.77',
    reason: expect.stringContaining('占比为77%'),
    measure: '加强面向中小企业采购金额倾斜',
  });
  expect(content.measures.map(({ problem }) => problem)).toEqual([undefined, 0, 1]);
  expect(content.changeReason).toMatch(/^虽嘉禾街严格执行.*有所增加$/);
  expect(content.innerDepartments).toHaveLength(8);
  expect(content.functions).toMatch(/^1\.宣传贯彻/);
  expect(content.functions).not.toContain('下属单位具体包括');
});

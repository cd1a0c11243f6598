import { readFileSync } from 'node:fs';
import { findFindings } from '#app/domain/findings.ts';
import { guangdong2023 } from '#app/domain/frameworks/guangdong-2023.ts';
import { readReport, reportRecord, toSubmissionContent } from '#app/domain/report-text/index.ts';

export const publishedReports = ['baihedong-2023', 'jiahe-2023'];

/** Text of one of the published reports. */
export function publishedText(name: string): string {
  return readFileSync(new URL(`../../db/demo/reports/${name}.txt`, import.meta.url), 'utf8');
}

/** What is read from a text and found in it, apart from the places of its quotes; those are checked here. */
export function recordOf(text: string) {
  const framework = guangdong2023;
  const reading = readReport(text);
  const { content } = toSubmissionContent(reading, framework);
  const year = reading.year?.value ?? framework.year;
  const officeName = reading.office?.value;
  const findings = findFindings(content, { framework, year, officeName, reportText: text });
  const { quotes, ...record } = reportRecord({ source: '', text, reading, content, findings, framework });
  const misplaced = Object.values(quotes).filter(
    ({ start, end, text: words }) => text.slice(start, end) !== words,
  );
  return { ...record, misplaced: misplaced.length };
}

/** What a careful reader finds in a published report: the part of it that is compared as it stands. */
export function expectedRecord(name: string) {
  const place = new URL(`../fixtures/expected/${name}.json`, import.meta.url);
  const { district, office, year, amounts_yuan, rates_pct, scores, key_projects } = JSON.parse(
    readFileSync(place, 'utf8'),
  );
  return { district, office, year, amounts_yuan, rates_pct, scores, key_projects, misplaced: 0 };
}

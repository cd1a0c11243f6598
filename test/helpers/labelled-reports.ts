import { readdirSync, readFileSync } from 'node:fs';

/** What a careful reader finds in one report; the keys are those of `npm run import-report -- --json`. */
export interface Labels {
  district?: string;
  office: string;
  year: number;
  amounts_yuan: Record<string, number>;
  rates_pct: Record<string, number>;
  monthly_execution_pct?: Record<string, number>;
  scores: Record<string, [number, number | null]>;
  filed_on?: string;
  sub_units_stated?: number;
  key_projects?: { name: string; amount_yuan?: number; score?: number; grade?: string }[];
  indicators?: { class: string; name: string; target?: string; target_contains?: string }[];
  problems: { starts_with: string; themes: string[] }[];
  measures: { starts_with: string }[];
  /** Fields for which the report states two values. */
  competing?: string[];
  style?: string;
  held_back?: boolean;
}

export interface LabelledReport {
  name: string;
  text: string;
  labels: Labels;
}

const fixtures = new URL('../fixtures/', import.meta.url);

/** The two published reports and the invented ones, each with its labels. */
export function labelledReports(): LabelledReport[] {
  return [
    ...['baihedong-2023', 'jiahe-2023'].map((name) =>
      report(name, `reports/${name}.txt`, `expected/${name}.json`),
    ),
    ...readdirSync(new URL('invented/', fixtures))
      .filter((file) => file.endsWith('.txt'))
      .sort()
      .map((file) => report(file.slice(0, -4), `invented/${file}`, `invented/${file.slice(0, -4)}.json`)),
  ];
}

function report(name: string, text: string, labels: string): LabelledReport {
  return {
    name,
    text: readFileSync(new URL(text, fixtures), 'utf8'),
    labels: JSON.parse(readFileSync(new URL(labels, fixtures), 'utf8')),
  };
}

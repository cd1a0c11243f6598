import { guangdong2023 } from '#app/domain/frameworks/guangdong-2023.ts';
import { readReport, reportRecord, toSubmissionContent } from '#app/domain/report-text/index.ts';
import type { LabelledReport, Labels } from './labelled-reports.ts';

/** The kinds of fields that are counted apart; the first four are the figures. */
export const fieldKinds = [
  'amounts',
  'rates',
  'scores',
  'months',
  'identity',
  'projects',
  'indicators',
  'problems',
  'measures',
  'themes',
] as const;
export type FieldKind = (typeof fieldKinds)[number];
export const figureKinds: readonly FieldKind[] = ['amounts', 'rates', 'scores', 'months'];

/** Values that were read and are labelled, read and are not, labelled and were not read. */
export interface Counts {
  right: number;
  wrong: number;
  missed: number;
}

/** A value that is not as labelled, for whoever mends the reader. */
export interface Miss {
  report: string;
  kind: FieldKind;
  field: string;
  got?: unknown;
  wanted?: unknown;
}

export interface ReadingScore {
  counts: Record<FieldKind, Counts>;
  misses: Miss[];
}

export function scoreReadings(reports: readonly LabelledReport[]): ReadingScore {
  const counts = Object.fromEntries(fieldKinds.map((kind) => [kind, { right: 0, wrong: 0, missed: 0 }]));
  const misses: Miss[] = [];
  for (const report of reports) {
    const { got, wanted } = valuesOf(report);
    for (const kind of fieldKinds) {
      const tally = counts[kind] as Counts;
      for (const field of new Set([...got[kind].keys(), ...wanted[kind].keys()])) {
        const [one, other] = [got[kind].get(field), wanted[kind].get(field)];
        if (one !== undefined && one === other) tally.right += 1;
        else {
          if (one !== undefined) tally.wrong += 1;
          if (other !== undefined) tally.missed += 1;
          misses.push({ report: report.name, kind, field, got: one, wanted: other });
        }
      }
    }
  }
  return { counts: counts as Record<FieldKind, Counts>, misses };
}

export function ratios(all: readonly Counts[]) {
  const sum = (key: keyof Counts) => all.reduce((total, counts) => total + counts[key], 0);
  const [right, wrong, missed] = [sum('right'), sum('wrong'), sum('missed')];
  const precision = right + wrong === 0 ? 1 : right / (right + wrong);
  const recall = right + missed === 0 ? 1 : right / (right + missed);
  const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1, labelled: right + missed };
}

type Values = Record<FieldKind, Map<string, unknown>>;

function valuesOf({ name, text, labels }: LabelledReport): { got: Values; wanted: Values } {
  const reading = readReport(text);
  const framework = guangdong2023;
  const { content } = toSubmissionContent(reading, framework);
  const record = reportRecord({ source: name, text, reading, content, findings: [], framework });
  const problems = record.problems.map((one) => ({ ...one, key: keyOf(one.text, labels.problems) }));
  const measures = record.measures.map((one) => keyOf(one.text, labels.measures));
  const projects = (list: NonNullable<Labels['key_projects']>) =>
    list.flatMap((one) =>
      (['amount_yuan', 'score', 'grade'] as const).flatMap((field): [string, unknown][] =>
        one[field] === undefined ? [] : [[`${one.name} ${field}`, one[field]]],
      ),
    );
  const indicators = (list: readonly { class: string; name: string }[]) =>
    list.map((one): [string, unknown] => [`${one.class} ${one.name}`, true]);
  const scores = (all: Labels['scores'], weights: Labels['scores']) =>
    Object.entries(all).flatMap(([field, [score, max]]): [string, unknown][] => {
      const labelled = weights[field]?.[1] !== null && field !== 'total';
      return [
        [field, score],
        ...(labelled && max !== null ? [[`${field} of`, max] as [string, unknown]] : []),
      ];
    });
  return {
    got: {
      amounts: new Map(Object.entries(record.amounts_yuan)),
      rates: new Map(Object.entries(record.rates_pct)),
      scores: new Map(scores(record.scores, labels.scores)),
      months: new Map(Object.entries(record.monthly_execution_pct ?? {})),
      identity: identityOf(record),
      projects: new Map(projects(record.key_projects)),
      indicators: new Map(indicators(record.indicators)),
      problems: new Map(problems.map(({ key }) => [key, true])),
      measures: new Map(measures.map((key) => [key, true])),
      themes: new Map(
        problems.flatMap(({ key, themes }) => themes.map((theme) => [`${key} ${theme}`, true])),
      ),
    },
    wanted: {
      amounts: new Map(Object.entries(labels.amounts_yuan)),
      rates: new Map(Object.entries(labels.rates_pct)),
      scores: new Map(scores(labels.scores, labels.scores)),
      months: new Map(Object.entries(labels.monthly_execution_pct ?? {})),
      identity: identityOf(labels),
      projects: new Map(projects(labels.key_projects ?? [])),
      indicators: new Map(indicators(labels.indicators ?? [])),
      problems: new Map(labels.problems.map((one) => [one.starts_with, true])),
      measures: new Map(labels.measures.map((one) => [one.starts_with, true])),
      themes: new Map(
        labels.problems.flatMap((one) => one.themes.map((theme) => [`${one.starts_with} ${theme}`, true])),
      ),
    },
  };
}

function identityOf(one: { district?: string; office?: string; year?: number }): Map<string, unknown> {
  const { district, office, year } = one;
  return new Map(Object.entries({ district, office, year }).filter(([, value]) => value !== undefined));
}

function keyOf(text: string, labels: readonly { starts_with: string }[]): string {
  return labels.find(({ starts_with }) => text.startsWith(starts_with))?.starts_with ?? text.slice(0, 16);
}

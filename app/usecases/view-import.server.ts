import { findFindings } from '#app/domain/findings.ts';
import { type SectionId, sectionIds } from '#app/domain/form/sections.ts';
import { toContent } from '#app/domain/form/to-content.ts';
import type { Framework } from '#app/domain/framework.ts';
import type { Filing } from '#app/domain/import-rule.ts';
import {
  chosenChanges,
  missingFields,
  type Selection,
  withChanges,
} from '#app/domain/report-import/chosen-changes.ts';
import type { ReportItem } from '#app/domain/report-import/report-items.ts';
import { type ShownLine, shownDocument } from '#app/domain/report-text/shown-document.ts';
import { type Quote, severities } from '#app/domain/submission.ts';
import { findAllKeptDocuments, type KeptDocument } from '#db/queries/documents.server.ts';
import { findAllImportSteps, type ImportStep } from '#db/queries/import-trail.server.ts';
import { findAllRounds } from '#db/queries/rounds.server.ts';
import { readScope, type Scope, type ScopedDb } from '#db/scope.server.ts';
import { findImportPlace, type ImportKey, type ImportPlace, type NoPlace } from './import-place.server.ts';
import {
  type DocumentKey,
  findKeptReport,
  isVisible,
  type KeptReport,
  markOf,
} from './kept-report.server.ts';
import { type RemovalBarrier, removalBarrier } from './remove-report.server.ts';
import { type FindingView, findingView } from './report-card.server.ts';
import { openSteps } from './undo-import.server.ts';

/** What the page says before a file is chosen. */
export interface UploadView {
  /** Years with a round, newest first. */
  years: number[];
  /** Why no report can be imported for the year. */
  barrier?: ImportPlace['barrier'] | NoPlace;
  /** What was uploaded before, newest first. */
  documents: KeptDocument[];
}

/** A kept report beside what is held: the page of one document. */
export interface ReadingView {
  document: KeptDocument;
  framework: Framework;
  filing: Filing;
  barrier?: ImportPlace['barrier'];
  sections: SectionView[];
  unknownScores: { name: string; score: string }[];
  lines: ShownLine[];
  /** What the checks would say if the selection were accepted, gravest first. */
  findings: FindingView[];
  /** Fields of acceptances that can be taken back. */
  undoable: number;
  /** Why the document cannot be taken out again; absent where it can. */
  removal?: RemovalBarrier | undefined;
  /** The latest acceptances and undoings, oldest first. */
  steps: ImportStep[];
}

export interface SectionView {
  id: SectionId;
  items: ItemView[];
  /** What the section wants and neither the report nor the form has: of each group, one field or list. */
  missing: string[][];
}

export interface ItemView extends ReportItem {
  /** Counts the items of the page from 1; its words in the document have the same number. */
  number: number;
  mark: string;
  /** By choice: key of its words in the document and the line they stand on; absent where they are not shown. */
  words: ({ key: string; line: number } | undefined)[];
}

/** Whether a report can be imported for the office and year, and what was uploaded. Throws for a role that does not import. */
export function viewImport(scope: Scope, key: ImportKey, now: Date): Promise<UploadView> {
  return readScope(scope, async (db) => {
    const place = await findImportPlace(db, key, now);
    const years = (await findAllRounds(db)).map(({ year }) => year);
    if (typeof place === 'string') return { years, barrier: place, documents: [] };
    const { office, year, barrier, stored } = place;
    const documents = await findAllKeptDocuments(db, { officeId: office.id, year });
    return { years, barrier, documents: documents.filter((one) => isVisible(db, one, stored)) };
  });
}

/**
 * One kept report, section by section beside its text, against what is held. `selection`: what the findings are worked out for.
 * Undefined where the document is not there for the scope.
 */
export function viewReading(
  scope: Scope,
  key: DocumentKey,
  selection: Selection,
  now: Date,
): Promise<ReadingView | undefined> {
  return readScope(scope, async (db) => {
    const place = await findImportPlace(db, key, now);
    const report = typeof place === 'string' ? undefined : await findKeptReport(db, place, key.document);
    if (typeof place === 'string' || !report) return undefined;
    return readingView(db, { place, report, selection });
  });
}

async function readingView(
  db: ScopedDb,
  { place, report, selection }: { place: ImportPlace; report: KeptReport; selection: Selection },
): Promise<ReadingView> {
  const { framework, filing, barrier, values, office } = place;
  const { document, items, text, unknownScores } = report;
  const numbered = inFormOrder(items);
  const { lines, places } = shownDocument(text, quotesOf(numbered));
  const missing = missingFields(items, framework, values);
  const steps = await findAllImportSteps(db, { officeId: office.id, document: document.id });
  return {
    ...{ document, framework, filing, barrier, unknownScores, lines, steps },
    removal: await removalBarrier(db, place, document),
    sections: sectionIds.flatMap((id) => {
      const section = {
        id,
        items: numbered.filter((item) => item.section === id).map((item) => itemView(item, places)),
        missing: missing.find((one) => one.section === id)?.groups ?? [],
      };
      return section.items.length + section.missing.length > 0 ? [section] : [];
    }),
    findings: findingsOf(place, report, selection),
    undoable: new Set(openSteps(steps).flatMap(({ changes }) => changes.map(({ field }) => field))).size,
  };
}

function inFormOrder(items: readonly ReportItem[]): (ReportItem & { number: number })[] {
  const place = ({ section }: ReportItem) => sectionIds.indexOf(section);
  return [...items]
    .sort((a, b) => place(a) - place(b))
    .map((item, index) => ({ ...item, number: index + 1 }));
}

/** A proposed value rests on the words of the printed one; of competing ones each has its own. */
function wordsKey(number: number, kind: string, choice: number): string {
  return kind === 'competing' && choice > 0 ? `${number}-${choice + 1}` : String(number);
}

function quotesOf(items: readonly (ReportItem & { number: number })[]): Record<string, Quote> {
  const quotes = items.flatMap(({ number, choices }) =>
    choices.flatMap(({ kind, quote }, index) =>
      quote ? [[wordsKey(number, kind, index), quote] as const] : [],
    ),
  );
  return Object.fromEntries(quotes);
}

function itemView(item: ReportItem & { number: number }, places: Readonly<Record<string, number>>): ItemView {
  const words = item.choices.map(({ kind, quote }, index) => {
    const key = wordsKey(item.number, kind, index);
    const line = places[key];
    return quote && line !== undefined ? { key, line } : undefined;
  });
  return { ...item, words, mark: markOf(item) };
}

function findingsOf(
  { framework, year, office, values }: ImportPlace,
  { items, text }: KeptReport,
  selection: Selection,
): FindingView[] {
  const after = withChanges(values, chosenChanges(items, selection, values).changes);
  const { content } = toContent(after, framework);
  const found = findFindings(content, { framework, year, officeName: office.name, reportText: text });
  return found
    .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
    .map((finding) => findingView(finding, framework));
}

import { type ContentDifference, contentDifferences } from '#app/domain/content-difference.ts';
import { type Filing, type ImportBarrier, importBarrier, importedAs } from '#app/domain/import-rule.ts';
import type { Decimal, MoneyItem, RateItem, SubmissionStatus } from '#app/domain/submission.ts';
import { moneyItems, rateItems } from '#app/domain/submission.ts';
import { findOfficeByCode } from '#db/queries/offices.server.ts';
import { findAllRounds } from '#db/queries/rounds.server.ts';
import { findSubmission } from '#db/queries/submission-content.server.ts';
import { readScope, type Scope } from '#db/scope.server.ts';
import { type Destination, destinationOf, filedState } from './import-destination.server.ts';
import { type ImportInput, type ReadImport, readImport, type SeenImport } from './import-report.server.ts';
import { type SubmissionView, submissionView } from './report-card.server.ts';
import { findWorkingCopy } from './working-copy.server.ts';

/** What the page says before a file is chosen. */
export interface ImportPlace {
  /** Years with a round, newest first. */
  years: number[];
  /** Why no report can be imported for the year. */
  barrier?: ImportBarrier | 'no_round';
}

/** What a report states, and what would change if it were accepted. Nothing is written. */
export interface ImportPreview {
  fileName: string;
  seen: SeenImport;
  filing: Filing;
  figures: FigureRead[];
  submission: SubmissionView;
  /** Scores under names that the framework does not know; they are not imported. */
  unknownScores: { name: string; score: Decimal }[];
  current?: { status: SubmissionStatus; revision: number; differences: ContentDifference[] };
}

/** An amount in 元 or a rate in percent, with the words of the report that state it. */
export type FigureRead = { value: Decimal; words?: string } & (
  | { kind: 'money'; item: MoneyItem }
  | { kind: 'rate'; item: RateItem }
);

/** Whether a report can be imported for the office and year. Throws for a role that does not import. */
export function viewImport(
  scope: Scope,
  { officeCode, year }: { officeCode: string; year: number },
): Promise<ImportPlace> {
  const filing = importedAs(scope.role);
  if (!filing) return Promise.reject(new Error(`The role ${scope.role} does not import reports.`));
  return readScope(scope, async (db) => {
    const years = (await findAllRounds(db)).map((round) => round.year);
    const office = await findOfficeByCode(db, officeCode);
    if (!office || !years.includes(year)) return { years, barrier: 'no_round' };
    const current = await findSubmission(db, { officeId: office.id, year });
    const copy = await findWorkingCopy(db, { officeCode, year });
    return { years, barrier: importBarrier(filing, filedState(current, copy)) };
  });
}

/** Reads a report and tells what accepting it would store. Throws ImportRefusal exactly where the import would. */
export async function previewImport(scope: Scope, input: ImportInput): Promise<ImportPreview> {
  const report = await readImport(input);
  return readScope(scope, async (db) => preview(report, await destinationOf(db, report)));
}

function preview(report: ReadImport, destination: Destination): ImportPreview {
  const { framework, filing, current, copy, accepted, findings } = destination;
  const { content } = accepted;
  return {
    fileName: report.fileName,
    seen: { sha256: report.sha256, version: current?.version ?? null, copy: copy?.version ?? 0 },
    filing,
    figures: figuresOf(accepted),
    submission: submissionView({ content, reviewed: {}, findings }, framework, {}),
    unknownScores: accepted.unknownScores.map(({ name, score }) => ({ name, score })),
    current: current && {
      status: current.status,
      revision: current.revision,
      differences: contentDifferences(current.content, content, framework),
    },
  };
}

function figuresOf({ content, quotes }: Destination['accepted']): FigureRead[] {
  const words = (field: string) => quotes[field]?.text.replace(/\s*\n\s*/g, '');
  return [
    ...moneyItems.flatMap((item): FigureRead[] => {
      const value = content.amounts[item];
      return value === undefined ? [] : [{ kind: 'money', item, value, words: words(`amounts.${item}`) }];
    }),
    ...rateItems.flatMap((item): FigureRead[] => {
      const value = content.rates[item];
      return value === undefined ? [] : [{ kind: 'rate', item, value, words: words(`rates.${item}`) }];
    }),
  ];
}

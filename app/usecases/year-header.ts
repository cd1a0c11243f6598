import type { Framework } from '#app/domain/framework.ts';
import { isProvisional, type OfficeYear } from '#app/domain/office-year.ts';
import type { Decimal } from '#app/domain/submission.ts';
import type { Round } from '#db/queries/rounds.server.ts';

/** What every page of a year says about it beside its own figures. */
export interface YearHeader {
  year: number;
  /** Years with a round, newest first, for the year switch. */
  years: number[];
  deadline: string;
  status: 'open' | 'closed';
  /** Percent; drawn as a reference line. */
  executionTarget?: Decimal;
  framework: { name: string; nameEn: string; version: number };
  /** Last year was scored under another framework, so movements compare ranks and not points. */
  frameworkChanged: boolean;
  /** Latest day on which a figure shown was submitted or approved, YYYY-MM-DD; absent when nothing was. */
  asOf?: string;
  /** Some figures shown are not yet approved. */
  provisional: boolean;
}

interface HeaderInput {
  round: Round;
  rounds: Round[];
  framework: Framework;
  lastFramework: Framework | undefined;
  rows: OfficeYear[];
}

export function yearHeader({ round, rounds, framework, lastFramework, rows }: HeaderInput): YearHeader {
  return {
    year: round.year,
    years: rounds.map(({ year }) => year),
    deadline: round.deadline,
    status: round.status,
    executionTarget: round.executionTarget ?? undefined,
    framework: { name: framework.name, nameEn: framework.nameEn, version: framework.version },
    frameworkChanged: lastFramework !== undefined && !isSameTree(framework, lastFramework),
    asOf: rows
      .flatMap((row) => row.changedOn ?? [])
      .sort()
      .at(-1),
    provisional: rows.some(isProvisional),
  };
}

/** Every year has its own version; only another tree or other weights make the points of two years differ. */
export function isSameTree(a: Framework, b: Framework): boolean {
  const tree = ({ nodes }: Framework) =>
    nodes.map(({ code, parent, weight }) => `${code} ${parent} ${Number(weight)}`).join();
  return tree(a) === tree(b);
}

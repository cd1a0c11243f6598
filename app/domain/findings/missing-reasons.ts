import { formFieldsOf } from '../form/fields.ts';
import type { Framework } from '../framework.ts';
import type { Finding } from '../submission.ts';
import { scoresAreFilledIn, totalsAreFilledIn } from './filled-in.ts';

/** Why a field is empty, in the office's words, by field of the form: `amounts.budget_total`, `scores.<node>.score`. */
export type MissingReasons = Readonly<Record<string, string>>;

/** The reasons that the office gave when it was asked about what it left out; a report that is only read gives none. */
export function missingReasons(findings: readonly Finding[], framework: Framework): MissingReasons {
  const asked = findings.filter(({ check }) => checks.has(check));
  return Object.fromEntries(
    asked.flatMap(({ fields, answer }) =>
      answer ? formFieldsOf(fields, 'money', framework).map((field) => [field, answer]) : [],
    ),
  );
}

const checks: ReadonlySet<string> = new Set([totalsAreFilledIn.name, scoresAreFilledIn.name]);

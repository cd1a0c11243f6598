import type { Framework } from '../framework.ts';
import type { Decimal, Finding, Severity, SubmissionContent } from '../submission.ts';

/** A missing input makes a check not checkable; it never passes for want of figures. */
export type CheckStatus = 'holds' | 'fails' | 'not_checkable';

/** What a check needs beside the submission itself. */
export interface CheckContext {
  framework: Framework;
  year: number;
  /** Name of the office, such as 白鹤洞街道; without it nothing about names is checkable. */
  officeName?: string;
  /** Text of the report as stored; without it the submission's own narrative fields are read. */
  reportText?: string;
}

/** What one check says about one place. Amounts in 元, rates in percent, scores in points. */
export interface Outcome extends Omit<Finding, 'check' | 'severity'> {
  status: CheckStatus;
}

/** One rule: a number in the catalogue of checks, a name, a sentence, and a function that gives an outcome per place. */
export interface Check {
  code: string;
  name: string;
  severity: Severity;
  /** What its computed and stated figures are: 元, percent, points or a plain number. */
  figures: 'money' | 'rate' | 'score' | 'count';
  sentence: { zh: string; en: string };
  run(content: SubmissionContent, context: CheckContext): Outcome[];
}

export type Amounts = SubmissionContent['amounts'];

/** Outcome of comparing a stated figure with the one worked out; not checkable when either is missing. */
export function compared(
  fields: readonly string[],
  computed: Decimal | undefined,
  stated: Decimal | undefined,
  agrees: (computed: Decimal, stated: Decimal) => boolean,
): Outcome {
  if (computed === undefined || stated === undefined) return { status: 'not_checkable', fields: [...fields] };
  return { status: agrees(computed, stated) ? 'holds' : 'fails', fields: [...fields], computed, stated };
}
